import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface FormButtonsProps {
  readonly action: string
  /** The way back, `Cancel` unless told. */
  readonly cancel?: string | undefined
  /** Something is lost by it. */
  readonly danger?: boolean
  readonly busy?: boolean
  readonly ready?: boolean
  /** Which of them has the focus first, where no field has it. */
  readonly first?: 'cancel' | 'action' | null
  /** Other ways on, between the two. */
  readonly children?: ReactNode
  readonly onCancel: () => void
  /** Without it the form around is sent. */
  readonly onAction?: () => void
}

/** The two buttons below a form or a question: the way back, then what it is about. */
export function FormButtons(props: FormButtonsProps) {
  const {
    action,
    cancel,
    danger = false,
    busy = false,
    ready = true,
    first = null,
    children,
    onCancel,
    onAction
  } = props
  const { t } = useTranslation()
  return (
    <>
      <Button
        variant="default"
        disabled={busy}
        {...(first === 'cancel' && { 'data-autofocus': true })}
        onClick={onCancel}
      >
        {cancel ?? t('common.cancel')}
      </Button>
      {children}
      <Button
        loading={busy}
        disabled={!ready}
        {...(danger && { color: 'red' })}
        {...(first === 'action' && { 'data-autofocus': true })}
        {...(onAction === undefined ? { type: 'submit' } : { onClick: onAction })}
      >
        {action}
      </Button>
    </>
  )
}
