import type { BackupSummary } from '@contract/model/backup'
import { Button } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useApp } from '../../stores/app-store'
import { useResource } from '../../stores/use-resource'
import { absoluteText } from '../../texts/dates'
import { failureText, isErrorCode } from '../../texts/failure-text'
import { shownPath } from '../../texts/shown-path'
import { FailureNote } from '../../ui/FailureNote'
import { RestoreDialog } from '../vault-care'
import { AskVaultDialog, useOpenVault, VaultsDialog } from '../vaults'
import classes from './DamagedScreen.module.css'

function titleOf(trouble: string | null): 'title' | 'unknownTitle' | 'missingTitle' | 'silentTitle' {
  if (trouble === 'vault-choice-damaged') return 'unknownTitle'
  if (trouble === 'vault-folder-missing') return 'missingTitle'
  return trouble === 'vault-folder-silent' ? 'silentTitle' : 'title'
}

export function DamagedScreen() {
  const { t, i18n } = useTranslation()
  const trouble = useApp((state) => state.session?.trouble ?? null)
  const file = useApp((state) => state.session?.troubleFile ?? null)
  const folder = useApp((state) => state.app?.vaultFolder ?? '')
  const load = useCallback(() => client.call('backups.list', {}), [])
  const { value: backups } = useResource(trouble, load)
  const [restoring, setRestoring] = useState<{ readonly backup: BackupSummary | null } | null>(null)
  const [choosing, setChoosing] = useState(false)
  const vault = useOpenVault()
  const isMissing = trouble === 'vault-folder-missing' || trouble === 'vault-folder-silent'
  const isUnknown = trouble === 'vault-choice-damaged'
  const newest = backups?.items[0]
  const code = trouble !== null && isErrorCode(trouble) ? trouble : 'vault-damaged'
  const text = failureText({ code, details: { file: file ?? folder, folder }, id: '' }, i18n.language)
  // What the page says already is not said again below.
  const isStill = vault.failure !== null && vault.failure.code === trouble
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <div role="alert">
          <IconShieldExclamation size={48} stroke={1.5} className={classes.icon} aria-hidden="true" />
          <h1 className={classes.title}>{t(`damaged.${titleOf(trouble)}`)}</h1>
          <p className={classes.happened} data-selectable>
            {text.happened}
          </p>
          <dl className={classes.facts}>
            <div>
              <dt>{t('damaged.kept')}</dt>
              <dd>{text.kept}</dd>
            </div>
            <div>
              <dt>{t('damaged.next')}</dt>
              <dd>{text.next}</dd>
            </div>
            {!isUnknown && !isMissing && (
              <div>
                <dt>{t('damaged.folder')}</dt>
                <dd className={classes.path} data-selectable>
                  {shownPath(folder)}
                </dd>
              </div>
            )}
          </dl>
        </div>
        <div className={classes.actions}>
          {newest !== undefined && (
            <Button
              onClick={() => {
                setRestoring({ backup: newest })
              }}
            >
              {t('damaged.restoreNewest', { when: absoluteText(newest.madeAt, i18n.language) })}
            </Button>
          )}
          {isMissing && (
            <Button
              loading={vault.busy}
              onClick={() => {
                vault.choose(folder)
              }}
            >
              {t('common.tryAgain')}
            </Button>
          )}
          {!isMissing && !isUnknown && (
            <Button
              variant="default"
              onClick={() => {
                setRestoring({ backup: null })
              }}
            >
              {t('damaged.chooseFile')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              setChoosing(true)
            }}
          >
            {t('vaults.others')}
          </Button>
        </div>
        <p className={classes.none} role="status">
          {isStill && t(trouble === 'vault-folder-silent' ? 'damaged.stillSilent' : 'damaged.stillMissing')}
        </p>
        {vault.failure && !isStill && vault.asked === null && (
          <div className={classes.failure}>
            <FailureNote failure={vault.failure} />
          </div>
        )}
        {!isMissing && !isUnknown && backups !== null && newest === undefined && (
          <p className={classes.none}>{t('damaged.noBackup')}</p>
        )}
      </div>
      <AskVaultDialog vault={vault} />
      {choosing && (
        <VaultsDialog
          onClose={() => {
            setChoosing(false)
          }}
        />
      )}
      {restoring && (
        <RestoreDialog
          opened
          backup={restoring.backup}
          onClose={() => {
            setRestoring(null)
          }}
        />
      )}
    </main>
  )
}
