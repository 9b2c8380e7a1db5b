import { AppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { RemoteRequest } from '@contract/model/connection'
import type { KeyKind, RotationMode } from '@contract/model/connector'
import type { Rotation } from '@contract/model/rotation'
import type { Connector } from '../../connectors/connector'
import type { StoredLink, StoredRotation } from '../../ports/remote-store'
import type { StoredKey } from '../../ports/vault-store'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** How long both values live where the provider sets no end but the person wants the old one revoked by itself. */
const DEFAULT_GRACE_HOURS = 24

/** How this key is rotated. Throws `operation-not-offered` for a mode that its provider does not have. */
export function modeFor(
  kind: KeyKind,
  connector: Connector,
  speaks: boolean,
  remoteId: string | null,
  wanted: RotationMode | null
): Rotation['mode'] {
  if (!speaks) return 'manual'
  const offered = [kind.rotation.mode, ...kind.rotation.alternatives].filter((mode) => {
    if (mode === 'successor') return connector.offers(kind.id, 'create')
    return mode !== 'none' && remoteId !== null && connector.offers(kind.id, 'rotate')
  })
  const [first] = offered
  const mode = wanted === null ? first : offered.find((one) => one === wanted)
  if (mode === undefined || mode === 'none') {
    if (wanted === null) return 'manual'
    throw new AppError('operation-not-offered', { operation: 'rotate', provider: connector.description.name })
  }
  return mode
}

/** The successor's name: the key's own and the day, within what the provider takes. */
export function successorName(name: string, kind: KeyKind, taken: ReadonlySet<string>, nowMs: number): string {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? ` ${day}` : ` ${day}-${String(attempt)}`
    const label = name.slice(0, Math.max(1, kind.nameMax - suffix.length)).trimEnd() + suffix
    if (!taken.has(label)) return label
  }
}

/** What a key's successor is asked for: the same as the key has, for as long as the key was made for. */
export function successorRequest(key: StoredKey, link: StoredLink, kind: KeyKind, label: string): RemoteRequest {
  return {
    name: label,
    description: kind.description ? key.description.slice(0, 500) : '',
    scopes: kind.scopes.kind === 'none' ? [] : [...key.scopes],
    roles: kind.roles === 'none' ? [] : [...key.roles],
    services: kind.services ? [...link.services] : [],
    ipRanges: kind.ipRanges ? [...key.ipRanges] : [],
    environment: kind.environments.length > 0 ? key.environment : null,
    project: kind.projects ? key.project : null,
    expiry: sameLength(key, kind)
  }
}

/** As long as the key was made for, from its successor's first day: the nearest of the provider's choices. */
export function sameLength(key: StoredKey, { expiry }: KeyKind): RemoteRequest['expiry'] {
  if (expiry.kind === 'none') return { kind: 'default' }
  if (key.expiresAt === null) return expiry.allowNever ? { kind: 'never' } : { kind: 'default' }
  const days = Math.max(1, Math.round((Date.parse(key.expiresAt) - Date.parse(key.createdAt)) / DAY_MS))
  if (expiry.kind === 'date') return { kind: 'days', days: Math.min(days, expiry.maxDays ?? days) }
  const offered = expiry.presets.flatMap((preset) => (preset.days === null ? [] : [preset.days]))
  const nearest = offered.sort((one, other) => Math.abs(one - days) - Math.abs(other - days))[0]
  return nearest === undefined ? { kind: 'default' } : { kind: 'days', days: nearest }
}

/**
 * Until when both values work: what the provider says, else its documented grace, else a day where the old one is to
 * be revoked by itself. Never past the old key's own end.
 */
export function graceEnd(
  mode: Rotation['mode'],
  kind: KeyKind,
  told: Instant | null,
  revokeAtEnd: boolean,
  oldExpiresAt: Instant | null,
  nowMs: number
): Instant | null {
  if (mode === 'in-place') return null
  const hours = kind.rotation.graceHours ?? (revokeAtEnd ? DEFAULT_GRACE_HOURS : null)
  const counted = hours === null ? null : new Date(nowMs + hours * HOUR_MS).toISOString()
  const ends = [told ?? counted, oldExpiresAt].filter((end) => end !== null)
  return ends.sort()[0] ?? null
}

/** What a person may ask of a rotation as it stands. `waits`: an unfinished request must be settled first. */
export function mayOf(rotation: StoredRotation, waits: boolean, nowMs: number): Rotation['may'] {
  if (rotation.endedAt !== null || waits) return []
  const canGoBack =
    rotation.new === null || (rotation.oldIsKept && rotation.mode !== 'in-place' && !isOldDead(rotation, nowMs))
  const abort = canGoBack ? (['abort'] as const) : []
  switch (rotation.step) {
    case 'manual':
      return ['enter-value', ...abort]
    case 'creating':
      return ['continue', ...abort]
    case 'writing':
    case 'verifying':
      return ['continue', ...abort]
    case 'grace':
      return ['revoke', ...abort]
    case 'revoking':
    case 'aborting':
      return rotation.failure === null ? ['continue'] : ['continue', 'leave']
    case 'done':
    case 'aborted':
      return []
  }
}

export function isOldDead({ graceEndsAt, old }: StoredRotation, nowMs: number): boolean {
  const now = new Date(nowMs).toISOString()
  return (graceEndsAt !== null && graceEndsAt <= now) || (old.expiresAt !== null && old.expiresAt <= now)
}
