import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import type { Rotation } from '@contract/model/rotation'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { rotationOf, useRotations } from '../../../stores/rotations-store'
import { useResource } from '../../../stores/use-resource'
import { Loading } from '../../../ui/Loading'
import { DialogPage } from '../dialogs/DialogPage'
import { WithTiedKey } from '../dialogs/WithTiedKey'
import dialog from '../dialogs/Dialog.module.css'
import { RotationByHand } from './RotationByHand'
import { RotationPage } from './RotationPage'

interface RotationDialogProps {
  readonly keyId: KeyId
  readonly rotationId: string
}

/** A rotation as it stands, found again whenever it was left. */
export function RotationDialog({ keyId, rotationId }: RotationDialogProps) {
  const { t } = useTranslation()
  const open = useRotations((state) => rotationOf(state.items, keyId))
  const revision = useConnections((state) => state.remoteRevision)
  const [answered, setAnswered] = useState<{ revision: number; rotation: Rotation } | null>(null)
  const load = useCallback(
    async () => (await client.call('rotations.list', { open: false, keyId })).items.find(({ id }) => id === rotationId),
    [keyId, rotationId]
  )
  const { value, failure } = useResource(`${String(revision)} ${open?.step ?? ''}`, load)
  const told = answered?.revision === revision ? answered.rotation : null
  const rotation = told ?? value ?? (open?.id === rotationId ? open : null)
  const keep = (next: Rotation): void => {
    setAnswered({ revision: useConnections.getState().remoteRevision, rotation: next })
    useRotations.getState().refresh()
  }

  return (
    <WithTiedKey id={keyId} title={(name) => t('provider.rotation.title', { name })}>
      {(tied) => {
        if (rotation === null) {
          return (
            <DialogPage
              title={t('provider.rotation.title', { name: tied.saved.name })}
              failure={failure}
              footer={
                <Button
                  variant="default"
                  data-autofocus
                  onClick={() => {
                    useProviderDialog.getState().close()
                  }}
                >
                  {t('common.close')}
                </Button>
              }
            >
              {value === undefined ? (
                <p className={dialog.text}>{t('provider.rotation.missing')}</p>
              ) : (
                failure === null && <Loading label={t('common.loading')} />
              )}
            </DialogPage>
          )
        }
        return rotation.step === 'manual' ? (
          <RotationByHand tied={tied} rotation={rotation} onChanged={keep} />
        ) : (
          <RotationPage tied={tied} rotation={rotation} onChanged={keep} />
        )
      }}
    </WithTiedKey>
  )
}
