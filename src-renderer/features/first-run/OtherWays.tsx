import { UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconDatabaseImport, IconFolderOpen } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useResource } from '../../stores/use-resource'
import { cx } from '../../ui/cx'
import { FailureNote } from '../../ui/FailureNote'
import { RestoreDialog } from '../vault-care'
import { AskVaultDialog, useOpenVault, VaultsDialog } from '../vaults'
import classes from './OtherWays.module.css'

/** For who has a vault already: in a folder, or in a backup. */
export function OtherWays() {
  const { t } = useTranslation()
  const [restoring, setRestoring] = useState(false)
  const [listing, setListing] = useState(false)
  const load = useCallback(() => client.call('vaults.list', {}), [])
  const { value: known } = useResource(null, load)
  const vault = useOpenVault()
  const hasOthers = known !== null && known.vaults.length > 1
  return (
    <section aria-label={t('firstRun.hasVault')}>
      <p className={classes.or}>{t('firstRun.hasVault')}</p>
      <Way
        icon={<IconFolderOpen size={20} />}
        title={t('firstRun.openFolder')}
        text={t('firstRun.openFolderText')}
        disabled={vault.busy}
        onChoose={() => {
          if (hasOthers) setListing(true)
          else vault.choose(null)
        }}
      />
      <Way
        icon={<IconDatabaseImport size={20} />}
        title={t('firstRun.restore')}
        text={t('firstRun.restoreText')}
        onChoose={() => {
          setRestoring(true)
        }}
      />
      {known?.isWhole === false && <p className={classes.note}>{t('vaults.listDamaged')}</p>}
      {vault.failure && vault.asked === null && (
        <div className={classes.note}>
          <FailureNote failure={vault.failure} />
        </div>
      )}
      <AskVaultDialog vault={vault} />
      {listing && (
        <VaultsDialog
          onClose={() => {
            setListing(false)
          }}
        />
      )}
      <RestoreDialog
        opened={restoring}
        backup={null}
        onClose={() => {
          setRestoring(false)
        }}
      />
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly disabled?: boolean
  readonly onChoose: () => void
}

function Way({ icon, title, text, disabled = false, onChoose }: WayProps) {
  return (
    <UnstyledButton className={cx(classes.way)} disabled={disabled} onClick={onChoose}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
      <IconChevronRight size={16} className={cx(classes.icon)} aria-hidden="true" />
    </UnstyledButton>
  )
}
