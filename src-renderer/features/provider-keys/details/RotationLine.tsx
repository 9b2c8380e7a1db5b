import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { rotationOf, useRotations } from '../../../stores/rotations-store'
import { Left } from '../rotation/Left'
import classes from './ProviderPart.module.css'

interface RotationLineProps {
  readonly keyId: KeyId
}

/** That a rotation of this key is under way, how long both values work, and the way back to it. */
export function RotationLine({ keyId }: RotationLineProps) {
  const { t } = useTranslation()
  const rotation = useRotations((state) => rotationOf(state.items, keyId))
  if (rotation === null) return null
  const failed = rotation.failure !== null
  const { graceEndsAt } = rotation
  return (
    <div className={classes.rotation} data-failed={failed ? true : undefined}>
      {failed ? <IconAlertTriangle size={16} aria-hidden="true" /> : <IconRefresh size={16} aria-hidden="true" />}
      <p>
        {failed ? (
          t('provider.details.rotatingFailed')
        ) : rotation.step === 'grace' && graceEndsAt !== null ? (
          <Left until={graceEndsAt} words={(left) => t('provider.details.rotatingGrace', { left })} />
        ) : (
          t('provider.details.rotating')
        )}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          useProviderDialog.getState().open({ kind: 'rotation', keyId, rotationId: rotation.id })
        }}
      >
        {t('provider.details.openRotation')}
      </Button>
    </div>
  )
}
