import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ConfirmDialog.module.css'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly text: string
  readonly action: string
  readonly cancel?: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be undone. The safe button has the focus. */
export function ConfirmDialog({ opened, title, text, action, cancel, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={440} withCloseButton={false}>
      <p className={classes.text}>{text}</p>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {cancel ?? t('common.cancel')}
        </Button>
        <Button color="red" onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
