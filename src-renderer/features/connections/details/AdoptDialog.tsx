import type { Connection } from '@contract/model/connection'
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { cancelWork, useWork } from '../../../stores/work-store'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import { WorkNote } from '../../../ui/WorkNote'
import classes from './ConnectionDetails.module.css'

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
    <Modal
      opened
      onClose={onClose}
      title={t('connections.remote.adoptTitle', { count })}
      size={440}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <p className={classes.text}>{t('connections.remote.adoptText', { count })}</p>
        <p className={classes.text}>{t('connections.remote.adoptThen')}</p>
        {failure && <FailureNote failure={failure} />}
        {busy && <WorkNote items={works} onCancel={cancelWork} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            data-autofocus
            loading={busy}
            onClick={() => {
              void adopt()
            }}
          >
            {t('connections.remote.adoptAction', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
