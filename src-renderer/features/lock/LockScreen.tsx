import { Button, UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { cx } from '../../ui/cx'
import { FailureNote } from '../../ui/FailureNote'
import { Mark } from '../../ui/Mark'
import { PasswordField } from '../../ui/PasswordField'
import classes from './LockScreen.module.css'
import { useUnlock } from './use-unlock'

export function LockScreen() {
  const { t } = useTranslation()
  const session = useApp((state) => state.session)
  const [hintShown, setHintShown] = useState(false)
  const { field, busy, wrong, waitSeconds, failure, submit, clearWrong } = useUnlock()
  const phase = session?.phase ?? 'locked'
  const working = busy || phase === 'unlocking' || phase === 'locking'
  const line = waitSeconds > 0 ? t('lock.wait', { count: waitSeconds }) : wrong ? t('lock.wrong') : ''
  const hint = session?.hint ?? ''

  return (
    <main className={classes.screen}>
      <form
        className={classes.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Mark size={48} />
        <h1 className={classes.title}>{t('lock.title', { vault: session?.vaultName ?? '' })}</h1>
        <p className={classes.reason}>
          <IconLock size={16} aria-hidden="true" />
          {t(`lock.reason.${session?.lockReason ?? 'start'}`)}
        </p>
        <PasswordField
          ref={field}
          className={cx(classes.field)}
          label={t('lock.password')}
          toggleLabel={t('firstRun.show')}
          size="md"
          autoFocus
          aria-describedby="lock-line"
          aria-invalid={wrong}
          onChange={clearWrong}
        />
        <p id="lock-line" className={classes.line} role="alert">
          {line}
        </p>
        <Button type="submit" size="md" fullWidth loading={working} disabled={waitSeconds > 0} aria-busy={working}>
          {t('lock.unlock')}
        </Button>
        <div className={classes.below} aria-live="polite">
          {working ? (
            <span>{phase === 'locking' ? t('lock.locking') : t('lock.unlocking')}</span>
          ) : hint !== '' && !hintShown ? (
            <UnstyledButton
              className={cx(classes.hintButton)}
              onClick={() => {
                setHintShown(true)
              }}
            >
              {t('lock.showHint')}
            </UnstyledButton>
          ) : (
            hintShown && <span data-selectable>{t('lock.hint', { hint })}</span>
          )}
        </div>
        {failure && <FailureNote failure={failure} />}
      </form>
    </main>
  )
}
