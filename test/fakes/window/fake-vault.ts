import type { ErrorCode } from '@contract/errors'
import { contract, type OutputOf } from '@contract/ipc'
import type { ClipboardLease, Session } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import { Refusal, type FakeCalls, type FakeWorld } from './fake-calls.ts'
import { instantAt } from './sample-keys.ts'

export interface FakeVaultOptions {
  readonly phase?: Session['phase']
  readonly password?: string
  readonly settings?: Partial<Settings>
  readonly trouble?: ErrorCode
  readonly hint?: string
  readonly vaultName?: string
  readonly readOnly?: boolean
  readonly askPasswordAgain?: boolean
  readonly recoveryCode?: boolean
  readonly deviceUnlock?: Session['deviceUnlock']
  readonly holds?: Session['holds']
  /** How many backups lie in the vault's folder, one a day. */
  readonly backups?: number
}

interface World extends FakeWorld {
  revision(): number
  readonly clipboard: { now(): ClipboardLease; clear(): void }
}

export interface FakeVault {
  calls(world: World): Partial<FakeCalls>
  phase(): Session['phase']
  settings(): Settings
  setSettings(change: Partial<Settings>): void
  mustBeConfirmed(): void
}

const RECOVERY_CODE = '0AB1CD-2EF3GH-4JK5MN-6PQ7RS-8TV9WX-0YZ1AB'
const FOLDER = '/home/dev/.local/share/keyquay/vault'

const OWN_VAULT = {
  folder: FOLDER,
  name: 'keyquay',
  vaultId: null,
  isOwn: true,
  isCurrent: true,
  standing: 'present',
  syncedBy: null,
  isOnNetwork: false,
  isReadOnly: false,
  isOpenToOthers: false,
  exchangeableIn: null
} as const

/** The fake vault itself: its session, passwords, backups and settings. */
export function createFakeVault(emit: FakeWorld['emit'], options: FakeVaultOptions): FakeVault {
  let password = options.password ?? 'correct horse battery staple'
  let wrongAttempts = 0
  let confirmed = options.askPasswordAgain !== true
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
    troubleFile: null,
    needsNewPassword: false,
    holds: options.holds ?? null
  }

  let command: OutputOf<'app.terminalCommand'> = {
    state: 'absent',
    place: '/home/dev/.local/bin/kq',
    folder: '/home/dev/.local/bin',
    onPath: true
  }

  const become = (change: Partial<Session>): void => {
    session = { ...session, ...change }
    emit('session.changed', { session })
  }
  const mustBeConfirmed = (): void => {
    if (!confirmed) throw new Refusal('password-needed-again')
  }
  const mustBe = (given: string): void => {
    if (given !== password) throw new Refusal('wrong-password', { retryAfterMs: 0 })
  }
  const setSettings = (change: Partial<Settings>): void => {
    settings = { ...settings, ...change }
    emit('settings.changed', { settings })
  }

  const calls = (world: World): Partial<FakeCalls> => {
    const { keys, record, clipboard } = world
    const backupAt = (atMs: number): OutputOf<'backups.make'> => {
      const madeAt = instantAt(atMs)
      return { file: `${FOLDER}/backups/${madeAt}.keyquay`, bytes: 133_120, madeAt, keys: keys.size }
    }
    const backups = Array.from({ length: options.backups ?? 0 }, (_, days) => backupAt(Date.now() - days * 86_400_000))
    return {
      'app.snapshot': () => ({
        revision: world.revision(),
        version: '0.1.0',
        platform: 'linux',
        vaultFolder: FOLDER,
        session,
        clipboard: clipboard.now(),
        settings
      }),
      'app.openLink': () => ({}),
      'app.terminalCommand': () => command,
      'app.installTerminalCommand': () => (command = { ...command, state: 'installed' }),
      'app.removeTerminalCommand': () => (command = { ...command, state: 'absent' }),
      'vault.create': (input) => {
        password = input.password
        become({ phase: 'unlocked', lockReason: null, hint: input.hint ?? '' })
        return {}
      },
      'vaults.list': () => ({ vaults: [OWN_VAULT], isWhole: true }),
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
      'vault.putRecoveryCodeAway': () => ({}),
      'vault.saveRecoveryKit': () => ({ file: '/home/dev/Documents/keyquay-recovery-kit-2026-11-21.html' }),
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
      'vault.heldBack': () => ({
        rotations: 1,
        policies: 2,
        deliveries: 0,
        folders: ['/home/dev/work/billing-api', '/home/dev/work/status-page'],
        moreFolders: 0,
        hosts: ['api.nexus.example', 'hooks.chat.example'],
        moreHosts: 0
      }),
      'vault.allow': () => {
        mustBeConfirmed()
        record('vault.allowed')
        become({ holds: null })
        return {}
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
      'session.lock': () => {
        clipboard.clear()
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
      'settings.update': (input) => {
        setSettings(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
        return settings
      }
    }
  }
  return { calls, phase: () => session.phase, settings: () => settings, setSettings, mustBeConfirmed }
}
