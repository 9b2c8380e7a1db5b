import type { Binding, BindingState } from '@contract/model/env'

/** How the names of a project, a key or everything stand, counted. */
export interface Drift {
  readonly all: number
  readonly out: number
  /** The state that needs a person most; `in-step` when none does. */
  readonly worst: BindingState
  /** Those that lose nothing when the vault's value is written again: only the vault moved, or nothing is there. */
  readonly writable: readonly Binding[]
}

const byUrgency: readonly BindingState[] = [
  'both-moved',
  'unreadable',
  'file-moved',
  'vault-moved',
  'missing',
  'file-gone',
  'orphaned'
]
const losesNothing: ReadonlySet<BindingState> = new Set(['vault-moved', 'missing', 'file-gone'])

export function driftOf(bindings: readonly Binding[]): Drift {
  const out = bindings.filter(({ state }) => state !== 'in-step')
  return {
    all: bindings.length,
    out: out.length,
    worst: byUrgency.find((state) => out.some((binding) => binding.state === state)) ?? 'in-step',
    writable: out.filter(({ state, may }) => losesNothing.has(state) && may.includes('write'))
  }
}
