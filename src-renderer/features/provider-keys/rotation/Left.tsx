import { useTranslation } from 'react-i18next'
import { useNow } from '../../../ui/use-now'
import { leftWords } from './left-words'

interface LeftProps {
  readonly until: string
  /** Puts the time into its sentence. */
  readonly words: (left: string) => string
}

/** A sentence with the time that is left, which runs. */
export function Left({ until, words }: LeftProps) {
  const { t } = useTranslation()
  const nowMs = useNow(1_000)
  return <>{words(leftWords(until, nowMs, t))}</>
}
