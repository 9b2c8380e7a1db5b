import './no-eval.ts'
import type { Bridge } from '@contract/bridge'
import type { ErrorCode, Result } from '@contract/errors'
import { contract, type CallName, type EventName, type InputOf, type OutputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import { Refusal, type FakeCalls, type FakeWorld } from './fake-calls.ts'
import { createFakeConnections, type FakeConnectionOptions } from './fake-connections.ts'
import { createFakeEnv, type FakeEnvOptions } from './fake-env.ts'
import { createFakeKeys } from './fake-keys.ts'
import { createFakeReminders, type FakeReminderOptions } from './fake-reminders.ts'
import { createFakeRemote, type FakeRemoteOptions } from './fake-remote.ts'
import { createFakeTrail, type FakeTrailOptions } from './fake-trail.ts'
import { createFakeUsage, type FakeUsageOptions } from './fake-usage.ts'
import { createFakeVault, type FakeVaultOptions } from './fake-vault.ts'
import { manyKeys, sampleVault, type SampleKey } from './sample-keys.ts'

export interface FakeOptions
  extends
    FakeConnectionOptions,
    FakeEnvOptions,
    FakeReminderOptions,
    FakeTrailOptions,
    FakeUsageOptions,
    FakeVaultOptions {
  readonly keys?: 'none' | 'sample' | number
  /** How long each answer takes. */
  readonly delayMs?: number
  /** Calls that fail, with the code they fail with. */
  readonly failures?: Partial<Record<CallName, ErrorCode>>
  readonly remote?: FakeRemoteOptions
}

/** The whole contract in memory, for the window without a main process. Inputs and outputs are held to the schemas. */
export function createFakeBridge(options: FakeOptions = {}): Bridge {
  const nowMs = Date.now()
  let revision = 1
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const emit = (name: EventName, payload: object): void => {
    revision++
    const message = { revision, ...payload } as never
    listeners.get(name)?.forEach((listener) => {
      listener(message)
    })
  }

  const wanted = options.keys ?? 'sample'
  const samples: SampleKey[] =
    wanted === 'none' ? [] : wanted === 'sample' ? sampleVault(nowMs) : manyKeys(wanted, nowMs)
  const trail = createFakeTrail(samples, options)
  const vault = createFakeVault(emit, options)
  const world: FakeWorld = {
    keys: new Map<KeyId, SampleKey>(samples.map((key) => [key.details.id, key])),
    emit,
    record: trail.record,
    changed: () => {
      emit('keys.changed', {})
    }
  }
  const keys = createFakeKeys({ ...world, ...vault })
  const connections = createFakeConnections(world, options)

  // What the window does not call yet is answered as unknown.
  const calls: Partial<FakeCalls> = {
    ...trail.calls,
    ...keys.calls,
    ...vault.calls({
      ...world,
      revision: () => revision,
      clipboard: { now: keys.clipboard, clear: keys.clearClipboard }
    }),
    ...connections.calls,
    ...createFakeRemote({ ...world, connections }, options.remote),
    ...createFakeEnv(world, options),
    ...createFakeReminders(world, { ...options, setSettings: vault.setSettings }),
    ...createFakeUsage({ ...world, connections }, options)
  }

  async function run<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const handle = calls[name] as FakeCalls[Name] | undefined
    if (!handle) throw new Refusal('call-unknown')
    return await handle(input)
  }

  async function answer<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
    await new Promise((resolve) => setTimeout(resolve, options.delayMs ?? 0))
    const failure = options.failures?.[name]
    const id = 'E-7Q2K-91'
    if (failure) return { ok: false, error: { code: failure, details: {}, id } }
    if (contract[name].requires === 'unlocked' && vault.phase() !== 'unlocked')
      return { ok: false, error: { code: 'vault-locked', details: {}, id } }
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return {
        ok: false,
        error: {
          code: 'input-invalid',
          details: { path: issue?.path.join('.') ?? '', expected: issue?.message ?? '' },
          id
        }
      }
    }
    try {
      return { ok: true, value: contract[name].output.parse(structuredClone(await run(name, input))) as OutputOf<Name> }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: { code: error.code, details: error.details, id } }
      return { ok: false, error: { code: 'internal', details: {}, id } }
    }
  }

  const bridge: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(contract)) {
    bridge[name] =
      spec.kind === 'call'
        ? (input: never) => answer(name as CallName, input)
        : (listener: (payload: never) => void) => {
            const all = listeners.get(name as EventName) ?? new Set()
            listeners.set(name as EventName, all.add(listener))
            return () => {
              all.delete(listener)
            }
          }
  }
  return Object.freeze(bridge) as unknown as Bridge
}
