import type { KeyId } from '@contract/model/base'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { showToast } from '../../../ui/toasts'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { ChoiceList } from '../form/ChoiceList'
import { toPolicy, toPolicyValues } from '../model/policy'
import { offeredModes } from '../model/rotation-steps'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'
import { PolicyNumbers } from './PolicyNumbers'

interface PolicyDialogProps {
  readonly keyId: KeyId
}

export function PolicyDialog({ keyId }: PolicyDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.policy.title', { name })}>
      {(tied) => <Policy tied={tied} />}
    </WithTiedKey>
  )
}

interface PolicyProps {
  readonly tied: TiedKey
}

/** By whom a key is rotated, and when. */
function Policy({ tied }: PolicyProps) {
  const { t } = useTranslation()
  const { saved, link, kind, speaks } = tied
  const [values, setValues] = useState(() => toPolicyValues(link.policy))
  const { busy, failure, run } = useDoing()
  const policy = toPolicy(values)
  const canRunItself = speaks && offeredModes(kind.rotation).length > 0
  const { close } = useProviderDialog.getState()

  return (
    <DialogPage
      title={t('provider.policy.title', { name: saved.name })}
      failure={failure}
      busy={busy ? t('common.loading') : null}
      onSubmit={() => {
        if (policy === null) return
        void run(async () => {
          await client.call('remote.setPolicy', { id: saved.id, policy })
          showToast(t('provider.policy.saved'))
          close()
        })
      }}
      footer={<FormButtons action={t('provider.policy.save')} busy={busy} ready={policy !== null} onCancel={close} />}
    >
      <ChoiceList
        label={t('provider.policy.when')}
        value={values.kind}
        choices={[
          { value: 'by-hand', label: t('provider.policy.byHand'), help: t('provider.policy.byHandHelp') },
          { value: 'remind', label: t('provider.policy.remind'), help: t('provider.policy.remindHelp') },
          {
            value: 'automatic',
            label: t('provider.policy.automatic'),
            help: t(canRunItself ? 'provider.policy.automaticHelp' : 'provider.policy.automaticByHand'),
            disabled: !canRunItself
          }
        ]}
        onChange={(chosen) => {
          setValues({ ...values, kind: chosen })
        }}
      />
      {values.kind !== 'by-hand' && (
        <PolicyNumbers
          values={values}
          expires={saved.expiresAt !== null}
          isWrong={policy === null}
          onChange={(change) => {
            setValues({ ...values, ...change })
          }}
        />
      )}
    </DialogPage>
  )
}
