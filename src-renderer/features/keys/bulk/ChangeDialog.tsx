import type { BulkChange } from '@contract/model/key-query'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../../stores/bulk-store'
import { useKeyList } from '../../../stores/key-list-store'
import { FormFoot } from '../../../ui/FormFoot'
import { changeKeys } from '../change-keys'
import classes from '../reveal/PasswordAgainDialog.module.css'

interface ChangeDialogProps {
  readonly kind: 'place' | 'tags'
  /** The form of the change; it is new each time the dialog opens. */
  readonly children: ReactNode
}

/** Asks how the selected keys are to be changed. */
export function ChangeDialog({ kind, children }: ChangeDialogProps) {
  const { t } = useTranslation()
  const opened = useBulk((state) => state.dialog === kind)
  const count = useKeyList((state) => state.selected.size)
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t(`keys.bulk.${kind}.title`, { count })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened && children}
    </Modal>
  )
}

interface ChangeFormProps extends ChangeDialogProps {
  /** Null while there is nothing to change. */
  readonly change: BulkChange | null
}

export function ChangeForm({ kind, change, children }: ChangeFormProps) {
  const { t } = useTranslation()
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (change === null) return
        close()
        void changeKeys([...useKeyList.getState().selected], change)
      }}
    >
      {children}
      <FormFoot action={t(`keys.bulk.${kind}.action`)} ready={change !== null} onCancel={close} />
    </form>
  )
}

function close(): void {
  useBulk.setState({ dialog: null })
}
