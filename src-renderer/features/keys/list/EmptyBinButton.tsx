import { Button } from '@mantine/core'
import { IconTrashX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { emptyBin } from '../key-actions'

/** Deletes everything in the bin for good, after asking; there only while something is in it. */
export function EmptyBinButton() {
  const { t } = useTranslation()
  const count = useFacets((state) => state.facets?.bin ?? 0)
  const [asking, setAsking] = useState(false)
  if (count === 0) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrashX size={16} />}
        onClick={() => {
          setAsking(true)
        }}
      >
        {t('list.emptyBin')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('confirm.binTitle')}
        text={t('confirm.binText', { count })}
        action={t('confirm.bin', { count })}
        danger
        onClose={() => {
          setAsking(false)
        }}
        onConfirm={() => {
          setAsking(false)
          void emptyBin()
        }}
      />
    </>
  )
}
