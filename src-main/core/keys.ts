import { AppError } from '@contract/errors'
import type { CopyFormat } from '@contract/ipc'
import type { Instant, KeyId } from '@contract/model/base'
import type { KeyChange, KeyDetails, KeyFields, KeyLine } from '@contract/model/key'
import type {
  KeyFacets,
  KeyGroup,
  KeyGroupsQuery,
  KeyLinesQuery,
  KeyPage,
  KeyQuery,
  KeyRowQuery
} from '@contract/model/key-query'
import { keyStatusAt } from '@contract/model/key-status'
import type { ClipboardLease } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import type { Clock } from '../ports/clock'
import { auditOf, type Actor } from './actor'
import type { ClipboardLeases } from './clipboard-lease'
import { codeSample, isSampleFormat, type SampleRequest } from './code-samples'
import { formatSecret } from './copy-formats'
import { newKeyId } from './ids'
import { previewOf } from './preview'
import type { SessionKeeper } from './session-keeper'
import type { LocalUses } from './usage/local-use'

/**
 * What may be done with the keys of the open vault. Each method throws `vault-locked` when there is none; what would
 * take a value or the key itself away throws `rotation-running` while the key is rotated.
 */
export interface Keys {
  list(query: KeyQuery): Promise<KeyPage>
  lines(query: KeyLinesQuery): Promise<KeyLine[]>
  ids(query: KeyQuery): Promise<KeyId[]>
  rowOf(query: KeyRowQuery): Promise<number | null>
  groups(query: KeyGroupsQuery): Promise<KeyGroup[]>
  facets(): Promise<KeyFacets>
  get(id: KeyId): Promise<KeyDetails>
  /** The one key called `name` (or with that env name or id). Throws `key-not-found`, `key-ambiguous`. */
  find(name: string): Promise<KeyId>
  add(fields: KeyFields, secret: string, actor: Actor): Promise<KeyId>
  edit(id: KeyId, fields: KeyChange, actor: Actor): Promise<void>
  replaceSecret(id: KeyId, secret: string, actor: Actor): Promise<void>
  /** Throws `password-needed-again`, `secret-not-kept`. */
  reveal(id: KeyId, actor: Actor, proof?: RevealProof): Promise<{ secret: string; hideAt: Instant }>
  /** A value that was replaced. Throws `password-needed-again`, `secret-not-kept`. */
  revealPrevious(
    id: KeyId,
    version: number,
    actor: Actor,
    proof?: RevealProof
  ): Promise<{ secret: string; hideAt: Instant }>
  /**
   * Throws `clipboard-failed`, `secret-not-kept`, `format-needs-env-name`, `secret-not-for-env`; a code sample also
   * `key-not-connected`, `operation-not-offered`.
   */
  copy(id: KeyId, format: CopyFormat, actor: Actor): Promise<ClipboardLease>
  moveToBin(id: KeyId, actor: Actor): Promise<void>
  restore(id: KeyId, actor: Actor): Promise<void>
  purge(id: KeyId, actor: Actor): Promise<void>
  purgeValues(id: KeyId, actor: Actor): Promise<void>
  /** Removes for good what lies in the bin: all of it, or what was put there over `restingDays` ago. */
  emptyBin(restingDays: number, actor: Actor): Promise<number>
}

/** That the one who asks may see a secret: the password a short while ago, or a grant for this very key. */
export type RevealProof = 'password' | 'grant'

interface Parts {
  readonly session: SessionKeeper
  readonly clipboard: ClipboardLeases
  readonly clock: Clock
  readonly settings: () => Settings
  readonly localUses: LocalUses
  /** A request that the key's provider answers, made with this value. */
  readonly sample: (id: KeyId, secret: string) => Promise<SampleRequest>
  readonly changed: () => void
}

