import type { BackupSummary } from '@contract/model/backup'
import { Button } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useApp } from '../../stores/app-store'
import { useKeyList } from '../../stores/key-list-store'
import { useUi } from '../../stores/ui-store'
import { useResource } from '../../stores/use-resource'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNote } from '../../ui/FailureNote'
import { Loading } from '../../ui/Loading'
import { Screen, ScreenHead, ScreenNote, ScreenScroll } from '../../ui/Screen'
import { Working } from '../../ui/Working'
import { RestoreDialog } from '../vault-care'
import { backUpNow, saveCopy } from './backup-actions'
import { BackupTable } from './BackupTable'
import { CheckDialog } from './CheckDialog'
import { Schedule } from './Schedule'

export function BackupsScreen() {
  const { t } = useTranslation()
  const revision = useKeyList((state) => state.keysRevision)
  const settings = useApp((state) => state.settings)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const made = useUi((state) => state.backupsMade)
  const load = useCallback(() => client.call('backups.list', {}), [])
  const { value, failure } = useResource(`${String(revision)} ${String(made)}`, load)
  const [working, setWorking] = useState<'making' | 'saving' | null>(null)
  const [checking, setChecking] = useState<BackupSummary | null>(null)
  const [restoring, setRestoring] = useState<{ readonly backup: BackupSummary | null } | null>(null)
  const [whole, setWhole] = useState<ReadonlyMap<string, number>>(new Map())

  async function run(what: 'making' | 'saving', action: () => Promise<void>): Promise<void> {
    setWorking(what)
    await action()
    setWorking(null)
  }
  const make = (): void => {
    void run('making', backUpNow)
  }

  return (
    <Screen>
      <ScreenHead title={t('backups.title')} lead={t('backups.lead')}>
        <Button
          variant="default"
          onClick={() => {
            setRestoring({ backup: null })
          }}
        >
          {t('backups.restoreFile')}
        </Button>
        <Button
          variant="default"
          loading={working === 'saving'}
          disabled={working !== null}
          onClick={() => {
            void run('saving', saveCopy)
          }}
        >
          {t('backups.save')}
        </Button>
        <Button
          variant={value?.items.length === 0 ? 'default' : 'filled'}
          loading={working === 'making'}
          disabled={working !== null || readOnly}
          onClick={make}
        >
          {t('backups.make')}
        </Button>
      </ScreenHead>
      {settings !== null && <Schedule settings={settings} />}
      {working !== null && (
        <ScreenNote>
          <Working label={t('backups.working')} />
        </ScreenNote>
      )}
      {failure !== null && (
        <ScreenNote>
          <FailureNote failure={failure} />
        </ScreenNote>
      )}
      {value === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : value.items.length === 0 ? (
        <EmptyState
          icon={<IconDatabaseExport size={20} />}
          title={t('empty.backupsTitle')}
          text={t('empty.backupsText')}
          primary
          action={t('empty.backupsAction')}
          onAction={make}
        />
      ) : (
        <ScreenScroll label={t('backups.table')}>
          <BackupTable
            backups={value.items}
            whole={whole}
            onCheck={setChecking}
            onRestore={(backup) => {
              setRestoring({ backup })
            }}
          />
        </ScreenScroll>
      )}
      {checking && (
        <CheckDialog
          backup={checking}
          onWhole={({ file, keys }) => {
            setWhole((before) => new Map(before).set(file, keys))
            setChecking(null)
          }}
          onClose={() => {
            setChecking(null)
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
    </Screen>
  )
}
