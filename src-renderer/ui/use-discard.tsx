import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from './ConfirmDialog'

interface Discard {
  /** Leaves at once, or asks first where something was entered. */
  readonly leave: () => void
  /** The question, while it is asked; to be put beside the form. */
  readonly question: ReactNode
}

/** What was `entered` in a form is not thrown away without asking. */
export function useDiscard(entered: boolean, onLeave: () => void): Discard {
  const [asking, setAsking] = useState(false)
  return {
    leave() {
      if (entered) setAsking(true)
      else onLeave()
    },
    // Mounted only while it asks: mounted before, it would take the Escape that opened it as its own.
    question: asking && (
      <DiscardQuestion
        onDiscard={() => {
          setAsking(false)
          onLeave()
        }}
        onKeep={() => {
          setAsking(false)
        }}
      />
    )
  }
}

interface DiscardQuestionProps {
  readonly onDiscard: () => void
  readonly onKeep: () => void
}

/** Whether what was entered may be thrown away. */
export function DiscardQuestion({ onDiscard, onKeep }: DiscardQuestionProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('form.discardTitle')}
      text={t('form.discardText')}
      action={t('form.discard')}
      cancel={t('form.keepEditing')}
      danger
      onConfirm={onDiscard}
      onClose={onKeep}
    />
  )
}
