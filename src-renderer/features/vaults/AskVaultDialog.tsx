import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shownPath } from '../../texts/shown-path'
import { FailureNote } from '../../ui/FailureNote'
import type { OpenVault } from './use-open-vault'
import { VaultCautions } from './VaultCautions'
import classes from './Vaults.module.css'

/** Asks before a vault is opened whose place has something to be said of. */
export function AskVaultDialog({ vault }: { readonly vault: OpenVault }) {
  const { t } = useTranslation()
  const { asked, busy, failure, confirm, cancel } = vault
  if (asked === null) return null
  return (
    <Modal
      opened
      onClose={cancel}
      title={t('vaults.openTitle', { vault: asked.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.stack}>
        <p className={classes.folder} data-selectable>
          {shownPath(asked.folder)}
        </p>
        <VaultCautions place={asked} />
        {failure && <FailureNote failure={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={cancel}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus loading={busy} onClick={confirm}>
            {t('vaults.open')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
