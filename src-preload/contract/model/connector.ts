import { z } from 'zod'
import { line } from './base'

/** How far an endpoint can be trusted: stated by the provider, seen in public sources, or a labelled guess. */
export const provenance = z.enum(['documented', 'observed', 'assumed'])
export type Provenance = z.infer<typeof provenance>

/** What a manifest may offer to do with keys of one kind at the provider. */
export const keyOperation = z.enum([
  'list',
  'get',
  'create',
  'update',
  'rotate',
  'renew',
  'disable',
  'enable',
  'revoke',
  'verify',
  'usageLog'
])
export type KeyOperation = z.infer<typeof keyOperation>

/** What it may offer for the account as a whole. */
export const accountOperation = z.enum(['test', 'account', 'projects', 'roles', 'scopes', 'services', 'usageTotals'])
export type AccountOperation = z.infer<typeof accountOperation>

export const operationFacts = z.strictObject({
  provenance,
  method: z.string(),
  path: z.string(),
  /** The id of the credential it is sent with. */
  credential: z.string(),
  note: z.string()
})
export type OperationFacts = z.infer<typeof operationFacts>

const choice = z.strictObject({ id: z.string(), label: z.string(), description: z.string() })

/** A scope, role, project or service that can be chosen. `risk` of `admin` is warned about. */
export const scopeChoice = choice.extend({ risk: z.enum(['read', 'write', 'admin']).nullable() })
export type ScopeChoice = z.infer<typeof scopeChoice>

export const scopeModel = z.strictObject({
  kind: z.enum(['none', 'list', 'single']),
  /** What the provider calls them: scopes, permissions. */
  label: z.string(),
  catalogue: z.array(scopeChoice),
  /** Scopes outside the catalogue are accepted when they fit this pattern (a regular expression), or never when null. */
  grammar: z.string().nullable(),
  presets: z.array(z.strictObject({ label: z.string(), scopes: z.array(z.string()) })),
  required: z.boolean(),
  /** Said where leaving them out means everything. */
  warning: z.string().nullable()
})
export type ScopeModel = z.infer<typeof scopeModel>

export const expiryModel = z.strictObject({
  kind: z.enum(['none', 'presets', 'date']),
  /** Days; null is never. */
  presets: z.array(z.strictObject({ label: z.string(), days: z.int().positive().nullable() })),
  minDays: z.int().nullable(),
  maxDays: z.int().nullable(),
  defaultDays: z.int().nullable(),
  allowNever: z.boolean()
})
export type ExpiryModel = z.infer<typeof expiryModel>

export const keyFormat = z.strictObject({
  prefixes: z.array(z.string()),
  /** The part after the prefix: a regular expression and its length, where known. */
  pattern: z.string().nullable(),
  minLength: z.int().nullable(),
  maxLength: z.int().nullable(),
  /** In words: `cnx_prod_ and 30 letters or digits`. */
  words: z.string()
})

/**
 * `grace`: an endpoint makes the successor and the old value lives on for a while. `in-place`: the endpoint kills the
 * old value at once. `successor`: create a new key, switch, revoke the old one. `none`: by hand only.
 */
export const rotationMode = z.enum(['grace', 'in-place', 'successor', 'none'])
export type RotationMode = z.infer<typeof rotationMode>
export const rotationModel = z.strictObject({
  /** What is done unless the person asks for one of the others. */
  mode: rotationMode,
  alternatives: z.array(rotationMode),
  graceHours: z.number().nullable(),
  note: z.string()
})

/** The steps by hand for one job: what to click, with this key's own words filled in by whoever shows them. */
export const guide = z.strictObject({ url: z.string().nullable(), steps: z.array(z.string()) })
export type Guide = z.infer<typeof guide>
export const guidedJob = z.enum(['create', 'edit', 'rotate', 'revoke'])
export type GuidedJob = z.infer<typeof guidedJob>

export const keyKind = z.strictObject({
  id: z.string(),
  label: z.string(),
  operations: z.partialRecord(keyOperation, operationFacts),
  guides: z.partialRecord(guidedJob, guide),
  /** What the provider calls the name; null where keys have none. */
  nameLabel: z.string().nullable(),
  nameMax: z.int(),
  description: z.boolean(),
  scopes: scopeModel,
  roles: z.enum(['none', 'one', 'many']),
  expiry: expiryModel,
  ipRanges: z.boolean(),
  environments: z.array(choice),
  projects: z.boolean(),
  services: z.boolean(),
  /** Which of these may be changed after creation. */
  editable: z.array(z.enum(['name', 'description', 'scopes', 'roles', 'ipRanges'])),
  format: keyFormat,
  rotation: rotationModel,
  reveal: z.enum(['once', 'always']),
  revealWarning: z.string(),
  confirmRevoke: z.string(),
  maxKeys: z.int().nullable()
})
export type KeyKind = z.infer<typeof keyKind>

export const credentialField = z.strictObject({
  id: z.string(),
  label: z.string(),
  howToGet: z.string(),
  required: z.boolean()
})
export type CredentialField = z.infer<typeof credentialField>

export const variableField = z.strictObject({
  id: z.string(),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  default: z.string().nullable(),
  options: z.array(z.string())
})
export type VariableField = z.infer<typeof variableField>

/** A manifest as the window and `kq` see it: what is there, and nothing that says how it is done. */
export const connectorDescription = z.strictObject({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  /** Comes with Keyquay, or from the person's own folder. */
  builtIn: z.boolean(),
  docsUrl: z.string().nullable(),
  consoleUrl: z.string().nullable(),
  sourceNotes: z.array(z.string()),
  /** Null when the person has to say it. */
  baseUrl: z.string().nullable(),
  baseUrlProvenance: provenance,
  /** Works without any request: the app says what to click. */
  guided: z.boolean(),
  credentials: z.array(credentialField),
  variables: z.array(variableField),
  account: z.partialRecord(accountOperation, operationFacts),
  kinds: z.array(keyKind).min(1),
  plans: z.array(z.strictObject({ id: z.string(), label: z.string(), maxKeys: z.int().nullable(), note: z.string() })),
  requestsPerMinute: z.int().nullable(),
  noticeDays: z.array(z.int()),
  permissionsNote: z.string()
})
export type ConnectorDescription = z.infer<typeof connectorDescription>

/** A mistake in a manifest, by its place in the file: `kinds[0].operations.create.path`. */
export const manifestProblem = z.strictObject({ path: z.string(), expected: z.string() })
export type ManifestProblem = z.infer<typeof manifestProblem>

/** A name a connection's path, field or variable goes by: `key.operations.list.path`. */
export const overrideName = line(200).min(1)
