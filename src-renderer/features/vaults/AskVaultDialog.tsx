import { useTranslation } from 'react-i18next'
import { shownPath } from '../../texts/shown-path'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import type { OpenVault } from './use-open-vault'
import { VaultCautions } from './VaultCautions'
import classes from './Vaults.module.css'

/** Asks before a vault is opened whose place has something to be said of. */
export function AskVaultDialog({ vault }: { readonly vault: OpenVault }) {
  const { t } = useTranslation()
  const { asked, busy, failure, confirm, cancel } = vault
  if (asked === null) return null
  return (
    <ConfirmDialog
      title={t('vaults.openTitle', { vault: asked.name })}
      action={t('vaults.open')}
      busy={busy}
      failure={failure}
      onConfirm={confirm}
      onClose={cancel}
    >
      <p className={classes.folder} data-selectable>
        {shownPath(asked.folder)}
      </p>
      <VaultCautions place={asked} />
    </ConfirmDialog>
  )
}
