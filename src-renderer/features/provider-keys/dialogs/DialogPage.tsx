import { Modal } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { BusyNote } from './BusyNote'
import classes from './Dialog.module.css'

interface DialogPageProps {
  readonly title: string
  /** Above what scrolls: where one is in a wizard. */
  readonly top?: ReactNode
  readonly children: ReactNode
  readonly footer: ReactNode
  readonly failure?: CallFailure | null
  /** What is being waited for, in words; null while nothing is. */
  readonly busy?: string | null
  readonly onSubmit?: () => void
}

/** One page of a dialog: a title, what scrolls, and the buttons below it. The focus enters with it. */
export function DialogPage({ title, top, children, footer, failure = null, busy = null, onSubmit }: DialogPageProps) {
  const { t } = useTranslation()
  const page = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const wanted = page.current?.querySelector<HTMLElement>('[data-autofocus]') ?? firstField(page.current)
    const first = wanted?.matches('input, textarea, button') === false ? wanted.querySelector('input') : wanted
    // The modal looks for this mark when it gives the focus away, and would take its own close button without one.
    first?.setAttribute('data-autofocus', 'true')
    ;(first ?? page.current)?.focus()
  }, [])
  return (
    <>
      <Modal.Header>
        <Modal.Title>{title}</Modal.Title>
        <Modal.CloseButton aria-label={t('common.close')} />
      </Modal.Header>
      <form
        ref={page}
        className={classes.page}
        noValidate
        tabIndex={-1}
        style={{ outline: 'none' }}
        onSubmit={(event) => {
          event.preventDefault()
          if (busy === null) onSubmit?.()
        }}
      >
        {top !== undefined && <div className={classes.top}>{top}</div>}
        <div className={classes.fields}>{children}</div>
        {(failure !== null || busy !== null) && (
          <div className={classes.below}>
            {failure !== null && <FailureNote failure={failure} />}
            {busy !== null && <BusyNote label={busy} />}
          </div>
        )}
        <footer className={classes.footer}>{footer}</footer>
      </form>
    </>
  )
}

/** The first thing of a page that is filled in. */
function firstField(page: HTMLElement | null): HTMLElement | null {
  return page?.querySelector<HTMLElement>('input:enabled:not([type="hidden"]), textarea:enabled') ?? null
}
