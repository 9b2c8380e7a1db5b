import type { Instant, KeyId } from '@contract/model/base'
import { keyStatusAt } from '@contract/model/key-status'
import type { KeyDetails, KeyState } from '@contract/model/key'

/** A key of the fake vault with the secret that only `keys.reveal` gives out. */
export interface SampleKey {
  details: KeyDetails
  secret: string
}

const DAY_MS = 86_400_000
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A well-formed id: its number, written in the alphabet of ULIDs. */
export function sampleId(number: number): KeyId {
  let text = ''
  for (let rest = number; text.length < 26; rest = Math.floor(rest / 32)) text = `${LETTERS[rest % 32] ?? '0'}${text}`
  return text as KeyId
}

export function instantAt(ms: number): Instant {
  return new Date(ms).toISOString()
}

export function previewOf(secret: string): string {
  const prefix = /^[A-Za-z]+[_-](?:[a-z]+_)?/.exec(secret)?.[0] ?? ''
  return `${prefix}••••••••`
}

interface Sketch {
  name: string
  secret: string
  provider?: string
  project?: string
  environment?: string
  tags?: string[]
  scopes?: string[]
  state?: KeyState
  createdDays: number
  expiresDays?: number
  usedMinutes?: number
  favourite?: boolean
  description?: string
  notes?: string
  previous?: number
  keep?: 'vault' | 'never'
  deleted?: boolean
}

export function sampleKey(number: number, sketch: Sketch, nowMs: number): SampleKey {
  const createdAt = instantAt(nowMs - sketch.createdDays * DAY_MS)
  const expiresAt = sketch.expiresDays === undefined ? null : instantAt(nowMs + sketch.expiresDays * DAY_MS - 3_600_000)
  const state = sketch.state ?? 'active'
  return {
    secret: sketch.secret,
    details: {
      id: sampleId(number),
      name: sketch.name,
      description: sketch.description ?? '',
      provider: sketch.provider ?? null,
      project: sketch.project ?? null,
      environment: sketch.environment ?? null,
      scopes: sketch.scopes ?? [],
      envName: sketch.name
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '_')
        .slice(0, 120),
      tags: sketch.tags ?? [],
      favourite: sketch.favourite ?? false,
      state,
      status: keyStatusAt({ state, expiresAt }, nowMs),
      preview: previewOf(sketch.secret),
      fingerprint: `4f2a 91c${String(number % 10)} 7be0 d3${String(number % 97).padStart(2, '0')}`,
      hasSecret: sketch.keep !== 'never',
      createdAt,
      expiresAt,
      lastUsedAt: sketch.usedMinutes === undefined ? null : instantAt(nowMs - sketch.usedMinutes * 60_000),
      deletedAt: sketch.deleted === true ? instantAt(nowMs - 2 * DAY_MS) : null,
      connectionId: null,
      remoteId: null,
      roles: [],
      ipRanges: [],
      notes: sketch.notes ?? '',
      keep: sketch.keep ?? 'vault',
      addedAt: createdAt,
      updatedAt: createdAt,
      version: 1 + (sketch.previous ?? 0),
      previousValues: Array.from({ length: sketch.previous ?? 0 }, (_, at) => ({
        version: at + 1,
        preview: previewOf(sketch.secret),
        fingerprint: '91aa 02c4 77e1 b0d9',
        createdAt: instantAt(nowMs - (sketch.createdDays + 90 * (at + 1)) * DAY_MS),
        replacedAt: instantAt(nowMs - (sketch.createdDays + 90 * at) * DAY_MS)
      }))
    }
  }
}

