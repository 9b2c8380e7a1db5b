import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { IconFileArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WriteDialog } from '../write/WriteDialog'

interface WriteButtonProps {
  readonly id: KeyId
  readonly onWritten: () => void
}

/** Writes a key from within another dialog, which stays as it is below. */
export function WriteButton({ id, onWritten }: WriteButtonProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileArrowRight size={16} />}
        onClick={() => {
          setOpened(true)
        }}
      >
        {t('env.write.openLong')}
      </Button>
      {opened && (
        <WriteDialog
          keyIds={[id]}
          upper
          onWritten={onWritten}
          onClose={() => {
            setOpened(false)
          }}
        />
      )}
    </>
  )
}
