import { Button, Group, Modal } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { useResource } from '../../stores/use-resource'
import { FailureNote } from '../../ui/FailureNote'
import { AskVaultDialog } from './AskVaultDialog'
import { useOpenVault } from './use-open-vault'
import { VaultRow } from './VaultRow'
import classes from './Vaults.module.css'

/** The vaults that are known here, and the way to one that is not. */
export function VaultsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const isOpen = useApp((state) => state.session?.phase === 'unlocked')
  const [forgotten, setForgotten] = useState(0)
  const [forgetFailure, setForgetFailure] = useState<CallFailure | null>(null)
  const load = useCallback(() => client.call('vaults.list', {}), [])
  const { value: list, failure: listFailure } = useResource(forgotten, load)
  const vault = useOpenVault()
  const failure = listFailure ?? forgetFailure ?? vault.failure

  async function forget(folder: string): Promise<void> {
    setForgetFailure(null)
    try {
      await client.call('vaults.forget', { folder })
      setForgotten((count) => count + 1)
    } catch (error) {
      setForgetFailure(toCallFailure(error))
    }
  }

  if (vault.asked !== null) return <AskVaultDialog vault={vault} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('vaults.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.stack}>
        {isOpen && <p>{t('vaults.locksFirst')}</p>}
        {list?.isWhole === false && <p>{t('vaults.listDamaged')}</p>}
        <ul className={classes.list} aria-label={t('vaults.list')}>
          {list?.vaults.map((place) => (
            <VaultRow
              key={place.folder}
              place={place}
              busy={vault.busy}
              onOpen={() => {
                vault.choose(place.folder)
              }}
              onForget={() => void forget(place.folder)}
            />
          ))}
        </ul>
        {failure && <FailureNote failure={failure} />}
        <Group justify="space-between" gap="xs">
          <Button
            variant="default"
            data-autofocus
            leftSection={<IconFolderOpen size={16} />}
            loading={vault.busy}
            onClick={() => {
              vault.choose(null)
            }}
          >
            {t('vaults.chooseFolder')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
