import { AppError } from '@contract/errors'
import type { EventName, PayloadOf } from '@contract/ipc'
import type { LockReason, Snapshot } from '@contract/model/session'
import { createClipboardLeases } from '../core/clipboard-lease'
import { createKeys } from '../core/keys'
import { createSession } from '../core/session'
import { createSettingsBook } from '../core/settings'
import { auditOf } from '../core/actor'
import type { Clipboard } from '../ports/clipboard'
import type { Clock } from '../ports/clock'
import type { Links } from '../ports/links'
import type { Log } from '../ports/log'
import type { SettingsStorage } from '../ports/settings-storage'
import type { VaultHost } from '../ports/vault-store'
import { createDispatcher, type Dispatch } from './dispatcher'
import type { Handlers } from './handlers'

/** What the core needs of the world; Electron and the command line each bring their own. */
export interface AppPorts {
  readonly host: VaultHost
  readonly clock: Clock
  readonly clipboard: Clipboard
  readonly settings: SettingsStorage
  readonly links: Links
  readonly log: Log
  readonly info: Pick<Snapshot, 'version' | 'platform' | 'vaultFolder'> & { readonly vaultName: string }
}

/** An event on its way out: its name and payload. */
export type Emitted = { [Name in EventName]: { readonly name: Name; readonly payload: PayloadOf<Name> } }[EventName]

export interface KeyquayApp {
  readonly dispatch: Dispatch
  /** Looks at the vault's folder; call once before the first dispatch. */
  start(): Promise<void>
  lock(reason: LockReason): Promise<void>
  touch(): void
  /** Events carry a revision that only rises; the answer stops listening. */
  onEvent(listener: (event: Emitted) => void): () => void
  /** Locks and ends the store's worker. */
  quit(): Promise<void>
}

/** Composes the core from its ports. The same app stands behind the window and behind `kq`. */
export function createApp(ports: AppPorts): KeyquayApp {
  const { clock, log, info } = ports
  const listeners = new Set<(event: Emitted) => void>()
  let revision = 0

  function tell(event: (revision: number) => Emitted): void {
    revision += 1
    const told = event(revision)
    for (const listener of listeners) listener(told)
  }

  const settings = createSettingsBook(ports.settings, log, (changed) => {
    tell((next) => ({ name: 'settings.changed', payload: { revision: next, settings: changed } }))
  })
  const session = createSession({
    host: ports.host,
    clock,
    log,
    vaultName: info.vaultName,
    autoLockMinutes: () => settings.current().autoLockMinutes,
    changed: (changed) => {
      tell((next) => ({ name: 'session.changed', payload: { revision: next, session: changed } }))
    }
  })
  const clipboard = createClipboardLeases({
    clipboard: ports.clipboard,
    clock,
    log,
    changed: (lease) => {
      tell((next) => ({ name: 'clipboard.changed', payload: { revision: next, clipboard: lease } }))
    }
  })
  session.beforeLock(() => clipboard.drop())
  const keys = createKeys({
    session,
    clipboard,
    clock,
    settings: settings.current,
    changed: () => {
      tell((next) => ({ name: 'keys.changed', payload: { revision: next } }))
    }
  })

  const handlers: Handlers = {
    'app.snapshot': () => ({
      revision,
      version: info.version,
      platform: info.platform,
      vaultFolder: info.vaultFolder,
      session: session.current(),
      clipboard: clipboard.current(),
      settings: settings.current()
    }),
    'app.openLink': async ({ link }) => {
      if (!(await ports.links.open(link))) throw new AppError('link-refused', {})
      return {}
    },
    'vault.create': async ({ password, hint }, { actor }) => {
      await session.create(password, hint, actor)
      return {}
    },
    'session.unlock': async ({ password }, { actor }) => {
      await session.unlock(password, actor)
      return {}
    },
    'session.lock': async (_input, { actor }) => {
      await session.lock('user', actor)
      return {}
    },
    'session.confirmPassword': async ({ password }) => {
      await session.confirm(password)
      return {}
    },
    'session.touch': () => {
      session.touch()
      return {}
    },
    'keys.list': (query) => keys.list(query),
    'keys.facets': () => keys.facets(),
    'keys.get': ({ id }) => keys.get(id),
    'keys.find': async ({ name }) => ({ id: await keys.find(name) }),
    'keys.add': async ({ fields, secret }, { actor }) => ({ id: await keys.add(fields, secret, actor) }),
    'keys.edit': async ({ id, fields }, { actor }) => done(keys.edit(id, fields, actor)),
    'keys.replaceSecret': async ({ id, secret }, { actor }) => done(keys.replaceSecret(id, secret, actor)),
    'keys.reveal': ({ id }, { actor }) => keys.reveal(id, actor),
    'keys.copy': ({ id, format }, { actor }) => keys.copy(id, format, actor),
    'keys.delete': ({ id }, { actor }) => done(keys.moveToBin(id, actor)),
    'keys.restore': ({ id }, { actor }) => done(keys.restore(id, actor)),
    'keys.purge': ({ id }, { actor }) => done(keys.purge(id, actor)),
    'keys.purgeValues': ({ id }, { actor }) => done(keys.purgeValues(id, actor)),
    'clipboard.clear': () => done(clipboard.drop()),
    'audit.list': async (filter) => ({ items: await session.store().audit.page(filter) }),
    'audit.verify': () => session.store().audit.verify(),
    'settings.update': async (change, { actor }) => {
      const updated = settings.update(change)
      if (session.current().phase === 'unlocked' && !session.current().readOnly) {
        await session
          .store()
          .audit.append(auditOf('settings.changed', actor, clock.nowMs(), null, Object.keys(change).join(', ')))
      }
      return updated
    }
  }

  return {
    dispatch: createDispatcher({ handlers, phase: () => session.current().phase, log }),
    async start() {
      await session.refresh()
    },
    lock: (reason) => session.lock(reason),
    touch: session.touch,
    onEvent(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    async quit() {
      await session.lock('quit')
      await clipboard.drop()
      await ports.host.dispose()
    }
  }
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
