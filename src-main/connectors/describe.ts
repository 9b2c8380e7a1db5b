import type {
  AccountOperation,
  ConnectorDescription,
  GuidedJob,
  KeyKind,
  KeyOperation,
  OperationFacts
} from '@contract/model/connector'
import type { Manifest } from './manifest'
import type { Kind } from './manifest/kind'
import type { Operation } from './manifest/operation'

/** A manifest as the window and `kq` see it: what is offered, and nothing of how it is done. */
export function describeManifest(manifest: Manifest, builtIn: boolean): ConnectorDescription {
  return {
    id: manifest.id,
    name: manifest.name,
    summary: manifest.summary,
    builtIn,
    docsUrl: manifest.docsUrl,
    consoleUrl: manifest.consoleUrl,
    sourceNotes: manifest.sourceNotes,
    baseUrl: manifest.connection.baseUrl,
    baseUrlProvenance: manifest.connection.provenance,
    guided: manifest.guided,
    credentials: Object.entries(manifest.credentials)
      .filter(([, { kind }]) => kind !== 'none')
      .map(([id, { label, howToGet, required }]) => ({ id, label, howToGet, required })),
    variables: manifest.connection.variables.map((one) => ({
      id: one.id,
      label: one.label,
      help: one.help,
      required: one.required,
      default: one.default,
      options: one.options
    })),
    account: factsOf<AccountOperation>(manifest.account),
    kinds: manifest.kinds.map(describeKind),
    plans: manifest.plans.map(({ id, label, maxKeys, note }) => ({ id, label, maxKeys, note })),
    requestsPerMinute: manifest.rateLimit.requestsPerMinute,
    noticeDays: manifest.noticeDays,
    permissionsNote: manifest.permissionsNote
  }
}

function describeKind(kind: Kind): KeyKind {
  const { format } = kind
  return {
    id: kind.id,
    label: kind.label,
    operations: factsOf<KeyOperation>(kind.operations),
    guides: without<GuidedJob, NonNullable<Kind['guides'][GuidedJob]>>(kind.guides),
    nameLabel: kind.nameLabel,
    nameMax: kind.nameMax,
    description: kind.description,
    scopes: kind.scopes,
    roles: kind.roles,
    expiry: kind.expiry,
    ipRanges: kind.ipRanges,
    environments: kind.environments,
    projects: kind.projects,
    services: kind.services,
    editable: kind.editable,
    format: {
      prefixes: format.prefixes,
      pattern: format.pattern,
      minLength: format.minLength,
      maxLength: format.maxLength,
      words: format.words
    },
    rotation: kind.rotation,
    reveal: kind.reveal,
    revealWarning: kind.revealWarning,
    confirmRevoke: kind.confirmRevoke,
    maxKeys: kind.maxKeys
  }
}

function factsOf<Name extends string>(
  operations: Readonly<Partial<Record<Name, Operation | undefined>>>
): Partial<Record<Name, OperationFacts>> {
  return Object.fromEntries(
    Object.entries<Operation | undefined>(operations).flatMap(([name, operation]) =>
      operation === undefined ? [] : [[name, factOf(name, operation)]]
    )
  ) as Partial<Record<Name, OperationFacts>>
}

function factOf(name: string, { provenance, method, path, credential, note }: Operation): OperationFacts {
  return { provenance, method, path, credential: name === 'verify' ? 'secret' : credential, note }
}

function without<Name extends string, Value>(
  record: Readonly<Partial<Record<Name, Value | undefined>>>
): Partial<Record<Name, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<
    Record<Name, Value>
  >
}
