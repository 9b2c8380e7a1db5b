import { Button, Group, Modal } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldBack, VaultHold } from '@contract/model/session'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { withPassword } from '../../stores/password-gate'
import { useResource } from '../../stores/use-resource'
import { shownPath } from '../../texts/shown-path'
import { FailureNote } from '../../ui/FailureNote'
import { Loading } from '../../ui/Loading'
import { showToast } from '../../ui/toasts'
import classes from './AllowDialog.module.css'

interface AllowDialogProps {
  readonly holds: VaultHold
  readonly onClose: () => void
}

/** Shows what the held vault would do by itself, and allows it. */
export function AllowDialog({ holds, onClose }: AllowDialogProps) {
  const { t } = useTranslation()
  const load = useCallback(() => client.call('vault.heldBack', {}), [])
  const { value, failure } = useResource('once', load)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<CallFailure | null>(null)
  const shown = refusal ?? failure

  async function allow(): Promise<void> {
    setBusy(true)
    setRefusal(null)
    try {
      await withPassword(() => client.call('vault.allow', {}))
      showToast(t('held.allowed'))
      onClose()
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code !== 'cancelled') setRefusal(failed)
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('held.title')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.stack}>
        <p>{t(holds === 'new' ? 'held.whyNew' : 'held.whyOlder')}</p>
        {value === null ? failure === null && <Loading label={t('common.loading')} /> : <Work held={value} />}
        {shown !== null && <FailureNote failure={shown} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={busy} disabled={value === null} onClick={() => void allow()}>
            {t('held.allow')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}

function Work({ held }: { readonly held: HeldBack }) {
  const { t } = useTranslation()
  const { rotations, policies, deliveries, folders, moreFolders } = held
  const lines = [
    ...(rotations > 0 ? [t('held.rotations', { count: rotations })] : []),
    ...(policies > 0 ? [t('held.policies', { count: policies })] : []),
    ...(deliveries > 0 ? [t('held.deliveries', { count: deliveries })] : [])
  ]
  return (
    <>
      <ul className={classes.work} aria-label={t('held.work')}>
        {lines.length === 0 ? <li>{t('held.nothing')}</li> : lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
      {folders.length > 0 && (
        <div>
          <h3 className={classes.heading}>{t('held.folders')}</h3>
          <ul className={classes.folders} aria-label={t('held.folders')} tabIndex={0}>
            {folders.map((folder) => (
              <li key={folder} data-selectable>
                {shownPath(folder)}
              </li>
            ))}
            {moreFolders > 0 && <li>{t('held.moreFolders', { count: moreFolders })}</li>}
          </ul>
        </div>
      )}
    </>
  )
}
