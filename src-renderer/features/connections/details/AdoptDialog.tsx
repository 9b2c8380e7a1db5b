import type { Connection } from '@contract/model/connection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { cancelWork, useWork } from '../../../stores/work-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { showToast } from '../../../ui/toasts'
import { WorkNote } from '../../../ui/WorkNote'

interface AdoptDialogProps {
  readonly connection: Connection
  /** Remote ids by kind. */
  readonly kinds: ReadonlyMap<string, readonly string[]>
  readonly count: number
  readonly onAdopted: () => void
  readonly onClose: () => void
}

/** Says what adopting means before it is done. */
export function AdoptDialog({ connection, kinds, count, onAdopted, onClose }: AdoptDialogProps) {
  const { t } = useTranslation()
  const works = useWork((state) => state.items)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function adopt(): Promise<void> {
    setBusy(true)
    setFailure(null)
    let added = 0
    try {
      for (const [kind, remoteIds] of kinds) {
        const answer = await client.call('connections.adopt', { id: connection.id, kind, remoteIds: [...remoteIds] })
        added += answer.added.length
      }
      showToast(t('connections.remote.adopted', { count: added }))
      onClose()
      onAdopted()
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code !== 'cancelled') setFailure(failed)
      setBusy(false)
    }
  }

  return (
    <ConfirmDialog
      title={t('connections.remote.adoptTitle', { count })}
      text={t('connections.remote.adoptText', { count })}
      action={t('connections.remote.adoptAction', { count })}
      busy={busy}
      failure={failure}
      onConfirm={() => {
        void adopt()
      }}
      onClose={onClose}
    >
      <p>{t('connections.remote.adoptThen')}</p>
      {busy && <WorkNote items={works} onCancel={cancelWork} />}
    </ConfirmDialog>
  )
}
