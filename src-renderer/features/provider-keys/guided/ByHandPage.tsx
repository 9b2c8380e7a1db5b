import type { KeyKind } from '@contract/model/connector'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import { useDoing } from '../../../stores/use-doing'
import type { Blank } from './blanks'
import { GuidePart } from './GuidePart'
import { usePaste } from './use-paste'
import { ValueField } from './ValueField'
import type { GuideFor } from './use-guide'

interface ByHandPageProps extends Omit<GuideFor, 'kind'> {
  readonly title: string
  readonly top?: ReactNode
  readonly provider: string
  readonly kind: KeyKind
  readonly blanks: readonly Blank[]
  readonly onBack: () => void
  /** Stores what was pasted. */
  readonly onValue: (secret: string, anyFormat: boolean) => Promise<void>
}

/** Steps in the provider's console, and the field that takes the value made there. */
export function ByHandPage({ title, top, provider, kind, blanks, onBack, onValue, ...guide }: ByHandPageProps) {
  const { t } = useTranslation()
  const { busy, failure, run, clear } = useDoing()
  const [mismatch, setMismatch] = useState<CallFailure | null>(null)
  const paste = usePaste()

  const store = (anyFormat: boolean): void => {
    const secret = paste.take()
    if (secret === null) return
    setMismatch(null)
    void run(async () => {
      try {
        await onValue(secret, anyFormat)
        paste.empty()
      } catch (error) {
        const failed = toCallFailure(error)
        if (failed.code !== 'key-format-mismatch') throw failed
        setMismatch(failed)
      }
    })
  }

  return (
    <DialogPage
      title={title}
      top={top}
      failure={failure}
      busy={busy ? t('common.loading') : null}
      onSubmit={() => {
        store(false)
      }}
      footer={
        <FormButtons action={t('provider.guided.store')} cancel={t('provider.back')} busy={busy} onCancel={onBack} />
      }
    >
      <GuidePart wanted={{ ...guide, kind: kind.id }} provider={provider} blanks={blanks} />
      <ValueField
        field={paste.field}
        missing={paste.missing}
        mismatch={mismatch}
        provider={provider}
        format={kind.format.words}
        onTyped={() => {
          paste.typed()
          setMismatch(null)
          clear()
        }}
        onAnyFormat={() => {
          store(true)
        }}
      />
    </DialogPage>
  )
}
