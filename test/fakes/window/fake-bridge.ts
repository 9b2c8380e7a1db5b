import './no-eval.ts'
import type { Bridge } from '@contract/bridge'
import type { ErrorCode, Result } from '@contract/errors'
import { contract, type CallName, type EventName, type InputOf, type OutputOf } from '@contract/ipc'
import type { AuditAction, AuditEntry } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import { keyStatusAt } from '@contract/model/key-status'
import type { KeyDetails } from '@contract/model/key'
import type { ClipboardLease, Session } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import { changeKey } from './bulk-change.ts'
import { Refusal, type FakeCalls, type FakeWorld } from './fake-calls.ts'
import { createFakeConnections, type FakeConnectionOptions } from './fake-connections.ts'
import { createFakeEnv, type FakeEnvOptions } from './fake-env.ts'
import { createFakeReminders, type FakeReminderOptions } from './fake-reminders.ts'
import { createFakeRemote, type FakeRemoteOptions } from './fake-remote.ts'
import { createFakeUsage, type FakeUsageOptions } from './fake-usage.ts'
import { facetsOf, groupsOf, searchKeys } from './key-search.ts'
import { instantAt, manyKeys, previewOf, sampleId, sampleKey, sampleVault, type SampleKey } from './sample-keys.ts'

export interface FakeOptions extends FakeConnectionOptions, FakeReminderOptions, FakeEnvOptions, FakeUsageOptions {
  readonly phase?: Session['phase']
  readonly keys?: 'none' | 'sample' | number
  readonly password?: string
  readonly settings?: Partial<Settings>
  readonly trouble?: ErrorCode
  readonly hint?: string
  readonly vaultName?: string
  readonly readOnly?: boolean
  /** How long each answer takes. */
  readonly delayMs?: number
  /** Calls that fail, with the code they fail with. */
  readonly failures?: Partial<Record<CallName, ErrorCode>>
  readonly askPasswordAgain?: boolean
  readonly chainBrokenAt?: number
  readonly recoveryCode?: boolean
  readonly deviceUnlock?: Session['deviceUnlock']
  /** How many backups lie in the vault's folder, one a day. */
  readonly backups?: number
  readonly remote?: FakeRemoteOptions
}

const RECOVERY_CODE = '0AB1CD-2EF3GH-4JK5MN-6PQ7RS-8TV9WX-0YZ1AB'
const FOLDER = '/home/dev/.local/share/keyquay/vault'

