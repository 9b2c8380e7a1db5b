import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { useActivityTouch } from '../../stores/use-activity-touch'
import { useUi } from '../../stores/ui-store'
import { FailureNote } from '../../ui/FailureNote'
import { Mark } from '../../ui/Mark'
import { NewPasswordFields } from '../../ui/new-password/NewPasswordFields'
import { useNewPassword } from '../../ui/new-password/use-new-password'
import classes from './NewPasswordScreen.module.css'

/** After the recovery code opened the vault: a password, before anything else. */
export function NewPasswordScreen() {
  const { t } = useTranslation()
  const hint = useApp((state) => state.session?.hint ?? '')
  const form = useNewPassword()
  useActivityTouch()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function save(): Promise<void> {
    const typed = await form.read()
    if (typed === null) return
    setBusy(true)
    setFailure(null)
    try {
      await client.call('vault.changePassword', { current: null, next: typed.password, hint: typed.hint })
      form.clear()
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  return (
    <main className={classes.screen}>
      <form
        className={classes.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <Mark size={28} />
        <h1 className={classes.title}>{t('newPassword.title')}</h1>
        <p className={classes.lead}>{t('newPassword.lead')}</p>
        <Stack gap="sm">
          <NewPasswordFields form={form} label={t('newPassword.password')} hint={hint} autoFocus />
          {failure && <FailureNote failure={failure} />}
          <Button type="submit" size="md" loading={busy} fullWidth>
            {t('newPassword.set')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            fullWidth
            disabled={busy}
            onClick={() => {
              useUi.getState().putOffNewPassword(true)
            }}
          >
            {t('newPassword.later')}
          </Button>
        </Stack>
      </form>
    </main>
  )
}
