import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUi } from '../../../stores/ui-store'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { useCloseGuard } from '../dialogs/close-guard'
import { DialogPage } from '../dialogs/DialogPage'
import { Note } from '../../../ui/Note'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import { EnvSlotsContext } from '../env-slots'
import type { TiedKey } from '../use-tied-key'
import { KeptLine } from './KeptLine'
import { NewValueBlock } from './NewValueBlock'

interface NewValueDialogProps {
  readonly keyId: KeyId
  /** The rotation that made it, which is gone on with afterwards. */
  readonly rotationId: string | null
}

/** A value that was just made: shown once, copied, written, and put away. */
export function NewValueDialog({ keyId, rotationId }: NewValueDialogProps) {
  const { t } = useTranslation()
  return (
    <WithTiedKey
      id={keyId}
      title={(name) => t(rotationId === null ? 'provider.value.created' : 'provider.value.rotated', { name })}
    >
      {(tied) => <NewValue tied={tied} rotationId={rotationId} />}
    </WithTiedKey>
  )
}

interface NewValueProps {
  readonly tied: TiedKey
  readonly rotationId: string | null
}

function NewValue({ tied, rotationId }: NewValueProps) {
  const { t } = useTranslation()
  const { saved, link, kind, provider } = tied
  const { id, name } = saved
  const [taken, setTaken] = useState(false)
  /** What is meant to come after it, while it is asked whether it may go. */
  const [asking, setAsking] = useState<'close' | 'open' | null>(null)
  const elsewhere = useUi((state) => state.screen !== 'keys')
  const slots = useContext(EnvSlotsContext)
  const goesAway = link.forgetsSecret && rotationId === null

  const putAway = (then: 'close' | 'open'): void => {
    // What cannot be put away now is put away by the next lock.
    client.call('remote.putAway', { id }).catch(() => undefined)
    const dialogs = useProviderDialog.getState()
    if (rotationId !== null) dialogs.open({ kind: 'rotation', keyId: id, rotationId })
    else dialogs.close()
    if (then === 'open') {
      useUi.getState().goTo('keys')
      useKeyList.getState().open(id)
    }
  }
  const finish = (then: 'close' | 'open'): void => {
    if (goesAway && !taken) setAsking(then)
    else putAway(then)
  }
  const done = (): void => {
    finish('close')
  }
  useCloseGuard(done)

  return (
    <>
      <DialogPage
        title={t(rotationId === null ? 'provider.value.created' : 'provider.value.rotated', { name })}
        onSubmit={done}
        footer={
          <>
            {elsewhere && rotationId === null && (
              <Button
                variant="default"
                onClick={() => {
                  finish('open')
                }}
              >
                {t('provider.value.openKey')}
              </Button>
            )}
            <Button type="submit" data-autofocus>
              {rotationId === null ? t('provider.value.done') : t('provider.value.toRotation')}
            </Button>
          </>
        }
      >
        {kind.reveal === 'once' && kind.revealWarning !== '' && (
          <Note title={t('provider.value.says', { provider })}>{kind.revealWarning}</Note>
        )}
        <NewValueBlock
          saved={saved}
          write={slots.write?.({ id, name }, () => {
            setTaken(true)
          })}
          onTaken={() => {
            setTaken(true)
          }}
        />
        <KeptLine where={!link.forgetsSecret ? 'vault' : rotationId === null ? 'nowhere' : 'rotation'} name={name} />
      </DialogPage>
      {asking !== null && (
        <ConfirmDialog
          title={t('provider.value.askTitle')}
          text={t('provider.value.askText', { provider })}
          action={t('provider.value.askClose')}
          danger
          cancel={t('provider.value.askStay')}
          onConfirm={() => {
            putAway(asking)
          }}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
