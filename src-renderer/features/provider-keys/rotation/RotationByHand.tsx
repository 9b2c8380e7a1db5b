import type { Rotation } from '@contract/model/rotation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { ByHandPage } from '../guided/ByHandPage'
import { blanksOfKey } from '../guided/blanks-of-key'
import { sameLength } from '../model/expiry'
import type { TiedKey } from '../use-tied-key'
import { RotationPage } from './RotationPage'

interface RotationByHandProps {
  readonly tied: TiedKey
  readonly rotation: Rotation
  readonly onChanged: (rotation: Rotation) => void
}

/** The step that a person does in the provider's console; back leads to how the rotation stands. */
export function RotationByHand({ tied, rotation, onChanged }: RotationByHandProps) {
  const { t, i18n } = useTranslation()
  const [standing, setStanding] = useState(false)
  const { saved, kind, provider, connection } = tied
  if (standing) {
    return (
      <RotationPage
        tied={tied}
        rotation={rotation}
        onChanged={onChanged}
        onEnter={() => {
          setStanding(false)
        }}
      />
    )
  }
  return (
    <ByHandPage
      title={t('provider.rotation.title', { name: saved.name })}
      job="rotate"
      connectionId={connection.id}
      provider={provider}
      kind={kind}
      keyId={saved.id}
      request={null}
      blanks={blanksOfKey(kind, saved, t, i18n.language, sameLength(kind.expiry, saved))}
      onBack={() => {
        setStanding(true)
      }}
      onValue={async (secret, anyFormat) => {
        const next = await client.call('rotations.enterValue', { id: rotation.id, secret, anyFormat })
        onChanged(next)
        useProviderDialog.getState().open({ kind: 'rotation', keyId: saved.id, rotationId: rotation.id })
      }}
    />
  )
}
