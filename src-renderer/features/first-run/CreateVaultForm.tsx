import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useUi } from '../../stores/ui-store'
import { FailureNote } from '../../ui/FailureNote'
import { NewPasswordFields } from '../../ui/new-password/NewPasswordFields'
import { useNewPassword } from '../../ui/new-password/use-new-password'
import { Note } from '../../ui/Note'

export function CreateVaultForm() {
  const { t } = useTranslation()
  const form = useNewPassword()
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [busy, setBusy] = useState(false)

  async function create(): Promise<void> {
    const typed = await form.read()
    if (typed === null) return
    setBusy(true)
    setFailure(null)
    try {
      await client.call('vault.create', typed)
      form.clear()
      useUi.getState().offerKit(true)
      useUi.getState().offerImport(true)
    } catch (error) {
      setFailure(toCallFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void create()
      }}
    >
      <Stack gap="sm">
        <NewPasswordFields form={form} label={t('firstRun.password')} autoFocus />
        <Note>{t('firstRun.noReset')}</Note>
        {failure && <FailureNote failure={failure} />}
        <Button type="submit" size="md" loading={busy} fullWidth>
          {t('firstRun.create')}
        </Button>
      </Stack>
    </form>
  )
}
