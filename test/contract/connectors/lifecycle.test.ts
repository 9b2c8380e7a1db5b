import type { Bench } from './bench'
import { runLifecycle } from './lifecycle'

const nthOf = async (bench: Bench, of: 'roles' | 'projects', at = 0): Promise<string> =>
  (await bench.connector.options(of, bench.exchange()))[at]!.id

runLifecycle({
  provider: 'cloudoora',
  kind: 'key',
  asks: async () => ({ name: 'Website deployments', scopes: ['read-write'] }),
  value: /^[A-Za-z0-9]{40}$/,
  preview: (secret) => `${secret.slice(0, 4)}...${secret.slice(-4)}`,
  modes: ['successor', 'in-place'],
  ended: 'revoked'
})

runLifecycle({
  provider: 'cloudapi',
  kind: 'key',
  asks: async (bench) => ({ name: 'Core Platform', project: await nthOf(bench, 'projects') }),
  value: /^sk_live_[A-Za-z0-9]+$/,
  preview: (secret) => `${secret.slice(0, 12)}...`,
  modes: ['successor'],
  ended: 'revoked'
})

runLifecycle({
  provider: 'cloudapi',
  kind: 'token',
  asks: async () => ({ name: 'ci-token', scopes: ['users:read', 'usage:read'] }),
  value: /^cap_[A-Za-z0-9]+$/,
  preview: () => 'cap_****',
  modes: ['successor'],
  ended: 'revoked'
})

runLifecycle({
  provider: 'cloudnexus',
  kind: 'key',
  asks: async () => ({
    name: 'Production Backend',
    environment: 'prod',
    services: ['compute', 'storage'],
    scopes: ['compute:read', 'storage:write'],
    ipRanges: ['203.0.113.0/24'],
    expiry: { kind: 'days', days: 92 }
  }),
  value: /^cnx_prod_[A-Za-z0-9]{30}$/,
  preview: (secret) => `${secret.slice(0, 'cnx_prod_'.length + 4)}...`,
  modes: ['grace', 'successor'],
  change: async () => ({ name: 'Edited', scopes: ['network:read'], ipRanges: ['198.51.100.0/24'] }),
  ended: 'gone'
})

runLifecycle({
  provider: 'cloudcasa',
  kind: 'key',
  asks: async (bench) => ({
    name: `Backup reports ${String(bench.server.keys().length)}`,
    description: 'Nightly report',
    roles: [await nthOf(bench, 'roles')]
  }),
  value: /^[A-Za-z0-9_-]{128}$/,
  preview: (secret) => `...${secret.slice(-4)}`,
  modes: ['successor'],
  change: async (bench) => ({ name: 'Edited', description: 'Edited too', roles: [await nthOf(bench, 'roles', 1)] }),
  ended: 'gone'
})

runLifecycle({
  provider: 'cloodot',
  kind: 'key',
  asks: async () => ({ name: 'Zapier integration', expiry: { kind: 'days', days: 90 } }),
  value: /^clo_[A-Za-z0-9]{40}$/,
  preview: () => 'clo_********',
  modes: ['successor'],
  ended: 'gone'
})
