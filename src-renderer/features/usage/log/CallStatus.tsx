import { useTranslation } from 'react-i18next'
import { ShapeTag, type Tone } from '../../../ui/ShapeTag'
import { meaningOf, statusWord, type StatusMeaning } from '../model/status'

interface CallStatusProps {
  readonly status: number | null
}

const looks: Readonly<Record<StatusMeaning, readonly [tone: Tone, shape: string]>> = {
  fine: ['ok', 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z'],
  moved: ['info', 'M8 3l5 5-5 5-5-5z'],
  refused: ['warn', 'M8 3.2l5.2 9.3H2.8z'],
  failed: ['danger', 'M4 4h8v8H4z'],
  none: ['quiet', 'M3 7.2h10v1.6H3z']
}

/** How a call was answered, by number, word, colour and shape. */
export function CallStatus({ status }: CallStatusProps) {
  const { t } = useTranslation()
  const [tone, shape] = looks[meaningOf(status)]
  return (
    <ShapeTag tone={tone} shape={shape} word={statusWord(status, t)} {...(status !== null && { number: status })} />
  )
}