export function createKeys({ session, clipboard, clock, settings, localUses, sample, changed }: Parts): Keys {
  const store = (): ReturnType<SessionKeeper['store']>['keys'] => session.store().keys
  const now = (): Instant => new Date(clock.nowMs()).toISOString()

  async function changing<Value>(work: Promise<Value>): Promise<Value> {
    const value = await work
    changed()
    return value
  }

  /** A rotation needs the values and the place it has: throws `rotation-running` while one is open. */
  async function settled<Value>(id: KeyId, work: () => Promise<Value>): Promise<Value> {
    const [open] = await session.store().remote.rotations({ open: true, keyId: id })
    if (open !== undefined) throw new AppError('rotation-running', { name: open.label })
    return changing(work())
  }

  /** Takes a secret out of the store as text; the bytes are zeroed, the text is dropped by whoever asked. */
  async function secretOf(
    id: KeyId,
    version: number | null,
    action: 'key.revealed' | 'key.copied',
    detail: string,
    actor: Actor
  ): Promise<{ secret: string; name: string; envName: string | null }> {
    const taken = await store().secret(id, version, auditOf(action, actor, clock.nowMs(), id, detail))
    const secret = Buffer.from(taken.secret.buffer, taken.secret.byteOffset, taken.secret.byteLength).toString('utf8')
    taken.secret.fill(0)
    const kind = action === 'key.copied' ? 'copied' : 'revealed'
    await localUses.note({ keyId: id, kind, actor, place: null, envName: null })
    // Its last use and its trail have changed.
    changed()
    return { secret, name: taken.name, envName: taken.envName }
  }

  async function reveal(
    id: KeyId,
    version: number | null,
    actor: Actor,
    proof: RevealProof
  ): Promise<{ secret: string; hideAt: Instant }> {
    if (proof === 'password') session.requireRecentPassword(settings().askPasswordAgainMinutes)
    const stillUnlocked = session.hold()
    const { secret } = await secretOf(
      id,
      version,
      'key.revealed',
      version === null ? '' : `version ${String(version)}`,
      actor
    )
    stillUnlocked()
    return { secret, hideAt: new Date(clock.nowMs() + settings().revealSeconds * 1000).toISOString() }
  }

  return {
    async list(query) {
      const nowMs = clock.nowMs()
      const page = await store().page(query, now())
      return {
        total: page.total,
        rows: page.rows,
        items: page.items.map((item) => ({ ...item, status: keyStatusAt(item, nowMs) }))
      }
    },
    async lines(query) {
      const nowMs = clock.nowMs()
      const lines = await store().lines(query, now())
      return lines.map(({ state, ...line }) => ({ ...line, status: keyStatusAt({ state, ...line }, nowMs) }))
    },
    ids: (query) => store().ids(query, now()),
    rowOf: (query) => store().rowOf(query, now()),
    groups: (query) => store().groups(query, now()),
    facets: () => store().facets(now()),
    async get(id) {
      const key = await store().get(id)
      return { ...key, status: keyStatusAt(key, clock.nowMs()) }
    },
    async find(name) {
      const ids = await store().find(name)
      const [only, ...others] = ids
      if (only === undefined) throw new AppError('key-not-found', { name })
      if (others.length > 0) throw new AppError('key-ambiguous', { name, count: ids.length })
      return only
    },
    async add(fields, secret, actor) {
      const nowMs = clock.nowMs()
      const id = newKeyId(nowMs)
      const key = { id, fields, state: 'active' as const, preview: previewOf(secret), secret: utf8(secret), at: now() }
      await changing(store().add(key, auditOf('key.added', actor, nowMs, id)))
      return id
    },
    edit(id, fields, actor) {
      const audit = auditOf('key.edited', actor, clock.nowMs(), id, Object.keys(fields).join(', '))
      const work = (): Promise<void> => store().edit(id, fields, now(), audit)
      return fields.keep === undefined ? changing(work()) : settled(id, work)
    },
    replaceSecret: (id, secret, actor) =>
      settled(id, () =>
        store().replaceSecret(
          id,
          utf8(secret),
          previewOf(secret),
          now(),
          auditOf('key.value-replaced', actor, clock.nowMs(), id)
        )
      ),
    reveal: (id, actor, proof = 'password') => reveal(id, null, actor, proof),
    revealPrevious: (id, version, actor, proof = 'password') => reveal(id, version, actor, proof),
    async copy(id, format, actor) {
      const stillUnlocked = session.hold()
      const key = await secretOf(id, null, 'key.copied', format, actor)
      // A lock that came meanwhile has taken the clipboard back already.
      stillUnlocked()
      const text = isSampleFormat(format) ? codeSample(format, await sample(id, key.secret)) : formatSecret(key, format)
      stillUnlocked()
      return clipboard.copy(text, key.name, settings().clipboardClearSeconds)
    },
    moveToBin: (id, actor) =>
      settled(id, () => store().moveToBin(id, now(), auditOf('key.deleted', actor, clock.nowMs(), id))),
    restore: (id, actor) =>
      changing(store().restoreFromBin(id, now(), auditOf('key.restored', actor, clock.nowMs(), id))),
    purge: (id, actor) => settled(id, () => store().purge(id, auditOf('key.purged', actor, clock.nowMs(), id))),
    purgeValues: (id, actor) =>
      settled(id, () => store().purgeValues(id, auditOf('key.values-purged', actor, clock.nowMs(), id))),
    async emptyBin(restingDays, actor) {
      const before = new Date(clock.nowMs() - restingDays * 86_400_000 + 1).toISOString()
      return changing(store().emptyBin(before, auditOf('key.purged', actor, clock.nowMs(), null, 'bin')))
    }
  }
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}
