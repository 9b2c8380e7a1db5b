import { Button } from '@mantine/core'
import { IconFileArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { writeSelected } from '../env-actions'

/** The way to an env file for the keys that are selected in the list. */
export function WriteSelectedButton() {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconFileArrowRight size={16} />}
      disabled={readOnly}
      onClick={() => {
        writeSelected()
      }}
    >
      {t('env.write.openLong')}
    </Button>
  )
}
