import type { MessagePort } from 'node:worker_threads'
import type { ErrorCode } from '@contract/errors'
import { AppError } from '@contract/errors'
import type { VaultStore } from '../ports/vault-store'
import type { VaultEngine } from './engine'
import { toVaultError } from './sqlite-errors'

/** The engine's own methods that can be called from another thread. */
export type EngineCall = Exclude<keyof VaultEngine, 'store' | 'hasEnded'>

/** What crosses to the store's thread. `call` is a method of the engine, or `group.method` of the store. */
export interface Request {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}

/** What comes back: a value, or an error's code and details and nothing else of it. */
export type Reply = Outcome & {
  readonly id: number
  /** Set once the session ended by itself: nothing more can be asked of this engine. */
  readonly hasEnded: boolean
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: unknown }

type StoreCalls = { readonly [Group in keyof VaultStore]: { readonly [Name in keyof VaultStore[Group]]: true } }

/** Every method of the store; one that is missing here does not compile. */
export const storeCalls: StoreCalls = {
  keys: {
    page: true,
    lines: true,
    ids: true,
    rowOf: true,
    groups: true,
    facets: true,
    get: true,
    find: true,
    identities: true,
    fingerprints: true,
    withSecrets: true,
    add: true,
    addMany: true,
    edit: true,
    setState: true,
    replaceSecret: true,
    secret: true,
    moveToBin: true,
    restoreFromBin: true,
    purge: true,
    purgeValues: true,
    emptyBin: true
  },
  audit: { append: true, page: true, pageAfter: true, count: true, verify: true },
  remote: {
    connections: true,
    connection: true,
    credentials: true,
    link: true,
    links: true,
    spokesmen: true,
    intents: true,
    intent: true,
    rotations: true,
    rotation: true,
    secretFor: true,
    apply: true
  },
  env: {
    bindings: true,
    projects: true,
    undos: true,
    undoBytes: true,
    holders: true,
    apply: true
  },
  reminders: {
    keys: true,
    states: true,
    rules: true,
    channels: true,
    channelSecret: true,
    deliveries: true,
    marksKey: true,
    apply: true
  },
  usage: {
    add: true,
    apply: true,
    prune: true,
    records: true,
    page: true,
    summary: true,
    series: true,
    facets: true,
    callsOf: true,
    sync: true,
    logs: true,
    totals: true,
    course: true,
    seen: true,
    findings: true,
    localUse: true
  },
  views: { list: true, save: true, remove: true }
}

const engineCalls: Readonly<Record<EngineCall, true>> = {
  create: true,
  open: true,
  confirm: true,
  changePassword: true,
  setRecoveryCode: true,
  setDeviceKey: true,
  rotateDataKey: true,
  backup: true,
  scheduledBackup: true,
  verifyBackup: true,
  restore: true,
  close: true
}

type AnyFunction = (...args: readonly unknown[]) => unknown

/**
 * Runs requests on an engine. Calls of the store run at once; those of the engine, which wait for a key derivation,
 * run one after another. All bytes a request brought are zeroed when it ends.
 */
export function createResponder(engine: VaultEngine, folder: string): (request: Request) => Promise<Reply> {
  let last: Promise<unknown> = Promise.resolve()

  async function run({ call, args }: Request): Promise<unknown> {
    if (!Object.hasOwn(engineCalls, call)) return storeMethod(engine, call)(...args)
    const method = engine[call as EngineCall] as AnyFunction
    const result = last.then(() => method(...args))
    last = result.then(
      () => undefined,
      () => undefined
    )
    return result
  }

  async function outcomeOf(request: Request): Promise<Outcome> {
    try {
      return { ok: true, value: await run(request) }
    } catch (error) {
      const { code, details } = toVaultError(error, { folder, file: folder })
      return { ok: false, code, details }
    }
  }

  return async (request) => {
    try {
      const outcome = await outcomeOf(request)
      return { ...outcome, id: request.id, hasEnded: engine.hasEnded() }
    } finally {
      for (const bytes of bytesIn(request.args)) bytes.fill(0)
    }
  }
}

/** Posts a reply and hands its bytes over: a secret that was asked for leaves no copy on this thread. */
export function sendReply(port: Pick<MessagePort, 'postMessage'>, reply: Reply): void {
  const buffers = reply.ok ? bytesIn(reply.value).map((bytes) => bytes.buffer as ArrayBuffer) : []
  port.postMessage(reply, [...new Set(buffers)])
}

/** Every byte array inside plain arguments. */
export function bytesIn(value: unknown): Uint8Array[] {
  const found: Uint8Array[] = []
  gatherBytes(value, found)
  return found
}

// A page holds thousands of fields and rarely a byte: no array is made for each of them.
function gatherBytes(value: unknown, found: Uint8Array[]): void {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Uint8Array) found.push(value)
  else if (Array.isArray(value)) for (const part of value) gatherBytes(part, found)
  else for (const name in value) gatherBytes((value as Readonly<Record<string, unknown>>)[name], found)
}

function storeMethod(engine: VaultEngine, call: string): AnyFunction {
  const [group = '', name = ''] = call.split('.')
  const known: Readonly<Record<string, Readonly<Record<string, true>>>> = storeCalls
  if (!Object.hasOwn(known, group) || !Object.hasOwn(known[group] ?? {}, name)) throw new AppError('internal', {})
  const store = engine.store() as unknown as Readonly<Record<string, Readonly<Record<string, AnyFunction>>>>
  const method = store[group]?.[name]
  if (method === undefined) throw new AppError('internal', {})
  return method
}
