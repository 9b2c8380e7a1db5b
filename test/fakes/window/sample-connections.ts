import type { Connection, ConnectionFields, ConnectionId, ConnectionTest, RemoteKey } from '@contract/model/connection'
import { instantAt, sampleId } from './sample-keys.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export const fieldsOf = (name: string, more: Partial<ConnectionFields> = {}): ConnectionFields => ({
  name,
  mode: 'api',
  baseUrl: null,
  variables: {},
  overrides: {},
  allowPrivate: false,
  ca: null,
  ...more
})

export const passed = (atMs: number, more: Partial<ConnectionTest> = {}): ConnectionTest => ({
  at: instantAt(atMs),
  ok: true,
  checks: ['test', 'account', 'list'].map((operation) => ({ operation, ok: true, failure: null })),
  plan: null,
  keysUsed: null,
  keysLimit: null,
  ...more
})

const idOf = (number: number): ConnectionId => sampleId(9_000 + number) as string as ConnectionId

/** Accounts as a vault in use has them: one of each provider, one refused, one by hand, one whose manifest is gone. */
export function sampleConnections(nowMs: number): Connection[] {
  const account = (
    number: number,
    connectorId: string,
    provider: string,
    fields: ConnectionFields,
    more: Partial<Connection> = {}
  ): Connection => ({
    ...fields,
    id: idOf(number),
    connectorId,
    provider,
    usable: true,
    credentials: [{ id: 'apiKey', preview: '••••••••', updatedAt: instantAt(nowMs - 30 * DAY_MS) }],
    lastTest: null,
    keys: 0,
    createdAt: instantAt(nowMs - 30 * DAY_MS),
    ...more
  })
  return [
    account(1, 'cloudcasa', 'CloudCasa', fieldsOf('Harbour backups'), {
      keys: 3,
      lastTest: passed(nowMs - 2 * MINUTE_MS, { plan: 'Pro', keysUsed: 7, keysLimit: 10 })
    }),
    account(2, 'cloudnexus', 'CloudNexus', fieldsOf('Production'), {
      keys: 2,
      lastTest: passed(nowMs - 90 * MINUTE_MS, { plan: 'Professional', keysUsed: 4 })
    }),
    account(3, 'cloudapi', 'CloudAPI', fieldsOf('Core platform'), {
      keys: 1,
      lastTest: {
        ...passed(nowMs - 3 * DAY_MS),
        ok: false,
        checks: [
          {
            operation: 'test',
            ok: false,
            failure: { code: 'provider-credential-refused', details: { host: 'api.cloudapi.dev' } }
          }
        ]
      }
    }),
    account(
      4,
      'cloudoora',
      'Cloudoora',
      fieldsOf('Web hosting', {
        baseUrl: 'https://panel.cloudoora.com/api',
        overrides: { 'key.operations.list.path': '/api-keys' }
      }),
      { credentials: [] }
    ),
    account(5, 'cloodot', 'Cloodot', fieldsOf('Support inbox', { mode: 'guided' }), { credentials: [], keys: 2 }),
    account(6, 'old-provider', 'old-provider', fieldsOf('Archive', { baseUrl: 'https://api.old.example' }), {
      usable: false,
      keys: 1
    })
  ]
}

/** What a provider lists: some keys that were made elsewhere, in every state. */
export function sampleRemoteKeys(nowMs: number): RemoteKey[] {
  const names = [
    'Backup reports',
    'Rancher extension',
    'Terraform',
    'Inventory',
    'Alert bridge',
    'Audit export',
    'A key with a very long name that somebody gave it on a Friday afternoon'
  ]
  const states = ['active', 'active', 'grace', 'active', 'disabled', 'expired', 'unknown'] as const
  return names.map((name, at) => ({
    remoteId: `64fa${String(at)}c1e5b8d3f6a0c4e7b1d`,
    name,
    description: at === 0 ? 'Sends the nightly report' : '',
    preview: `…${['7b1d', '02ac', '9f31', 'c4e7', '51d0', 'e88a', '3b7c'][at] ?? ''}`,
    scopes: at % 3 === 0 ? [] : ['compute:read', 'storage:write', 'network:admin'].slice(0, 1 + (at % 3)),
    roles: at % 3 === 0 ? ['ADMIN'] : [],
    services: [],
    ipRanges: [],
    environment: null,
    project: null,
    status: states[at] ?? 'active',
    createdAt: instantAt(nowMs - (at + 1) * 40 * DAY_MS),
    expiresAt: [1, 3, 5].includes(at) ? instantAt(nowMs + (at === 5 ? -18 : at * 20) * DAY_MS) : null,
    lastUsedAt: at === 3 ? null : instantAt(nowMs - (at + 1) * 17 * MINUTE_MS)
  }))
}
