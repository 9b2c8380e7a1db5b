import type { KeyId } from '@contract/model/base'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { dateText } from '../../../texts/dates'
import { showToast } from '../../../ui/toasts'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import dialog from '../dialogs/Dialog.module.css'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { ExpiryField } from '../form/ExpiryField'
import { renewedExpiry, toExpiryChoice, type ExpiryOption } from '../model/expiry'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'

interface RenewDialogProps {
  readonly keyId: KeyId
}

export function RenewDialog({ keyId }: RenewDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.renew.title', { name })}>
      {(tied) => <Renew tied={tied} />}
    </WithTiedKey>
  )
}

interface RenewProps {
  readonly tied: TiedKey
}

/** Moves a key's end where its provider lets one; the value stays. */
function Renew({ tied }: RenewProps) {
  const { t, i18n } = useTranslation()
  const { saved, kind, provider } = tied
  const [expiry, setExpiry] = useState<{ option: ExpiryOption; day: string | null }>(() => ({
    option: renewedExpiry(kind.expiry, saved, Date.now()),
    day: null
  }))
  const [dayMissing, setDayMissing] = useState(false)
  const { busy, failure, run } = useDoing()
  const { close } = useProviderDialog.getState()

  function renew(): void {
    const missing = expiry.option === 'date' && expiry.day === null
    setDayMissing(missing)
    if (missing) return
    void run(async () => {
      await client.call('remote.renew', { id: saved.id, expiry: toExpiryChoice(expiry.option, expiry.day) })
      showToast(t('provider.renew.done', { name: saved.name }))
      close()
    })
  }

  return (
    <DialogPage
      title={t('provider.renew.title', { name: saved.name })}
      failure={failure}
      busy={busy ? t('provider.renew.working', { provider }) : null}
      onSubmit={renew}
      footer={<FormButtons action={t('provider.renew.action')} busy={busy} first="action" onCancel={close} />}
    >
      <p className={dialog.text}>
        {t('provider.renew.text')}{' '}
        {t('provider.renew.now', {
          when: saved.expiresAt === null ? t('common.never') : dateText(saved.expiresAt, i18n.language)
        })}
      </p>
      <ExpiryField
        model={kind.expiry}
        {...expiry}
        error={dayMissing ? t('provider.create.problems.dayNeeded') : undefined}
        onChange={(option, day) => {
          setExpiry({ option, day })
          setDayMissing(false)
        }}
      />
    </DialogPage>
  )
}
