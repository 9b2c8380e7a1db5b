import { Button, Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { Working } from '../../../ui/Working'
import classes from './Dialog.module.css'

interface FormDialogProps {
  readonly title: string
  readonly size?: number
  readonly action: string
  /** Said while it runs, should that take a while. */
  readonly working?: string
  /** Something was typed, so a click beside the dialog does not close it. */
  readonly changed?: boolean
  readonly ready?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
  /** Asked to close before it was done; closes unless this says otherwise. */
  readonly onLeave?: () => void
  /** Whether it is done; false leaves the dialog open. What it throws is shown, but `cancelled` stays silent. */
  readonly run: (form: HTMLFormElement) => Promise<boolean>
}

/** A form in a dialog: what is filled in scrolls, the buttons stay. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 560, action, working, changed = false, ready = true, children, onClose, run } = props
  const leave = props.onLeave ?? onClose
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function submit(form: HTMLFormElement): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      if (await run(form)) onClose()
      else focusFirstProblem(form)
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code !== 'cancelled') setFailure(failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={leave}
      title={title}
      size={size}
      closeOnClickOutside={!changed}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && ready) void submit(event.currentTarget)
        }}
      >
        <div className={classes.fields}>{children}</div>
        {(failure !== null || (busy && working !== undefined)) && (
          <div className={classes.below}>
            {failure !== null && <FailureNote failure={failure} />}
            {busy && working !== undefined && <Working label={working} />}
          </div>
        )}
        <footer className={classes.footer}>
          <Button variant="default" disabled={busy} onClick={leave}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            {action}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}

/** After the problems are drawn, the first of them takes the focus. */
function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem] input')?.focus()
  })
}
