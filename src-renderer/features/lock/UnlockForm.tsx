import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { cx } from '../../ui/cx'
import { FailureNote } from '../../ui/FailureNote'
import { PasswordField } from '../../ui/PasswordField'
import { RecoveryCodeField } from '../../ui/RecoveryCodeField'
import classes from './LockScreen.module.css'
import { useUnlock } from './use-unlock'

interface UnlockFormProps {
  readonly kind: 'password' | 'recovery'
  readonly onKind: (kind: 'password' | 'recovery') => void
}

/** The field for the password or for the recovery code, and the other ways in below it. */
export function UnlockForm({ kind, onKind }: UnlockFormProps) {
  const { t } = useTranslation()
  const session = useApp((state) => state.session)
  const [hintShown, setHintShown] = useState(false)
  const { field, busy, line, waitSeconds, failure, submit, useDevice, clearLine } = useUnlock(kind)
  const phase = session?.phase ?? 'locked'
  const working = busy || phase === 'unlocking' || phase === 'locking'
  const words = waitSeconds > 0 ? t('lock.wait', { count: waitSeconds }) : line === null ? '' : t(`lock.${line}`)
  const hint = session?.hint ?? ''
  const common = {
    ref: field,
    className: cx(classes.field),
    size: 'md',
    autoFocus: true,
    'aria-describedby': 'lock-line',
    'aria-invalid': line !== null && line !== 'deviceFailed'
  } as const

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {kind === 'password' ? (
        <PasswordField {...common} label={t('lock.password')} toggleLabel={t('firstRun.show')} onChange={clearLine} />
      ) : (
        <RecoveryCodeField {...common} label={t('kit.code')} onTyped={clearLine} />
      )}
      <p id="lock-line" className={classes.line} role="alert" data-calm={line === 'deviceFailed' || undefined}>
        {words}
      </p>
      <Button type="submit" size="md" fullWidth loading={working} disabled={waitSeconds > 0} aria-busy={working}>
        {t('lock.unlock')}
      </Button>
      {kind === 'password' && session?.deviceUnlock === 'on' && (
        <Button
          className={cx(classes.device)}
          variant="default"
          size="md"
          fullWidth
          disabled={working}
          onClick={useDevice}
        >
          {t('lock.device')}
        </Button>
      )}
      <div className={classes.below} aria-live="polite">
        {working ? (
          <span>{phase === 'locking' ? t('lock.locking') : t('lock.unlocking')}</span>
        ) : (
          <>
            {kind === 'password' && hint !== '' && !hintShown && (
              <UnstyledButton
                className={cx(classes.way)}
                onClick={() => {
                  setHintShown(true)
                }}
              >
                {t('lock.showHint')}
              </UnstyledButton>
            )}
            {kind === 'password' && hintShown && <span data-selectable>{t('lock.hint', { hint })}</span>}
            {session?.recoveryCode === true && (
              <UnstyledButton
                className={cx(classes.way)}
                onClick={() => {
                  onKind(kind === 'password' ? 'recovery' : 'password')
                }}
              >
                {t(kind === 'password' ? 'lock.useCode' : 'lock.usePassword')}
              </UnstyledButton>
            )}
          </>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
    </form>
  )
}
