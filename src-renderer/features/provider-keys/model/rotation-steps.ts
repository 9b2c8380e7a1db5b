import type { RotationMode } from '@contract/model/connector'
import type { Rotation } from '@contract/model/rotation'

/** A step as people see it; the durable steps of the core behind it are finer. */
export type ShownStep = 'make' | 'write' | 'verify' | 'grace' | 'revoke'
export type StepState = 'done' | 'current' | 'failed' | 'ahead' | 'undone'

export interface Step {
  readonly step: ShownStep
  readonly state: StepState
}

const ORDER: readonly ShownStep[] = ['make', 'write', 'verify', 'grace', 'revoke']

/** The steps this rotation has. Where the old value dies with the new one there is nothing to wait for. */
export function stepsOf(rotation: Pick<Rotation, 'mode' | 'step' | 'failure' | 'new'>): Step[] {
  const steps = ORDER.filter((step) => rotation.mode !== 'in-place' || (step !== 'grace' && step !== 'revoke'))
  const at = placeOf(rotation)
  return steps.map((step, index) => ({ step, state: stateAt(index, at, rotation) }))
}

/** Whether both values live now. */
export function bothLive({ mode, step, new: made }: Pick<Rotation, 'mode' | 'step' | 'new'>): boolean {
  return made !== null && mode !== 'in-place' && step !== 'done' && step !== 'aborted'
}

/** The modes a person may choose from, the provider's own first. */
export function offeredModes(rotation: { mode: RotationMode; alternatives: readonly RotationMode[] }): RotationMode[] {
  return [...new Set([rotation.mode, ...rotation.alternatives])].filter((mode) => mode !== 'none')
}

function placeOf({ step, new: made }: Pick<Rotation, 'step' | 'new'>): number {
  switch (step) {
    case 'creating':
    case 'manual':
      return 0
    case 'writing':
      return 1
    case 'verifying':
      return 2
    case 'grace':
      return 3
    case 'revoking':
      return 4
    case 'done':
      return ORDER.length
    case 'aborting':
    case 'aborted':
      return made === null ? 0 : 1
  }
}

function stateAt(index: number, at: number, { step, failure }: Pick<Rotation, 'step' | 'failure'>): StepState {
  const back = step === 'aborting' || step === 'aborted'
  if (back) return index < at ? 'undone' : 'ahead'
  if (index < at) return 'done'
  if (index > at) return 'ahead'
  return failure === null ? 'current' : 'failed'
}
