import type { NewKey } from '../state/key-book.ts'
import { alphanumericSecret, urlSafeSecret, type NextId } from '../state/random.ts'
import type { ProviderName } from '../types.ts'
import type { Rules } from './provider.ts'

const DAY_MS = 86_400_000

/** Puts the keys of an account in use there: made by others, their values known to nobody here. */
export function addSamples(rules: Rules, nextId: NextId): void {
  const now = rules.clock.nowMs()
  const role = rules.keys.all()[0]?.roles ?? []
  const samples: Readonly<Record<ProviderName, () => NewKey[]>> = {
    cloudoora: () =>
      [
        ['Website deployments', 'read-write'],
        ['DNS updates', 'dns-only'],
        ['Billing report', 'read-only']
      ].map(([name = '', scope = '']) => ({
        id: nextId('ck_', 12),
        name,
        scopes: [scope],
        secret: alphanumericSecret(40)
      })),
    cloudapi: () => [
      { id: nextId('key_', 8), projectId: 'proj_8f2c4', secret: `sk_live_${alphanumericSecret(32)}` },
      {
        id: nextId('tok_', 8),
        name: 'ci-token',
        scopes: ['users:read', 'usage:read'],
        secret: `cap_${alphanumericSecret(36)}`
      }
    ],
    cloudnexus: () => [
      nexus('Production Backend', 'prod', ['compute:read', 'storage:write', 'network:admin'], 92, 2 * 60_000),
      nexus('Staging CI/CD', 'stg', ['compute:write'], 30, 3 * 3_600_000),
      { ...nexus('Local Development', 'dev', ['compute:read'], 0, 0), lastUsedMs: null }
    ],
    // With the management key seven of the ten an organization may have.
    cloudcasa: () =>
      ['Backup reports', 'Rancher extension', 'Terraform', 'Inventory', 'Alert bridge', 'Audit export'].map((name) => ({
        id: nextId('', 24),
        name,
        description: `Used by ${name.toLowerCase()}`,
        roles: role,
        secret: urlSafeSecret(128)
      })),
    cloodot: () => [
      { id: nextId('ak_', 12), name: 'Zapier integration', secret: `clo_${alphanumericSecret(40)}` },
      {
        id: nextId('ak_', 12),
        name: 'Internal reporting script',
        expiresMs: now + 90 * DAY_MS,
        secret: `clo_${alphanumericSecret(40)}`
      }
    ]
  }
  const nexus = (name: string, environment: string, scopes: string[], days: number, usedAgoMs: number): NewKey => ({
    id: nextId('nk_', 12),
    name,
    environment,
    scopes,
    services: scopes.map((scope) => scope.split(':')[0] ?? ''),
    expiresMs: now + days * DAY_MS,
    lastUsedMs: now - usedAgoMs,
    secret: `cnx_${environment}_${alphanumericSecret(30)}`
  })
  for (const key of samples[rules.name]()) rules.keys.add(key)
}
