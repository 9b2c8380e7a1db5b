import type { Rotation } from '@contract/model/rotation'
import { Switch, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { absoluteText } from '../../../texts/dates'
import { FailureNote } from '../../../ui/FailureNote'
import { Ring } from '../../../ui/Ring'
import { useNow } from '../../../ui/use-now'
import { stepsOf, type ShownStep } from '../model/rotation-steps'
import { BoundFiles } from './BoundFiles'
import { leftWords } from './left-words'
import classes from './Rotation.module.css'
import { StepShape } from './StepShape'

interface StepsProps {
  readonly rotation: Rotation
  readonly provider: string
  readonly onRevokeAtEnd: (revokeAtEnd: boolean) => void
}

/** The steps of a rotation, each with what happened in it. */
export function Steps({ rotation, provider, onRevokeAtEnd }: StepsProps) {
  const { t } = useTranslation()
  return (
    <ol className={classes.steps} aria-label={t('provider.rotation.steps')}>
      {stepsOf(rotation).map(({ step, state }) => (
        <li
          key={step}
          className={classes.step}
          data-state={state}
          aria-current={state === 'current' || state === 'failed' ? 'step' : undefined}
        >
          <StepShape state={state} />
          <div>
            <p className={classes.name}>
              {step === 'make' && rotation.mode === 'manual'
                ? t('provider.rotation.step.makeByHand')
                : t(`provider.rotation.step.${step}`)}
              <VisuallyHidden>{` (${t(`provider.rotation.states.${state}`)})`}</VisuallyHidden>
            </p>
            {(state === 'done' || state === 'current' || state === 'failed') && (
              <Happened step={step} rotation={rotation} provider={provider} isDone={state === 'done'} />
            )}
            {step === 'write' && state !== 'ahead' && <BoundFiles bindings={rotation.bindings} />}
            {step === 'grace' && state === 'current' && <Grace rotation={rotation} onRevokeAtEnd={onRevokeAtEnd} />}
            {state === 'failed' && rotation.failure !== null && (
              <div className={classes.failure}>
                <FailureNote failure={{ ...rotation.failure, id: '' }} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

interface HappenedProps {
  readonly step: ShownStep
  readonly rotation: Rotation
  readonly provider: string
  readonly isDone: boolean
}

function Happened({ step, rotation, provider, isDone }: HappenedProps) {
  const { t, i18n } = useTranslation()
  const words = (): string | null => {
    switch (step) {
      case 'make':
        if (rotation.step === 'manual') return t('provider.rotation.happened.manual', { provider })
        return t(isDone ? 'provider.rotation.happened.made' : 'provider.rotation.happened.making')
      case 'write':
        if (!isDone) return null
        return t('provider.rotation.happened.written', { count: rotation.bindings.length })
      case 'verify':
        if (!isDone) return null
        return t(`provider.rotation.happened.${rotation.verified === true ? 'verified' : 'cannotVerify'}`, { provider })
      case 'grace':
        if (isDone) return null
        return rotation.graceEndsAt === null
          ? t('provider.rotation.happened.graceOpen')
          : t('provider.rotation.happened.graceEnds', { when: absoluteText(rotation.graceEndsAt, i18n.language) })
      case 'revoke':
        return isDone ? t('provider.rotation.happened.revoked') : null
    }
  }
  const said = words()
  return said === null ? null : <p className={classes.happened}>{said}</p>
}

interface GraceProps {
  readonly rotation: Rotation
  readonly onRevokeAtEnd: (revokeAtEnd: boolean) => void
}

/** The time in which both values work, running down. */
function Grace({ rotation, onRevokeAtEnd }: GraceProps) {
  const { t } = useTranslation()
  const nowMs = useNow(1_000)
  const { graceEndsAt, startedAt, revokeAtEnd } = rotation
  if (graceEndsAt === null) return null
  const endMs = Date.parse(graceEndsAt)
  const left = (endMs - nowMs) / Math.max(1, endMs - Date.parse(startedAt))
  return (
    <>
      <p className={classes.grace} role="timer">
        <Ring left={left} size={20} />
        {leftWords(graceEndsAt, nowMs, t)}
      </p>
      <Switch
        label={t('provider.rotation.revokeAtEnd')}
        checked={revokeAtEnd}
        onChange={(event) => {
          onRevokeAtEnd(event.currentTarget.checked)
        }}
      />
    </>
  )
}
