import type { ConnectorDescription, KeyKind, OperationFacts, Provenance, ScopeChoice } from '@contract/model/connector'

type Sketch = Partial<ConnectorDescription> & Pick<ConnectorDescription, 'id' | 'name' | 'summary' | 'kinds'>
type KindSketch = Partial<KeyKind> & Pick<KeyKind, 'id' | 'label'>

const op = (
  provenance: Provenance,
  method: string,
  path: string,
  credential = 'apiKey',
  note = ''
): OperationFacts => ({ provenance, method, path, credential, note })
const guessed = (method: string, path: string): OperationFacts =>
  op('assumed', method, path, 'apiKey', 'The provider publishes no reference for this.')
const scope = (id: string, description: string, risk: ScopeChoice['risk'] = 'read'): ScopeChoice => ({
  id,
  label: id,
  description,
  risk
})
const never = { label: 'Never', days: null }

const kind = (sketch: KindSketch): KeyKind => ({
  operations: {},
  guides: {},
  nameLabel: 'Name',
  nameMax: 100,
  description: false,
  scopes: { kind: 'none', label: 'Scopes', catalogue: [], grammar: null, presets: [], required: false, warning: null },
  roles: 'none',
  expiry: { kind: 'none', presets: [], minDays: null, maxDays: null, defaultDays: null, allowNever: true },
  ipRanges: false,
  environments: [],
  projects: false,
  services: false,
  editable: [],
  format: { prefixes: [], pattern: null, minLength: null, maxLength: null, words: 'as the provider shows it' },
  rotation: { mode: 'successor', alternatives: [], graceHours: null, note: '' },
  reveal: 'once',
  revealWarning: 'This is the only time the full key will be shown.',
  confirmRevoke: 'Any applications using this key will lose access immediately. This action cannot be undone.',
  maxKeys: null,
  ...sketch
})

const connector = (sketch: Sketch): ConnectorDescription => ({
  builtIn: true,
  docsUrl: null,
  consoleUrl: null,
  sourceNotes: [],
  baseUrl: null,
  baseUrlProvenance: 'assumed',
  guided: true,
  credentials: [],
  variables: [],
  account: {},
  plans: [],
  requestsPerMinute: null,
  noticeDays: [],
  permissionsNote: '',
  ...sketch
})

