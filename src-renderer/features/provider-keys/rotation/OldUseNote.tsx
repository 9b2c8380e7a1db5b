import type { OldUse } from '@contract/model/rotation'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../ui/use-now'
import { Note } from '../../../ui/Note'
import { oldUseText } from './old-use-text'

interface OldUseNoteProps {
  readonly use: OldUse
  readonly provider: string
}

/** Who still uses the old value: they stop working when it is revoked. */
export function OldUseNote({ use, provider }: OldUseNoteProps) {
  const { t } = useTranslation()
  const nowMs = useNow(30_000)
  return (
    <Note tone={use.requests > 0 ? 'warn' : 'calm'}>
      <p>{oldUseText(use, provider, nowMs, t)}</p>
    </Note>
  )
}
