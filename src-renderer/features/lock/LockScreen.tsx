import { IconLock } from '@tabler/icons-react'
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { restoreNote } from '../../stores/restore-note'
import { useUi } from '../../stores/ui-store'
import { FailureNote } from '../../ui/FailureNote'
import { cx } from '../../ui/cx'
import { Mark } from '../../ui/Mark'
import { VaultsDialog } from '../vaults'
import classes from './LockScreen.module.css'
import { UnlockForm } from './UnlockForm'

export function LockScreen() {
  const { t } = useTranslation()
  const session = useApp((state) => state.session)
  const leaving = useApp((state) => state.leaving)
  const restored = useUi((state) => state.restored)
  const [restoreBegun] = useState(() => restoreNote.isSet())
  const [choosing, setChoosing] = useState(false)
  const [kind, setKind] = useState<'password' | 'recovery'>('password')

  return (
    <main className={classes.screen}>
      <div className={classes.card} data-kind={kind}>
        <Mark size={48} />
        <h1 className={classes.title}>{t('lock.title', { vault: session?.vaultName ?? '' })}</h1>
        <p className={classes.reason}>
          <IconLock size={16} aria-hidden="true" />
          {t(`lock.reason.${session?.lockReason ?? 'start'}`)}
        </p>
        {(restored === 'done' || (restored === null && restoreBegun)) && (
          <p className={classes.restored} role="status">
            {t(restored === 'done' ? 'restore.done' : 'restore.begun')}
          </p>
        )}
        {restored !== null && restored !== 'done' && (
          <div className={classes.restoreFailed}>
            <FailureNote failure={restored} />
          </div>
        )}
        <div className={classes.ways} data-leaving={leaving || undefined}>
          <UnlockForm key={kind} kind={kind} onKind={setKind} />
          <UnstyledButton
            className={cx(classes.others)}
            onClick={() => {
              setChoosing(true)
            }}
          >
            {t('vaults.others')}
          </UnstyledButton>
        </div>
      </div>
      {choosing && (
        <VaultsDialog
          onClose={() => {
            setChoosing(false)
          }}
        />
      )}
    </main>
  )
}
