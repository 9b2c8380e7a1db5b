import type { KeyId } from '@contract/model/base'
import type { RotationMode } from '@contract/model/connector'
import { Switch } from '@mantine/core'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useRotations } from '../../../stores/rotations-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { FormButtons } from '../../../ui/FormButtons'
import { DialogPage } from '../dialogs/DialogPage'
import { Note } from '../../../ui/Note'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { EnvSlotsContext } from '../env-slots'
import { ChoiceList } from '../form/ChoiceList'
import { offeredModes } from '../model/rotation-steps'
import { useDoing } from '../../../stores/use-doing'
import type { TiedKey } from '../use-tied-key'
import dialog from '../dialogs/Dialog.module.css'
import { Part } from '../dialogs/Part'

interface StartRotationDialogProps {
  readonly keyId: KeyId
}

export function StartRotationDialog({ keyId }: StartRotationDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.rotation.startTitle', { name })}>
      {(tied) => <StartRotation tied={tied} />}
    </WithTiedKey>
  )
}

interface StartRotationProps {
  readonly tied: TiedKey
}

/** How a key is rotated, what each way means, and what happens to the old value at the end. */
function StartRotation({ tied }: StartRotationProps) {
  const { t } = useTranslation()
  const { saved, kind, provider, speaks } = tied
  const offered = speaks ? offeredModes(kind.rotation) : []
  const only = offered.length > 1 ? null : (offered[0] ?? 'manual')
  const [mode, setMode] = useState<RotationMode | 'manual'>(offered[0] ?? 'manual')
  const [revokeAtEnd, setRevokeAtEnd] = useState(false)
  const { busy, failure, run } = useDoing()
  const slots = useContext(EnvSlotsContext)
  const bound = slots.bound?.({ id: saved.id, name: saved.name })
  const { open, close } = useProviderDialog.getState()

  const meaning = (of: RotationMode | 'manual'): string => {
    if (of === 'grace' && kind.rotation.graceHours !== null) {
      return t('provider.rotation.meanings.graceHours', { provider, count: kind.rotation.graceHours })
    }
    return t(`provider.rotation.meanings.${of === 'none' ? 'manual' : of}`, { provider })
  }

  async function start(): Promise<void> {
    const rotation = await client.call('rotations.start', {
      id: saved.id,
      mode: mode === 'manual' ? null : mode,
      revokeAtEnd: mode !== 'in-place' && revokeAtEnd
    })
    useRotations.getState().refresh()
    if (rotation.failure?.code === 'provider-outcome-unknown') useUnfinished.getState().refresh()
    const there = { keyId: saved.id, rotationId: rotation.id }
    open(rotation.new === null ? { kind: 'rotation', ...there } : { kind: 'new-value', ...there })
  }

  return (
    <DialogPage
      title={t('provider.rotation.startTitle', { name: saved.name })}
      failure={failure}
      busy={busy ? t('provider.rotation.working', { provider }) : null}
      onSubmit={() => {
        void run(start)
      }}
      footer={
        <FormButtons
          action={t('provider.rotation.start')}
          busy={busy}
          first={only === null ? null : 'action'}
          onCancel={close}
        />
      }
    >
      {only === null ? (
        <ChoiceList
          label={t('provider.rotation.how')}
          value={mode}
          choices={offered.map((one) => ({
            value: one,
            label: t(`provider.rotation.modes.${one}`),
            help: meaning(one)
          }))}
          onChange={setMode}
        />
      ) : (
        <p className={dialog.text}>{meaning(mode)}</p>
      )}
      {kind.rotation.note !== '' && <Note tone="calm">{kind.rotation.note}</Note>}
      {mode === 'in-place' && <Note tone="danger">{t('provider.rotation.inPlaceWarning')}</Note>}
      {mode !== 'in-place' && speaks && (
        <Switch
          label={t('provider.policy.revokeAtEnd')}
          checked={revokeAtEnd}
          onChange={(event) => {
            setRevokeAtEnd(event.currentTarget.checked)
          }}
        />
      )}
      {bound !== undefined && <Part title={t('provider.rotation.bound')}>{bound}</Part>}
    </DialogPage>
  )
}
