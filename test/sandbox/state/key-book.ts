import type { KeyState, KeyStatus, SandboxClock } from '../types.ts'
import { isoOf } from './clock.ts'

/** A key with every field one of the five providers has; each provider shows those it knows. */
export interface KeyRecord {
  readonly id: string
  readonly createdMs: number
  secret: string
  name: string
  description: string
  scopes: string[]
  roles: string[]
  environment: string
  services: string[]
  ipAllowlist: string[]
  projectId: string
  updatedMs: number
  expiresMs: number | null
  /** Set by a rotation that keeps the old value alive until then. */
  graceEndsMs: number | null
  disabled: boolean
  revoked: boolean
  lastUsedMs: number | null
}

export type NewKey = Pick<KeyRecord, 'id' | 'secret'> & Partial<Omit<KeyRecord, 'id' | 'secret' | 'createdMs'>>

export interface KeyBook {
  add(key: NewKey): KeyRecord
  get(id: string): KeyRecord | undefined
  bySecret(secret: string): KeyRecord | undefined
  /** Oldest first. */
  all(): readonly KeyRecord[]
  /** The old value is dead at once. */
  replaceSecret(key: KeyRecord, secret: string): void
  remove(key: KeyRecord): void
  statusOf(key: KeyRecord): KeyStatus
  isLive(key: KeyRecord): boolean
  /** When it ends by itself: its own expiry or the end of its grace, whichever is first. */
  endsMs(key: KeyRecord): number | null
  states(): KeyState[]
}

export function createKeyBook(clock: SandboxClock): KeyBook {
  const byId = new Map<string, KeyRecord>()
  const bySecret = new Map<string, KeyRecord>()

  const statusOf = (key: KeyRecord): KeyStatus => {
    if (key.revoked) return 'revoked'
    const now = clock.nowMs()
    if (key.expiresMs !== null && key.expiresMs <= now) return 'expired'
    if (key.graceEndsMs !== null && key.graceEndsMs <= now) return 'revoked'
    if (key.disabled) return 'disabled'
    return key.graceEndsMs === null ? 'active' : 'grace'
  }
  const isLive = (key: KeyRecord): boolean => ['active', 'grace'].includes(statusOf(key))
  const endsMs = ({ expiresMs, graceEndsMs }: KeyRecord): number | null => {
    if (graceEndsMs === null || expiresMs === null) return graceEndsMs ?? expiresMs
    return Math.min(graceEndsMs, expiresMs)
  }

  return {
    add(fields) {
      const now = clock.nowMs()
      const key: KeyRecord = { ...blank(now), ...fields }
      byId.set(key.id, key)
      bySecret.set(key.secret, key)
      return key
    },
    get: (id) => byId.get(id),
    bySecret: (secret) => bySecret.get(secret),
    all: () => [...byId.values()],
    replaceSecret(key, secret) {
      bySecret.delete(key.secret)
      key.secret = secret
      bySecret.set(secret, key)
    },
    remove(key) {
      byId.delete(key.id)
      bySecret.delete(key.secret)
    },
    statusOf,
    isLive,
    endsMs,
    states: () =>
      [...byId.values()].map((key) => ({
        id: key.id,
        name: key.name,
        status: statusOf(key),
        expiresAt: isoOf(endsMs(key)),
        lastUsedAt: isoOf(key.lastUsedMs),
        scopes: [...key.scopes],
        secretWorks: (value) => bySecret.get(value) === byId.get(key.id) && bySecret.has(value) && isLive(key)
      }))
  }
}

function blank(now: number): Omit<KeyRecord, 'id' | 'secret'> {
  return {
    createdMs: now,
    updatedMs: now,
    name: '',
    description: '',
    scopes: [],
    roles: [],
    environment: '',
    services: [],
    ipAllowlist: [],
    projectId: '',
    expiresMs: null,
    graceEndsMs: null,
    disabled: false,
    revoked: false,
    lastUsedMs: null
  }
}