/** The five systems as the window sees them. Facts are the providers' own; endpoints they do not publish are assumed. */
export const sampleConnectors: readonly ConnectorDescription[] = [
  connector({
    id: 'cloudoora',
    name: 'Cloudoora',
    summary: 'Hosting, from shared to cloud: keys for DNS, deployments and billing.',
    docsUrl: 'https://cloudoora.com/api-key-management',
    consoleUrl: 'https://cloudoora.com/control-panel',
    credentials: [
      {
        id: 'apiKey',
        label: 'Management key',
        howToGet: 'Control panel → API & Integrations → Create New Key, with Read/Write permissions.',
        required: true
      }
    ],
    account: { test: guessed('GET', '/account'), account: guessed('GET', '/account') },
    requestsPerMinute: 1000,
    permissionsNote: 'Server provisioning and load-balancer controls need a VPS plan or higher.',
    plans: ['Shared', 'VPS', 'Cloud'].map((label) => ({ id: label.toLowerCase(), label, maxKeys: null, note: '' })),
    kinds: [
      kind({
        id: 'key',
        label: 'API key',
        nameLabel: 'Label',
        operations: {
          list: guessed('GET', '/keys'),
          create: guessed('POST', '/keys'),
          rotate: guessed('POST', '/keys/{id}/regenerate'),
          revoke: guessed('POST', '/keys/{id}/revoke'),
          usageLog: guessed('GET', '/keys/{id}/logs')
        },
        guides: {
          create: {
            url: 'https://cloudoora.com/control-panel',
            steps: ['Open API & Integrations.', 'Choose Create New Key.', 'Copy the key.']
          }
        },
        scopes: {
          kind: 'single',
          label: 'Permissions',
          catalogue: [
            { id: 'read-only', label: 'Read-Only', description: 'Reads everything, changes nothing', risk: 'read' },
            { id: 'read-write', label: 'Read/Write', description: 'Reads and changes everything', risk: 'admin' },
            { id: 'dns-only', label: 'DNS-Only', description: 'Changes DNS records alone', risk: 'write' }
          ],
          grammar: null,
          presets: [],
          required: true,
          warning: null
        },
        rotation: { mode: 'successor', alternatives: ['in-place'], graceHours: null, note: '' }
      })
    ]
  }),
  connector({
    id: 'cloudapi',
    name: 'CloudAPI',
    summary: 'Project keys and scoped tokens of the Cloud API platform.',
    docsUrl: 'https://api.cloudapi.dev/docs',
    consoleUrl: 'https://api.cloudapi.dev/dashboard',
    baseUrl: 'https://api.cloudapi.dev/v1',
    baseUrlProvenance: 'documented',
    guided: false,
    credentials: [
      {
        id: 'apiKey',
        label: 'API key',
        howToGet: 'Dashboard → Keys. It lists, revokes and makes tokens.',
        required: true
      },
      {
        id: 'dashboardSession',
        label: 'Dashboard session token',
        howToGet: 'Creating a key needs a session from the dashboard. Leave it out if only tokens are made here.',
        required: false
      }
    ],
    account: {
      test: op('documented', 'GET', '/projects'),
      account: op('documented', 'GET', '/usage'),
      projects: op('documented', 'GET', '/projects'),
      usageTotals: op('documented', 'GET', '/usage')
    },
    kinds: [
      kind({
        id: 'token',
        label: 'Scoped token',
        operations: {
          list: guessed('GET', '/tokens'),
          create: op('documented', 'POST', '/tokens'),
          revoke: guessed('DELETE', '/tokens/{id}')
        },
        scopes: {
          kind: 'list',
          label: 'Scopes',
          catalogue: [scope('users:read', 'List users'), scope('usage:read', 'Read usage metrics')],
          grammar: '[a-z]+:[a-z]+',
          presets: [],
          required: true,
          warning: null
        },
        format: { prefixes: ['cap_'], pattern: null, minLength: 12, maxLength: null, words: 'cap_ and the rest' }
      }),
      kind({
        id: 'key',
        label: 'Project key',
        nameLabel: null,
        operations: {
          create: op('documented', 'POST', '/keys', 'dashboardSession'),
          revoke: op('documented', 'DELETE', '/keys/{id}')
        },
        projects: true,
        format: {
          prefixes: ['sk_live_'],
          pattern: null,
          minLength: 12,
          maxLength: null,
          words: 'sk_live_ and the rest'
        }
      })
    ]
  }),
  connector({
    id: 'cloudnexus',
    name: 'CloudNexus',
    summary: 'Compute, storage and network, with keys for each environment and a 24-hour grace on rotation.',
    docsUrl: 'https://www.aevumzenth.com/cloudnexus/api-keys-%26-tokens',
    consoleUrl: 'https://console.cloudnexus.io/keys',
    baseUrl: 'https://api.cloudnexus.io/v2',
    baseUrlProvenance: 'documented',
    guided: false,
    credentials: [
      {
        id: 'apiKey',
        label: 'Management key',
        howToGet: 'Developer Console → API Keys & Tokens. It needs admin:write.',
        required: true
      }
    ],
    account: { test: guessed('GET', '/account'), account: guessed('GET', '/account') },
    requestsPerMinute: 60,
    noticeDays: [7, 1],
    plans: ['Starter', 'Professional', 'Enterprise'].map((label) => ({
      id: label.toLowerCase(),
      label,
      maxKeys: null,
      note: ''
    })),
    kinds: [
      kind({
        id: 'key',
        label: 'API key',
        operations: {
          list: guessed('GET', '/keys'),
          get: guessed('GET', '/keys/{id}'),
          create: guessed('POST', '/keys'),
          update: guessed('PATCH', '/keys/{id}'),
          rotate: op('documented', 'POST', '/keys/rotate'),
          revoke: guessed('DELETE', '/keys/{id}'),
          verify: op('documented', 'GET', '/instances', 'secret')
        },
        scopes: {
          kind: 'list',
          label: 'Scopes',
          catalogue: [
            scope('compute:read', 'List and describe VPS/VM instances'),
            scope('compute:write', 'Create, update, and terminate instances', 'write'),
            scope('storage:admin', 'Full access to object storage and databases', 'admin'),
            scope('network:read', 'View load balancers, firewalls, and DNS records')
          ],
          grammar: '(compute|storage|network|billing|admin):(read|write|admin)',
          presets: [],
          required: true,
          warning: null
        },
        expiry: { kind: 'date', presets: [], minDays: 1, maxDays: 365, defaultDays: 92, allowNever: false },
        ipRanges: true,
        environments: ['prod', 'stg', 'dev'].map((id) => ({ id, label: id, description: '' })),
        editable: ['ipRanges'],
        format: {
          prefixes: ['cnx_prod_', 'cnx_stg_', 'cnx_dev_'],
          pattern: '[A-Za-z0-9]{30}',
          minLength: 30,
          maxLength: 30,
          words: 'cnx_prod_ and 30 letters or digits'
        },
        rotation: { mode: 'grace', alternatives: ['successor'], graceHours: 24, note: '' }
      })
    ]
  }),
  connector({
    id: 'cloudcasa',
    name: 'CloudCasa',
    summary: 'Kubernetes backup: keys carry RBAC roles, ten to an organization.',
    docsUrl: 'https://docs.cloudcasa.io/help/apikeys.html',
    consoleUrl: 'https://home.cloudcasa.io/configuration/api-keys',
    baseUrl: 'https://api.cloudcasa.io/api/v1',
    baseUrlProvenance: 'observed',
    credentials: [
      {
        id: 'apiKey',
        label: 'API key',
        howToGet: 'Configuration → API Keys → New API Key, with the Admin role.',
        required: true
      }
    ],
    account: {
      test: op('observed', 'GET', '/roles'),
      roles: op('observed', 'GET', '/roles')
    },
    permissionsNote: 'Only the Admin role may manage keys. The Free plan has none, or one.',
    plans: [
      { id: 'free', label: 'Free', maxKeys: 1, note: '' },
      { id: 'pro', label: 'Pro', maxKeys: 10, note: '' }
    ],
    kinds: [
      kind({
        id: 'key',
        label: 'API key',
        operations: {
          list: guessed('GET', '/apikeys'),
          get: guessed('GET', '/apikeys/{id}'),
          create: guessed('POST', '/apikeys'),
          update: guessed('PUT', '/apikeys/{id}'),
          revoke: guessed('DELETE', '/apikeys/{id}')
        },
        description: true,
        roles: 'many',
        editable: ['name', 'description', 'roles'],
        maxKeys: 10
      })
    ]
  }),
  connector({
    id: 'cloodot',
    name: 'Cloodot',
    summary: 'Customer messaging: keys are made by hand in Settings → Developers.',
    docsUrl: 'https://docs.cloodot.com/docs/settings/developers',
    consoleUrl: 'https://app.cloodot.com/settings/developers',
    sourceNotes: ['No public reference of the key endpoints was found; by hand is the way that surely works.'],
    credentials: [
      {
        id: 'apiKey',
        label: 'API key',
        howToGet: 'Settings → Developers → API Keys → Create Key. Admins and owners only.',
        required: true
      }
    ],
    account: { test: guessed('GET', '/api-keys') },
    kinds: [
      kind({
        id: 'key',
        label: 'API key',
        operations: {
          list: guessed('GET', '/api-keys'),
          create: guessed('POST', '/api-keys'),
          revoke: guessed('DELETE', '/api-keys/{id}')
        },
        guides: {
          create: {
            url: 'https://app.cloodot.com/settings/developers',
            steps: ['Choose Create Key.', 'Enter the name and the expiration.', 'Copy the value.']
          }
        },
        expiry: {
          kind: 'presets',
          presets: [
            never,
            { label: '30 days', days: 30 },
            { label: '90 days', days: 90 },
            { label: '1 year', days: 365 }
          ],
          minDays: null,
          maxDays: null,
          defaultDays: null,
          allowNever: true
        },
        format: { prefixes: ['clo_'], pattern: null, minLength: 12, maxLength: null, words: 'clo_ and the rest' }
      })
    ]
  }),
  connector({
    id: 'harbour-ci',
    name: 'Harbour CI',
    summary: 'Deploy tokens of the build server in the office.',
    builtIn: false,
    guided: false,
    credentials: [{ id: 'token', label: 'Access token', howToGet: 'Profile → Access tokens.', required: true }],
    variables: [
      {
        id: 'workspace',
        label: 'Workspace',
        help: 'As it stands in the address of the build server.',
        required: true,
        default: null,
        options: []
      },
      { id: 'region', label: 'Region', help: '', required: false, default: 'eu', options: ['eu', 'us'] }
    ],
    account: { test: op('documented', 'GET', '/user', 'token') },
    kinds: [
      kind({
        id: 'token',
        label: 'Deploy token',
        operations: {
          create: op('documented', 'POST', '/tokens', 'token'),
          revoke: op('documented', 'DELETE', '/tokens/{id}', 'token')
        }
      })
    ]
  })
]

export const brokenManifest = {
  file: '/home/dev/.config/keyquay/connectors/grafana.json',
  problems: [
    { path: 'kinds[0].operations.create.method', expected: 'GET, POST, PUT, PATCH or DELETE' },
    { path: 'credentials.apiKey.kind', expected: 'bearer, header, basic or query' }
  ]
}
