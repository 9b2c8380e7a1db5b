import type { OldUse, Rotation, Unfinished } from '@contract/model/rotation'
import type { RemoteLink } from '@contract/model/connection'
import { instantAt, previewOf, sampleId, type SampleKey } from './sample-keys.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const sampleFiles = ['/home/dev/core-platform/.env', '/home/dev/core-platform/deploy/.env.production']

/** Which value stands on the old side, before anything was made. */
export function newRotation(
  key: SampleKey,
  link: RemoteLink,
  mode: Rotation['mode'],
  revokeAtEnd: boolean,
  number: number,
  nowMs: number
): Rotation {
  const { details } = key
  const byHand = mode === 'manual'
  return {
    id: sampleId(8_000 + number),
    keyId: details.id,
    keyName: details.name,
    connectionId: link.connectionId,
    mode,
    step: byHand ? 'manual' : 'creating',
    old: {
      remoteId: link.remoteId,
      preview: details.preview,
      version: details.version,
      expiresAt: details.expiresAt
    },
    new: null,
    bindings: [],
    verified: null,
    graceEndsAt: null,
    revokeAtEnd,
    failure: null,
    startedAt: instantAt(nowMs),
    endedAt: null,
    may: byHand ? ['enter-value', 'abort'] : ['continue', 'abort']
  }
}

/** A rotation whose new value is in place: written, verified, with both values alive for a while. */
export function inGrace(rotation: Rotation, secret: string, graceHours: number | null, nowMs: number): Rotation {
  const dies = rotation.mode === 'in-place'
  return {
    ...rotation,
    step: dies ? 'done' : 'grace',
    new: {
      remoteId: 'key_7d2',
      preview: previewOf(secret),
      version: rotation.old.version + 1,
      expiresAt: rotation.old.expiresAt === null ? null : instantAt(nowMs + 92 * DAY_MS)
    },
    bindings: sampleFiles.map((file, at) => ({
      bindingId: String(at),
      file,
      name: 'API_TOKEN',
      outcome: 'written',
      failure: null
    })),
    verified: rotation.mode === 'grace',
    graceEndsAt: graceHours === null || dies ? null : instantAt(nowMs + graceHours * HOUR_MS - 61_000),
    endedAt: dies ? instantAt(nowMs) : null,
    may: dies ? [] : ['revoke', 'abort']
  }
}

/** The log of the fake provider: somebody has not switched to the new value yet. */
export function oldUseOf(rotation: Rotation): OldUse | null {
  if (rotation.step !== 'grace') return null
  const nowMs = Date.now()
  return {
    known: 'read',
    since: rotation.startedAt,
    readAt: instantAt(nowMs - 60_000),
    requests: 14,
    lastAt: instantAt(nowMs - 240_000),
    addresses: [
      { ip: '203.0.113.7', requests: 12 },
      { ip: '198.51.100.24', requests: 2 }
    ]
  }
}

/** One whose second file could not be written: it stands still until somebody has seen to it. */
export function stuck(rotation: Rotation): Rotation {
  const failure = { code: 'env-file-unwritable' as const, details: { file: sampleFiles[1] ?? '' } }
  return {
    ...rotation,
    step: 'writing',
    verified: null,
    graceEndsAt: null,
    bindings: rotation.bindings.map((one, at) => (at === 1 ? { ...one, outcome: 'failed', failure } : one)),
    failure,
    may: ['continue', 'abort']
  }
}

/** A request of which nobody knows how it ended. */
export function newUnfinished(
  link: Pick<RemoteLink, 'connectionId' | 'connectionName' | 'kind'>,
  label: string,
  number: number,
  nowMs: number
): Unfinished {
  return {
    id: sampleId(8_500 + number),
    job: 'create',
    connectionId: link.connectionId,
    connectionName: link.connectionName,
    kind: link.kind,
    keyId: null,
    label,
    at: instantAt(nowMs - 3 * 60_000),
    finding: 'unknown',
    remoteId: null,
    may: ['look', 'forget']
  }
}