/** A small vault with every status, an unkept secret, previous values and something in the bin. */
export function sampleVault(nowMs: number): SampleKey[] {
  const sketches: Sketch[] = [
    {
      name: 'ci-token',
      secret: 'cap_9fK2mQ7vT4xW8bN3',
      provider: 'CloudAPI',
      project: 'Core Platform',
      environment: 'prod',
      tags: ['ci', 'deploy'],
      scopes: ['users:read', 'usage:read'],
      createdDays: 84,
      expiresDays: 6,
      usedMinutes: 2,
      favourite: true,
      description: 'Deploys from the pipeline',
      notes: 'Bound in the pipeline of core-platform.\nAsk the platform group before rotating.',
      previous: 2
    },
    {
      name: 'Production backend',
      secret: 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD',
      provider: 'CloudNexus',
      project: 'Core Platform',
      environment: 'prod',
      tags: ['backend'],
      scopes: ['compute:read', 'storage:write', 'network:admin'],
      createdDays: 30,
      expiresDays: 62,
      usedMinutes: 4
    },
    {
      name: 'Staging CI/CD',
      secret: 'cnx_stg_mQ4vL5qR7wN3tJ6yH1cZ4bA0eD12',
      provider: 'CloudNexus',
      project: 'Core Platform',
      environment: 'staging',
      tags: ['ci'],
      scopes: ['compute:write'],
      createdDays: 12,
      expiresDays: 18,
      usedMinutes: 181
    },
    {
      name: 'Local development',
      secret: 'cnx_dev_pL9zL5qR7wN3tJ6yH1cZ4bA0eD77',
      provider: 'CloudNexus',
      environment: 'dev',
      createdDays: 140,
      expiresDays: -3
    },
    {
      name: 'Zapier integration',
      secret: 'clo_J6yH1cZ4bA0eD8xK9mP2vL5q',
      provider: 'Cloodot',
      project: 'Support',
      createdDays: 200,
      usedMinutes: 60 * 26,
      state: 'disabled'
    },
    {
      name: 'Internal reporting script',
      secret: 'clo_T4xW8bN3pL9zQ7vK2mQ',
      provider: 'Cloodot',
      project: 'Support',
      environment: 'prod',
      tags: ['reports'],
      createdDays: 20,
      expiresDays: 340,
      usedMinutes: 60 * 24 * 3
    },
    {
      name: 'DNS automation',
      secret: 'clo-dns-11aa22bb33',
      provider: 'Cloudoora',
      environment: 'prod',
      scopes: ['DNS-Only'],
      createdDays: 400,
      usedMinutes: 60 * 5,
      favourite: true
    },
    {
      name: 'Backup reader',
      secret: 'aHR0cHM6Ly9leGFtcGxlLmludmFsaWQvYmFja3Vwcw',
      provider: 'CloudCasa',
      project: 'Backups',
      createdDays: 52,
      usedMinutes: 60 * 24 * 45
    },
    {
      name: 'Publish packages',
      secret: 'npm_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD',
      provider: 'npm',
      tags: ['ci', 'release'],
      createdDays: 3,
      expiresDays: 87,
      usedMinutes: 25,
      state: 'rotating'
    },
    {
      name: 'Old storefront',
      secret: 'sk_live_2f7aL5qR7wN3tJ6yH1c',
      provider: 'CloudAPI',
      project: 'Storefront',
      environment: 'prod',
      createdDays: 700,
      expiresDays: 120,
      state: 'revoked'
    },
    {
      name: 'Release notes bot',
      secret: 'ghp_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD',
      provider: 'GitHub',
      tags: ['release'],
      createdDays: 9,
      expiresDays: 21,
      keep: 'never'
    },
    { name: 'Draft webhook', secret: 'cap_T4xW8bN3', provider: 'CloudAPI', createdDays: 60, deleted: true }
  ]
  return sketches.map((sketch, at) => sampleKey(at + 1, sketch, nowMs))
}

/** As many keys as asked for, different enough to sort, filter and search. */
export function manyKeys(count: number, nowMs: number): SampleKey[] {
  const providers = ['CloudAPI', 'CloudNexus', 'CloudCasa', 'Cloodot', 'Cloudoora']
  const environments = ['prod', 'staging', 'dev']
  return Array.from({ length: count }, (_, at) =>
    sampleKey(
      at + 1,
      {
        name: `service-${String(at + 1).padStart(6, '0')}`,
        secret: `cap_${String(at * 7919).padStart(16, '0')}`,
        provider: providers[at % providers.length] ?? 'CloudAPI',
        environment: environments[at % environments.length] ?? 'prod',
        createdDays: at % 900,
        ...(at % 4 === 0 ? {} : { expiresDays: (at % 500) - 20 }),
        usedMinutes: at % 5000
      },
      nowMs
    )
  )
}
