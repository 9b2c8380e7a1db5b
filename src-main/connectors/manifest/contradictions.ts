import type { ManifestProblem } from '@contract/model/connector'
import type { Manifest } from '../manifest'
import type { Kind } from './kind'

type Say = (path: string, expected: string) => void
type Operation = NonNullable<
  Kind['operations'][keyof Kind['operations']] | Manifest['account'][keyof Manifest['account']]
>

/** What may stand in templates beside the variables of the connection. */
const OF_A_KEY = ['id', 'name', 'project', 'environment', 'since']
const OF_THE_ACCOUNT = ['since']

/** What the shape of each field cannot say: names that refer to nothing, and facts that exclude each other. */
export function findContradictions(manifest: Manifest): ManifestProblem[] {
  const problems: ManifestProblem[] = []
  const say: Say = (path, expected) => void problems.push({ path, expected })
  const variables = manifest.connection.variables.map((variable) => variable.id)
  repeated(variables).forEach((at) => {
    say(`connection.variables[${at.toString()}].id`, 'an id no other variable has')
  })
  checkBlanks('connection.baseUrl', manifest.connection.baseUrl ?? '', variables, say)
  checkCredentials(manifest, variables, say)
  for (const [header, value] of Object.entries(manifest.defaults.headers)) {
    checkBlanks(`defaults.headers.${header}`, value, variables, say)
  }
  for (const [name, operation] of given<Operation>(manifest.account)) {
    checkOperation(manifest, `account.${name}`, operation, [...variables, ...OF_THE_ACCOUNT], say)
  }
  repeated(manifest.kinds.map((kind) => kind.id)).forEach((at) => {
    say(`kinds[${at.toString()}].id`, 'an id no other kind has')
  })
  manifest.kinds.forEach((kind, index) => {
    checkKind(manifest, kind, `kinds[${index.toString()}]`, variables, say)
  })
  return problems
}

function checkCredentials(manifest: Manifest, variables: readonly string[], say: Say): void {
  for (const [id, credential] of Object.entries(manifest.credentials)) {
    if (id === 'secret') say('credentials.secret', 'another id: "secret" is the key itself')
    checkBlanks(`credentials.${id}.testPath`, credential.testPath ?? '', variables, say)
    if (credential.kind === 'basic') checkBlanks(`credentials.${id}.user`, credential.user, variables, say)
  }
}

function checkKind(manifest: Manifest, kind: Kind, at: string, variables: readonly string[], say: Say): void {
  const { operations } = kind
  if (kind.id === 'account') say(`${at}.id`, 'another id: "account" stands for the account')
  if (Object.keys(operations).length === 0 && !manifest.guided) say(`${at}.operations`, 'an operation, or guided: true')
  if (kind.fields === null && Object.keys(operations).some((name) => !['verify', 'usageLog'].includes(name))) {
    say(`${at}.fields`, 'where each fact of a key stands in an answer')
  }
  for (const [name, operation] of given<Operation>(operations)) {
    checkOperation(manifest, `${at}.operations.${name}`, operation, [...variables, ...OF_A_KEY], say)
    if ('preflight' in operation && operation.preflight !== null && operations.get === undefined) {
      say(`${at}.operations.${name}.preflight`, 'an operation get of this kind')
    }
  }
  const way = manifest.credentials[operations.verify?.credential ?? '']
  if (way?.kind === 'body' || way?.kind === 'none') {
    say(`${at}.operations.verify.credential`, 'a credential that is sent: the key itself goes in its way')
  }
  if (operations.list?.expand === 'get' && operations.get === undefined) {
    say(`${at}.operations.list.expand`, 'an operation get of this kind')
  }
  if (operations.update !== undefined && kind.editable.length === 0) {
    say(`${at}.editable`, 'what the operation update changes')
  }
  checkFacts(kind, at, say)
}

function checkFacts(kind: Kind, at: string, say: Say): void {
  const byEndpoint = kind.rotation.mode === 'grace' || kind.rotation.mode === 'in-place'
  if (byEndpoint && kind.operations.rotate === undefined && kind.guides.rotate === undefined) {
    say(`${at}.rotation.mode`, '"successor" or "none", or an operation or a guide for rotate')
  }
  if (kind.rotation.mode === 'grace' && kind.rotation.graceHours === null) {
    say(`${at}.rotation.graceHours`, 'how many hours the old value lives on')
  }
  if (kind.scopes.kind === 'none' && kind.scopes.catalogue.length > 0) say(`${at}.scopes.kind`, '"list" or "single"')
  if (kind.expiry.kind === 'presets' && kind.expiry.presets.length === 0) {
    say(`${at}.expiry.presets`, 'at least 1 entries')
  }
  const { minLength, maxLength } = kind.format
  if (minLength !== null && maxLength !== null && minLength > maxLength) {
    say(`${at}.format.maxLength`, 'no less than minLength')
  }
  const known = new Set(kind.scopes.catalogue.map((scope) => scope.id))
  kind.scopes.presets.forEach((preset, index) => {
    if (kind.scopes.grammar === null && preset.scopes.some((scope) => !known.has(scope))) {
      say(`${at}.scopes.presets[${index.toString()}].scopes`, 'scopes of the catalogue')
    }
  })
}

function checkOperation(
  manifest: Manifest,
  at: string,
  operation: Operation,
  blanks: readonly string[],
  say: Say
): void {
  const known = Object.keys(manifest.credentials)
  const oneOf = `one of the credentials: ${known.join(', ')}`
  if (!known.includes(operation.credential)) say(`${at}.credential`, oneOf)
  operation.alsoSend.forEach((id, index) => {
    if (!known.includes(id)) say(`${at}.alsoSend[${index.toString()}]`, oneOf)
  })
  for (const [member, id] of Object.entries(operation.bodySecrets)) {
    if (id !== 'secret' && !known.includes(id)) say(`${at}.bodySecrets.${member}`, `${oneOf}, or "secret"`)
  }
  checkBlanks(`${at}.path`, operation.path, blanks, say)
  for (const part of ['query', 'headers'] as const) {
    for (const [name, value] of Object.entries(operation[part]))
      checkBlanks(`${at}.${part}.${name}`, value, blanks, say)
  }
  const hasBody = operation.body !== null || Object.keys(operation.bodySecrets).length > 0
  if (hasBody && operation.method === 'GET') say(`${at}.method`, 'a method that sends a body')
  if (hasBody && operation.bodyType === 'none') say(`${at}.bodyType`, '"json" or "form"')
}

function checkBlanks(at: string, text: string, known: readonly string[], say: Say): void {
  for (const [, blank = ''] of text.matchAll(/\{([^}]*)\}/g)) {
    if (!known.includes(blank)) say(at, `only these blanks: ${known.map((name) => `{${name}}`).join(' ') || 'none'}`)
  }
}

/** Indexes of what stood there before. */
function repeated(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))
}

function given<Value>(record: Readonly<Record<string, Value | undefined>>): [string, Value][] {
  return Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}
