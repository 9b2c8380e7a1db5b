import type { Binding } from '@contract/model/env'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { writeAgain } from '../env-actions'
import { Note } from '../../../ui/Note'
import { driftOf } from './drift'

interface DriftNoteProps {
  readonly bindings: readonly Binding[]
}

/** Whether the project's files hold what the vault has; one click for those that lose nothing by it. */
export function DriftNote({ bindings }: DriftNoteProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [busy, setBusy] = useState(false)
  const { all, out, writable } = driftOf(bindings)
  if (all === 0) return null
  if (out === 0) return <Note tone="ok">{t('env.drift.allInStep', { count: all })}</Note>
  return (
    <Note
      tone="warn"
      title={t('env.drift.title', { out, count: all })}
      action={
        writable.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            disabled={readOnly}
            onClick={() => {
              setBusy(true)
              void writeAgain(writable).finally(() => {
                setBusy(false)
              })
            }}
          >
            {t('env.drift.writeAll', { count: writable.length })}
          </Button>
        )
      }
    >
      {t(writable.length > 0 ? 'env.drift.textWritable' : 'env.drift.text')}
    </Note>
  )
}
