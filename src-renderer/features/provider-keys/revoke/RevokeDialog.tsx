import type { KeyId } from '@contract/model/base'
import { TextInput } from '@mantine/core'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { rotationOf, useRotations } from '../../../stores/rotations-store'
import { showToast } from '../../../ui/toasts'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import { Note } from '../../../ui/Note'
import { Part } from '../dialogs/Part'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { EnvSlotsContext } from '../env-slots'
import { blanksOfKey } from '../guided/blanks-of-key'
import { GuidePart } from '../guided/GuidePart'
import { isByHand } from '../model/create-form'
import { isProduction } from '../model/production'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'
import { RevokeFacts } from './RevokeFacts'
import classes from './Revoke.module.css'

interface RevokeDialogProps {
  readonly keyId: KeyId
}

export function RevokeDialog({ keyId }: RevokeDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.revoke.title', { name })}>
      {(tied) => <Revoke tied={tied} />}
    </WithTiedKey>
  )
}

interface RevokeProps {
  readonly tied: TiedKey
}

/** Ends a key at its provider, in the provider's own words; one in production takes its name. */
function Revoke({ tied }: RevokeProps) {
  const { t, i18n } = useTranslation()
  const { saved, kind, provider, connection } = tied
  const [typed, setTyped] = useState('')
  const { busy, failure, run } = useDoing()
  const running = useRotations((state) => rotationOf(state.items, saved.id) !== null)
  const bound = useContext(EnvSlotsContext).bound?.({ id: saved.id, name: saved.name })
  const byHand = isByHand(tied.link.mode, kind, 'revoke')
  const mustType = isProduction(saved)
  const isSure = !mustType || typed.trim() === saved.name
  const { close } = useProviderDialog.getState()

  async function revoke(): Promise<void> {
    await client.call('remote.revoke', { id: saved.id })
    showToast(t('provider.revoke.done', { name: saved.name }))
    close()
  }

  return (
    <DialogPage
      title={t('provider.revoke.title', { name: saved.name })}
      failure={failure}
      busy={busy ? t('provider.revoke.working', { provider }) : null}
      onSubmit={() => {
        if (isSure && !running) void run(revoke)
      }}
      footer={
        <FormButtons
          action={t(byHand ? 'provider.guided.revoked' : 'provider.revoke.action')}
          danger
          busy={busy}
          ready={isSure && !running}
          first={mustType && !running ? null : 'cancel'}
          onCancel={close}
        />
      }
    >
      {kind.confirmRevoke === '' ? (
        <Note tone="danger">{t('provider.revoke.general')}</Note>
      ) : (
        <Note tone="danger" title={t('provider.revoke.says', { provider })}>
          {kind.confirmRevoke}
        </Note>
      )}
      {running && <Note>{t('provider.revoke.running')}</Note>}
      {byHand && (
        <GuidePart
          wanted={{ connectionId: connection.id, kind: kind.id, job: 'revoke', keyId: saved.id, request: null }}
          provider={provider}
          blanks={blanksOfKey(kind, saved, t, i18n.language).slice(0, 1)}
        />
      )}
      <RevokeFacts saved={saved} />
      {bound !== undefined && <Part title={t('provider.rotation.bound')}>{bound}</Part>}
      {mustType && (
        <TextInput
          label={t('provider.revoke.typeName', { name: saved.name })}
          description={t('provider.revoke.typeWhy')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ input: classes.mono ?? '' }}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
      )}
    </DialogPage>
  )
}
