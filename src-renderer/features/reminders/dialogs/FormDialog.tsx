import { Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { useDiscard } from '../../../ui/use-discard'
import { Working } from '../../../ui/Working'
import classes from './Dialog.module.css'

interface FormDialogProps {
  readonly title: string
  readonly size?: number
  readonly action: string
  /** Said while it runs, should that take a while. */
  readonly working?: string
  /** Something was entered: a click beside the dialog does not close it, and leaving asks first. */
  readonly changed?: boolean
  readonly ready?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
  /** Whether it is done; false leaves the dialog open. What it throws is shown, but `cancelled` stays silent. */
  readonly run: (form: HTMLFormElement) => Promise<boolean>
}

/** A form in a dialog: what is filled in scrolls, the buttons stay. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = 560, action, working, changed = false, ready = true, children, onClose, run } = props
  const { leave, question } = useDiscard(changed, onClose)
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
    <>
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
          <FormFoot lined action={action} busy={busy} ready={ready} onCancel={leave} />
        </form>
      </Modal>
      {question}
    </>
  )
}

/** After the problems are drawn, the first of them takes the focus. */
function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem] input')?.focus()
  })
}
