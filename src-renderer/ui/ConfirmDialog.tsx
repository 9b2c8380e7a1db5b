import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Failure } from '../texts/failure-text'
import classes from './ConfirmDialog.module.css'
import { FailureNote } from './FailureNote'
import { FormFoot } from './FormFoot'
import { upperDialog } from './upper-dialog'

interface ConfirmDialogProps {
  readonly opened?: boolean
  readonly title: string
  readonly text?: string
  readonly action: string
  readonly cancel?: string
  /** Something is lost by it and does not come back. */
  readonly danger?: boolean
  readonly busy?: boolean
  readonly ready?: boolean
  /** Why it was not done; the question stays open. */
  readonly failure?: Failure | null
  /** What else there is to know or to choose. */
  readonly children?: ReactNode
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is done. The way back has the focus, and Escape takes it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened = true, title, text, action, cancel, children, onConfirm, onClose } = props
  const { danger = false, busy = false, ready = true, failure = null } = props
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      withCloseButton={false}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      {...upperDialog(onClose)}
    >
      <div className={classes.words}>
        {text !== undefined && <p>{text}</p>}
        {children}
        {failure !== null && <FailureNote failure={failure} />}
      </div>
      <div className={classes.foot}>
        <FormFoot
          action={action}
          cancel={cancel}
          danger={danger}
          busy={busy}
          ready={ready}
          first="cancel"
          onCancel={onClose}
          onAction={onConfirm}
        />
      </div>
    </Modal>
  )
}
