import { AppError } from '@contract/errors'
import type { ParsedInputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { Clock } from '../../ports/clock'
import type { EnvChange } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import type { Keys } from '../keys'
import type { SessionKeeper } from '../session-keeper'
import type { LocalUses } from '../usage/local-use'
import { boundNames } from './bound-names'
import { isDangerousName } from './dangerous-names'
import { parseReference } from './references'

export type RunRequest = ParsedInputOf<'run.values'>

/** A variable, and the key whose value it is to hold. */
export interface Wanted {
  readonly name: string
  readonly keyId: KeyId
}

/** Values for the environment of a command. */
export interface Runs {
  /**
   * Which variable is to hold which key; no value is looked at. Throws `env-name-dangerous`, `reference-malformed`,
   * `reference-unknown`, `run-name-ambiguous`, `key-not-found`, `key-ambiguous`.
   */
  wanted(request: RunRequest): Promise<Wanted[]>
  /** Their values, all or none, written down as given to `program`. Throws `secret-not-kept`, `secret-not-for-env`. */
  values(wanted: readonly Wanted[], program: string, actor: Actor): Promise<(Wanted & { readonly value: string })[]>
}

interface Parts {
  readonly session: SessionKeeper
  readonly keys: Pick<Keys, 'find'>
  readonly localUses: LocalUses
  readonly clock: Clock
  readonly changed: () => void
}

export function createRuns({ session, keys, localUses, clock, changed }: Parts): Runs {
  async function keyOf(name: string, reference: string): Promise<KeyId> {
    const parsed = parseReference(reference)
    if (parsed === null) throw new AppError('reference-malformed', { name })
    const store = session.store().keys
    const ids = await store.find(parsed.by === 'id' ? parsed.id : parsed.name)
    const fitting: KeyId[] = []
    for (const id of ids) {
      if (parsed.by === 'id' ? id === parsed.id : isSame((await store.get(id)).provider, parsed.provider))
        fitting.push(id)
    }
    const [only, ...others] = fitting
    if (only === undefined) throw new AppError('reference-unknown', { name, reference })
    if (others.length > 0) throw new AppError('key-ambiguous', { name: reference, count: fitting.length })
    return only
  }

  async function wanted(request: RunRequest): Promise<Wanted[]> {
    const { references, only } = request
    const asked = only === null ? null : new Map(only.map((one) => [one.name, one]))
    const given = new Map<string, KeyId>()
    const bindings = await session.store().env.bindings(null)
    // Before they are looked up: what is not asked for cannot be wrong.
    const isAsked = (name: string): boolean => asked === null || asked.get(name)?.key === null
    for (const [name, id] of boundNames(bindings, request, isAsked)) given.set(name, id)
    for (const { name, reference } of references) {
      if (isAsked(name)) given.set(name, await keyOf(name, reference))
    }
    for (const { name, key, plain } of only ?? []) {
      if (key !== null || (!given.has(name) && !plain)) given.set(name, await keys.find(key ?? name))
    }
    for (const name of given.keys()) {
      if (isDangerousName(name)) throw new AppError('env-name-dangerous', { name })
    }
    return [...given].map(([name, keyId]) => ({ name, keyId }))
  }

  async function valueOf(id: KeyId): Promise<string> {
    const bytes = await session.store().remote.secretFor(id, null)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    bytes.fill(0)
    return text
  }

  /** One entry a key, with the names it was given under. */
  async function writeDown(handed: readonly Wanted[], program: string, actor: Actor): Promise<void> {
    if (session.current().readOnly || handed.length === 0) return
    const at = new Date(clock.nowMs()).toISOString()
    const ids = [...new Set(handed.map(({ keyId }) => keyId))]
    const namesOf = (id: KeyId): string => handed.flatMap(({ name, keyId }) => (keyId === id ? [name] : [])).join(', ')
    await session.store().env.apply(
      ids.map((id): EnvChange => ({ op: 'change-key', change: { op: 'note-use', id, at } })),
      ids.map((id) =>
        auditOf('key.given-to-command', actor, clock.nowMs(), id, `${program}: ${namesOf(id)}`.slice(0, 500))
      )
    )
    await Promise.all(
      handed.map(({ name, keyId }) => localUses.note({ keyId, kind: 'run', actor, place: program, envName: name }))
    )
    changed()
  }

  return {
    wanted,
    async values(handed, program, actor) {
      const stillUnlocked = session.hold()
      const values = new Map<KeyId, string>()
      for (const { name, keyId } of handed) {
        const value = values.get(keyId) ?? (await valueOf(keyId))
        // The environment is text that ends at a NUL.
        if (value.includes('\0')) throw new AppError('secret-not-for-env', { name })
        values.set(keyId, value)
      }
      await writeDown(handed, program, actor)
      stillUnlocked()
      return handed.map((one) => ({ ...one, value: values.get(one.keyId) ?? '' }))
    }
  }
}

function isSame(provider: string | null, named: string): boolean {
  return provider?.normalize('NFC').toLowerCase() === named.normalize('NFC').toLowerCase()
}