/** The whole contract in memory, for the window without a main process. Inputs and outputs are held to the schemas. */
export function createFakeBridge(options: FakeOptions = {}): Bridge {
  const nowMs = Date.now()
  let password = options.password ?? 'correct horse battery staple'
  let revision = 1
  let wrongAttempts = 0
  let confirmed = options.askPasswordAgain !== true
  let clipboard: ClipboardLease = { keyName: null, clearsAt: null }
  let settings = contract['settings.update'].output.parse(options.settings ?? {})
  let session: Session = {
    phase: options.phase ?? 'locked',
    lockReason: options.phase === undefined || options.phase === 'locked' ? 'start' : null,
    trouble: options.trouble ?? null,
    hint: options.hint ?? '',
    readOnly: options.readOnly ?? false,
    vaultName: options.vaultName ?? 'Personal',
    recoveryCode: options.recoveryCode ?? false,
    deviceUnlock: options.deviceUnlock ?? 'unavailable',
    needsNewPassword: false
  }
  const wanted = options.keys ?? 'sample'
  const samples: SampleKey[] =
    wanted === 'none' ? [] : wanted === 'sample' ? sampleVault(nowMs) : manyKeys(wanted, nowMs)
  const keys = new Map<KeyId, SampleKey>(samples.map((key) => [key.details.id, key]))
  const backups = Array.from({ length: options.backups ?? 0 }, (_, days) => backupAt(nowMs - days * 86_400_000))
  const trail: AuditEntry[] = []
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  let clearTimer: ReturnType<typeof setTimeout> | undefined

  const emit = (name: EventName, payload: object): void => {
    revision++
    const message = { revision, ...payload } as never
    listeners.get(name)?.forEach((listener) => {
      listener(message)
    })
  }
  const become = (change: Partial<Session>): void => {
    session = { ...session, ...change }
    emit('session.changed', { session })
  }
  const record = (action: AuditAction, key?: KeyDetails, detail = ''): void => {
    const sequence = trail.length + 1
    trail.push({
      sequence,
      at: instantAt(Date.now()),
      action,
      actor: sequence % 4 === 0 ? 'cli' : 'window',
      keyId: key?.id ?? null,
      keyName: key?.name ?? null,
      detail,
      hash: 'c0ffee'
    })
  }
  const changed = (): void => {
    emit('keys.changed', {})
  }
  const keyOf = (id: string): SampleKey => {
    const key = keys.get(id as KeyId)
    if (!key) throw new Refusal('key-not-found', { name: id })
    return key
  }
  const mustBeConfirmed = (): void => {
    if (!confirmed) throw new Refusal('password-needed-again')
  }
  const mustBe = (given: string): void => {
    if (given !== password) throw new Refusal('wrong-password', { retryAfterMs: 0 })
  }
  function backupAt(atMs: number): OutputOf<'backups.make'> {
    const madeAt = instantAt(atMs)
    return { file: `${FOLDER}/backups/${madeAt}.keyquay`, bytes: 133_120, madeAt, keys: keys.size }
  }
  const setClipboard = (lease: ClipboardLease): void => {
    clipboard = lease
    emit('clipboard.changed', { clipboard })
  }

  record('vault.created')
  record('vault.unlocked')
  for (const { details } of samples.slice(0, 12)) record('key.added', details)
  for (const { details } of samples.slice(0, 3)) record('key.copied', details, 'NAME=value')

  const setSettings = (change: Partial<Settings>): void => {
    settings = { ...settings, ...change }
    emit('settings.changed', { settings })
  }

  const world: FakeWorld = { keys, emit, record, changed }
  const connections = createFakeConnections(world, options)

  // What the window does not call yet is answered as unknown.
  const calls: Partial<FakeCalls> = {
    ...connections.calls,
    ...createFakeRemote({ ...world, connections }, options.remote),
    ...createFakeEnv(world, options),
    ...createFakeReminders(world, { ...options, setSettings }),
    ...createFakeUsage({ ...world, connections }, options),
    'app.snapshot': () => ({
      revision,
      version: '0.1.0',
      platform: 'linux',
      vaultFolder: FOLDER,
      session,
      clipboard,
      settings
    }),
    'app.openLink': () => ({}),
    'vault.create': (input) => {
      password = input.password
      become({ phase: 'unlocked', lockReason: null, hint: input.hint ?? '' })
      return {}
    },
    'session.unlock': (input) => {
      if (input.password !== password) {
        wrongAttempts++
        if (wrongAttempts > 3) throw new Refusal('too-many-attempts', { retryAfterMs: 8_000 })
        throw new Refusal('wrong-password', { retryAfterMs: 0 })
      }
      wrongAttempts = 0
      record('vault.unlocked')
      become({ phase: 'unlocked', lockReason: null })
      return {}
    },
    'session.unlockWithRecoveryCode': (input) => {
      if (input.code !== RECOVERY_CODE) throw new Refusal('recovery-code-malformed')
      become({ phase: 'unlocked', lockReason: null, needsNewPassword: true })
      return {}
    },
    'session.unlockWithDevice': () => {
      if (session.deviceUnlock !== 'on') throw new Refusal('device-unlock-failed')
      become({ phase: 'unlocked', lockReason: null })
      return {}
    },
    'vault.changePassword': (input) => {
      if (input.current !== null) mustBe(input.current)
      password = input.next
      record('vault.password-changed')
      become({ hint: input.hint, needsNewPassword: false })
      return {}
    },
    'vault.makeRecoveryCode': (input) => {
      mustBe(input.password)
      return { code: RECOVERY_CODE }
    },
    'vault.confirmRecoveryCode': (input) => {
      if (input.code !== RECOVERY_CODE) throw new Refusal('recovery-code-malformed')
      record('vault.recovery-code-made')
      become({ recoveryCode: true })
      return {}
    },
    'vault.setDeviceUnlock': (input) => {
      mustBe(input.password)
      record('vault.device-unlock-changed')
      become({ deviceUnlock: input.on ? 'on' : 'off' })
      return {}
    },
    'vault.rotateDataKey': (input) => {
      mustBe(input.password)
      record('vault.data-key-rotated')
      return { recoveryCode: session.recoveryCode ? RECOVERY_CODE : null }
    },
    'backups.list': () => ({ items: backups }),
    'backups.make': () => {
      const made = backupAt(Date.now())
      backups.unshift(made)
      record('vault.backup-made')
      return made
    },
    'backups.save': () => backupAt(Date.now()),
    'backups.verify': (input) => {
      mustBe(input.password)
      return backupAt(Date.now())
    },
    'backups.restore': (input) => {
      mustBe(input.password)
      become({ phase: 'locked', lockReason: 'user' })
      return backupAt(Date.now())
    },
    'export.plain': (input) => {
      mustBe(input.password)
      return { file: `/home/dev/keys.${input.format}`, keys: keys.size }
    },
    'import.cancel': () => ({}),
    'keys.revealPrevious': () => {
      mustBeConfirmed()
      return { secret: 'sk_live_a_value_before', hideAt: instantAt(Date.now() + settings.revealSeconds * 1000) }
    },
    'keys.emptyBin': () => {
      const gone = [...keys.values()].filter(({ details }) => details.deletedAt !== null)
      for (const { details } of gone) keys.delete(details.id)
      changed()
      return { purged: gone.length }
    },
    'session.lock': () => {
      setClipboard({ keyName: null, clearsAt: null })
      record('vault.locked')
      become({ phase: 'locked', lockReason: 'user' })
      return {}
    },
    'session.confirmPassword': (input) => {
      if (input.password !== password) throw new Refusal('wrong-password', { retryAfterMs: 0 })
      confirmed = true
      return {}
    },
    'session.touch': () => ({}),
    'keys.list': (input) =>
      searchKeys(
        [...keys.values()].map(({ details }) => details),
        input
      ),
    'keys.ids': (input) => ({
      ids: searchKeys(
        [...keys.values()].map(({ details }) => details),
        { ...input, limit: input.limit ?? 100_000 }
      ).items.map(({ id }) => id)
    }),
    'keys.groups': (input) => ({
      items: groupsOf(
        [...keys.values()].map(({ details }) => details),
        input
      )
    }),
    'keys.facets': () => facetsOf([...keys.values()].map(({ details }) => details)),
    'keys.get': ({ id }) => keyOf(id).details,
    'keys.find': ({ name }) => {
      const found = [...keys.values()].find(({ details }) => details.name === name)
      if (!found) throw new Refusal('key-not-found', { name })
      return { id: found.details.id }
    },
    'keys.add': ({ fields, secret }) => {
      const key = sampleKey(keys.size + 1000, { name: fields.name, secret, createdDays: 0 }, Date.now())
      Object.assign(key.details, fields, { createdAt: instantAt(Date.now()), id: sampleId(keys.size + 1000) })
      key.details.status = keyStatusAt(key.details, Date.now())
      key.details.hasSecret = fields.keep !== 'never'
      keys.set(key.details.id, key)
      record('key.added', key.details)
      changed()
      return { id: key.details.id }
    },
    'keys.edit': ({ id, fields }) => {
      const { details } = keyOf(id)
      Object.assign(details, fields, { updatedAt: instantAt(Date.now()) })
      details.status = keyStatusAt(details, Date.now())
      record('key.edited', details)
      changed()
      return {}
    },
    'keys.change': ({ ids, change }) => {
      const items = ids.map((id) => ({ ...changeKey(keyOf(id).details, change), failure: null }))
      changed()
      return { items }
    },
    'keys.replaceSecret': ({ id, secret }) => {
      const key = keyOf(id)
      const at = instantAt(Date.now())
      key.details.previousValues.unshift({
        version: key.details.version,
        preview: key.details.preview,
        fingerprint: key.details.fingerprint,
        createdAt: key.details.createdAt,
        replacedAt: at
      })
      key.details.version++
      key.details.preview = previewOf(secret)
      key.secret = secret
      record('key.value-replaced', key.details)
      changed()
      return {}
    },
    'keys.reveal': ({ id }) => {
      mustBeConfirmed()
      const { details, secret } = keyOf(id)
      record('key.revealed', details)
      changed()
      return { secret, hideAt: instantAt(Date.now() + settings.revealSeconds * 1000) }
    },
    'keys.copy': ({ id, format }) => {
      mustBeConfirmed()
      const { details } = keyOf(id)
      record('key.copied', details, format ?? 'value')
      const seconds = settings.clipboardClearSeconds
      const clearsAt = seconds === 0 ? null : instantAt(Date.now() + seconds * 1000)
      setClipboard({ keyName: details.name, clearsAt })
      clearTimeout(clearTimer)
      if (seconds > 0)
        clearTimer = setTimeout(() => {
          setClipboard({ keyName: null, clearsAt: null })
        }, seconds * 1000)
      return clipboard
    },
    'keys.delete': ({ id }) => {
      const { details } = keyOf(id)
      details.deletedAt = instantAt(Date.now())
      record('key.deleted', details)
      changed()
      return {}
    },
    'keys.restore': ({ id }) => {
      const { details } = keyOf(id)
      details.deletedAt = null
      record('key.restored', details)
      changed()
      return {}
    },
    'keys.purge': ({ id }) => {
      record('key.purged', keyOf(id).details)
      keys.delete(id as KeyId)
      changed()
      return {}
    },
    'keys.purgeValues': ({ id }) => {
      const { details } = keyOf(id)
      details.previousValues = []
      record('key.values-purged', details)
      changed()
      return {}
    },
    'clipboard.clear': () => {
      setClipboard({ keyName: null, clearsAt: null })
      return {}
    },
    'audit.list': ({ before, limit, ...filter }) => {
      const found = trail.filter((entry) => isAskedFor(entry, filter)).reverse()
      const from = found.findIndex(({ sequence }) => before == null || sequence < before)
      return { total: found.length, items: from === -1 ? [] : found.slice(from, from + (limit ?? 100)) }
    },
    'audit.export': ({ filter, format }) => ({
      file: `/home/dev/keyquay-audit.${format}`,
      entries: trail.filter((entry) => isAskedFor(entry, filter ?? {})).length
    }),
    'audit.verify': () => ({
      whole: options.chainBrokenAt === undefined,
      entries: trail.length,
      since: trail[0]?.at ?? null,
      brokenAt: options.chainBrokenAt ?? null
    }),
    'settings.update': (input) => {
      setSettings(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
      return settings
    }
  }

  async function run<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const handle = calls[name] as FakeCalls[Name] | undefined
    if (!handle) throw new Refusal('call-unknown')
    return await handle(input)
  }

  async function answer<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
    await new Promise((resolve) => setTimeout(resolve, options.delayMs ?? 0))
    const failure = options.failures?.[name]
    const id = 'E-7Q2K-91'
    if (failure) return { ok: false, error: { code: failure, details: {}, id } }
    if (contract[name].requires === 'unlocked' && session.phase !== 'unlocked')
      return { ok: false, error: { code: 'vault-locked', details: {}, id } }
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return {
        ok: false,
        error: {
          code: 'input-invalid',
          details: { path: issue?.path.join('.') ?? '', expected: issue?.message ?? '' },
          id
        }
      }
    }
    try {
      return { ok: true, value: contract[name].output.parse(structuredClone(await run(name, input))) as OutputOf<Name> }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: { code: error.code, details: error.details, id } }
      return { ok: false, error: { code: 'internal', details: {}, id } }
    }
  }

  const bridge: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(contract)) {
    bridge[name] =
      spec.kind === 'call'
        ? (input: never) => answer(name as CallName, input)
        : (listener: (payload: never) => void) => {
            const all = listeners.get(name as EventName) ?? new Set()
            listeners.set(name as EventName, all.add(listener))
            return () => {
              all.delete(listener)
            }
          }
  }
  return Object.freeze(bridge) as unknown as Bridge
}

function isAskedFor(entry: AuditEntry, { keyId, actions, actors, from, until }: Omit<InputOf<'audit.list'>, 'before' | 'limit'>): boolean {
  return (
    (keyId == null || entry.keyId === keyId) &&
    (!actions?.length || actions.includes(entry.action)) &&
    (!actors?.length || actors.includes(entry.actor)) &&
    (from == null || entry.at >= from) &&
    (until == null || entry.at < until)
  )
}
