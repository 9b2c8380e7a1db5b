import { AppError } from '@contract/errors'
import type { RemoteKey } from '@contract/model/connection'
import { openCall, originOf } from './call'
import type { Call } from './sending'
import type { Connector, ConnectorParts, Exchange } from './connector'
import { describeManifest } from './describe'
import { expiryForms } from './input'
import { acceptsSecret, ask, getKey, listKeys, readAccount, readOptions, verifying } from './inspect'
import { fitsFormat } from './key-format'
import { changeKey, createFallback, makeKey, revokeKey, switchKey } from './manage'
import type { Manifest } from './manifest'
import type { Kind } from './manifest/kind'
import type { Operation } from './manifest/operation'
import { checkOverrides } from './overrides'
import { buildRequest } from './request'
import { logScope, readLogPage, readTotals } from './usage'

type KindOperation = keyof Kind['operations']
type AccountOperations = Manifest['account']

/** The provider of a manifest. Knows what every provider does and nothing of any single one. */
export function createConnector(
  manifest: Manifest,
  shared: ConnectorParts,
  { builtIn }: { readonly builtIn: boolean }
): Connector {
  const description = describeManifest(manifest, builtIn)
  const parts = inLane(shared, manifest.id)
  const notOffered = (operation: string): AppError =>
    new AppError('operation-not-offered', { operation, provider: manifest.name })
  const kindOf = (id: string): Kind | undefined => manifest.kinds.find((kind) => kind.id === id)

  /** The operation as this connection has it, with what it is sent through. */
  function ofKind<Name extends KindOperation>(
    exchange: Exchange,
    id: string,
    name: Name
  ): { call: Call; kind: Kind; operation: NonNullable<Kind['operations'][Name]> } {
    if (kindOf(id)?.operations[name] === undefined) throw notOffered(name)
    const call = openCall(manifest, parts, exchange)
    const kind = call.manifest.kinds.find((one) => one.id === id)
    const operation = kind?.operations[name]
    if (kind === undefined || operation === undefined) throw notOffered(name)
    return { call, kind, operation }
  }

  function ofAccount<Name extends keyof AccountOperations>(
    exchange: Exchange,
    name: Name
  ): { call: Call; operation: NonNullable<AccountOperations[Name]> } {
    if (manifest.account[name] === undefined) throw notOffered(name)
    const call = openCall(manifest, parts, exchange)
    const operation = call.manifest.account[name]
    if (operation === undefined) throw notOffered(name)
    return { call, operation }
  }

  return {
    description,
    offers: (kind, operation) => kindOf(kind)?.operations[operation] !== undefined,
    offersAccount: (operation) => manifest.account[operation] !== undefined,

    originFor: (account) => originOf(manifest, account),
    checkOverrides(overrides) {
      checkOverrides(manifest, overrides)
    },

    async test(exchange) {
      const { call, operation } = ofAccount(exchange, 'test')
      await ask(call, operation)
      for (const [id, { testPath }] of Object.entries(call.manifest.credentials)) {
        const isHeld = Object.hasOwn(exchange.account.credentials, id)
        if (testPath !== null && isHeld && id !== operation.credential)
          await ask(call, harmless(operation, id, testPath))
      }
    },
    async account(exchange) {
      const { call, operation } = ofAccount(exchange, 'account')
      return readAccount(call, operation)
    },
    async options(of, exchange) {
      const { call, operation } = ofAccount(exchange, of)
      return readOptions(call, operation)
    },
    async list(id, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'list')
      return listKeys(call, kind, operation)
    },
    async get(id, remoteId, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'get')
      return getKey(call, kind, operation, remoteId)
    },
    async create(id, input, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'create')
      const asked = { ...input, expiry: expiryForms(input.expiry, exchange.nowMs) }
      return makeKey(call, kind, operation, {
        input: asked,
        secret: null,
        fallback: createFallback(input),
        current: null
      })
    },
    async update(id, current, change, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'update')
      return changeKey(call, kind, operation, { current, change })
    },
    async rotate(id, current, secret, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'rotate')
      const input = {
        ...knownOf(current),
        expiry: expiryForms({ kind: 'default' }, exchange.nowMs),
        key: current,
        id: current.remoteId
      }
      return makeKey(call, kind, operation, {
        input,
        secret,
        fallback: knownOf(current),
        current
      })
    },
    async renew(id, current, expiry, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'renew')
      return changeKey(call, kind, operation, { current, change: {}, expiry })
    },
    async disable(id, current, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'disable')
      await switchKey(call, kind, operation, current)
    },
    async enable(id, current, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'enable')
      await switchKey(call, kind, operation, current)
    },
    async revoke(id, remoteId, exchange) {
      const { call, kind, operation } = ofKind(exchange, id, 'revoke')
      await revokeKey(call, kind, operation, remoteId)
    },
    async verify(id, secret, exchange) {
      const { call, operation } = ofKind(exchange, id, 'verify')
      return acceptsSecret(call, operation, secret)
    },
    sample(id, secret, exchange) {
      const { call, operation } = ofKind(exchange, id, 'verify')
      return buildRequest(call, verifying(call, operation, secret))
    },
    formatMismatch(id, secret) {
      const format = kindOf(id)?.format
      return format === undefined || fitsFormat(format, secret) ? null : format.words
    },
    usageLogOf(kind) {
      const operation = kindOf(kind)?.operations.usageLog
      return operation === undefined ? null : logScope(operation)
    },
    async usageTotals(exchange) {
      const { call, operation } = ofAccount(exchange, 'usageTotals')
      return readTotals(call, operation)
    },
    async usageLogPage(id, remoteId, start, exchange) {
      const { call, operation } = ofKind(exchange, id, 'usageLog')
      return readLogPage(call, operation, remoteId, start)
    }
  }
}

/** Expressions of one manifest wait for each other, and not those of all the others for them. */
function inLane(parts: ConnectorParts, lane: string): ConnectorParts {
  const { mapping } = parts
  return { ...parts, mapping: { ...mapping, run: (expression, input) => mapping.run(expression, input, lane) } }
}

/** The test of another credential: the same request on the path the manifest has for it. */
function harmless(operation: Operation, credential: string, path: string): Operation {
  return {
    ...operation,
    method: 'GET',
    path,
    credential,
    alsoSend: [],
    query: {},
    body: null,
    bodySecrets: {},
    success: []
  }
}

/** What a successor keeps of the key it replaces. */
function knownOf({
  name,
  description,
  scopes,
  roles,
  services,
  ipRanges,
  environment,
  project
}: RemoteKey): Omit<RemoteKey, 'remoteId' | 'preview' | 'status' | 'createdAt' | 'expiresAt' | 'lastUsedAt'> {
  return { name, description, scopes, roles, services, ipRanges, environment, project }
}
