import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldBack, VaultHold } from '@contract/model/session'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { withPassword } from '../../stores/password-gate'
import { useResource } from '../../stores/use-resource'
import { shownPath } from '../../texts/shown-path'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
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
    <ConfirmDialog
      title={t('held.title')}
      text={t(holds === 'new' ? 'held.whyNew' : 'held.whyOlder')}
      action={t('held.allow')}
      busy={busy}
      ready={value !== null}
      failure={refusal ?? failure}
      onConfirm={() => void allow()}
      onClose={onClose}
    >
      {value === null ? failure === null && <Loading label={t('common.loading')} /> : <Work held={value} />}
    </ConfirmDialog>
  )
}

function Work({ held }: { readonly held: HeldBack }) {
  const { t } = useTranslation()
  const { rotations, policies, deliveries, folders, moreFolders, hosts, moreHosts } = held
  const lines = [
    ...(rotations > 0 ? [t('held.rotations', { count: rotations })] : []),
    ...(policies > 0 ? [t('held.policies', { count: policies })] : []),
    ...(deliveries > 0 ? [t('held.deliveries', { count: deliveries })] : [])
  ]
  return (
    <>
      {lines.length === 0 ? (
        <p>{t('held.nothing')}</p>
      ) : (
        <ul className={classes.work} aria-label={t('held.work')}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Places
        label={t('held.folders')}
        places={folders}
        more={moreFolders > 0 ? t('held.moreFolders', { count: moreFolders }) : null}
      />
      <Places
        label={t('held.hosts')}
        places={hosts}
        more={moreHosts > 0 ? t('held.moreHosts', { count: moreHosts }) : null}
      />
    </>
  )
}

interface PlacesProps {
  readonly label: string
  readonly places: readonly string[]
  /** How many are not shown, in words. */
  readonly more: string | null
}

function Places({ label, places, more }: PlacesProps) {
  if (places.length === 0) return null
  return (
    <div>
      <h3 className={classes.heading}>{label}</h3>
      <ul className={classes.places} aria-label={label} tabIndex={0}>
        {places.map((place) => (
          <li key={place} data-selectable>
            {shownPath(place)}
          </li>
        ))}
        {more !== null && <li>{more}</li>}
      </ul>
    </div>
  )
}
