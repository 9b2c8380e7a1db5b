import type { KeyquayApp } from './create-app'
import type { Emitted } from './events'

/** What a door works with for as long as it is open, whichever vault is chosen. */
export interface ChangingApp extends Omit<KeyquayApp, 'agent'> {
  /** Ends the core on the one vault and begins one on that which is chosen now. Changes wait for one another. */
  change(): Promise<void>
}

interface Parts {
  /** A core on the vault that is chosen now; nothing of it is shared with the one before. */
  readonly make: () => KeyquayApp
  /** Before a core ends: nobody is let in to it any more. */
  readonly leave: () => Promise<void>
  /** A core has begun. */
  readonly entered: (app: KeyquayApp) => void
}

/** One core after the other behind the same face. */
export function createChangingApp({ make, leave, entered }: Parts): ChangingApp {
  const listeners = new Set<(event: Emitted) => void>()
  let changing: Promise<void> | null = null
  let app = begin()

  function begin(): KeyquayApp {
    const begun = make()
    begun.onEvent((event) => {
      // The one that ended may still say so.
      if (begun === app) for (const listener of listeners) listener(event)
    })
    return begun
  }

  async function renew(): Promise<void> {
    await leave()
    await app.quit()
    app = begin()
    await app.start()
    entered(app)
  }

  return {
    async dispatch(envelope, sender) {
      // A page that starts meanwhile waits for the one that comes; a password must not meet another vault than its own.
      if (changing !== null) {
        if (envelope.name !== 'app.snapshot') return { ok: false, error: { code: 'vault-busy', details: {}, id: '' } }
        await changing
      }
      return app.dispatch(envelope, sender)
    },
    async start() {
      await app.start()
      entered(app)
    },
    change() {
      const next = (changing ?? Promise.resolve()).then(renew).finally(() => {
        if (changing === next) changing = null
      })
      changing = next
      return next
    },
    lock: (reason) => app.lock(reason),
    touch: () => {
      app.touch()
    },
    wake: () => {
      app.wake()
    },
    settings: () => app.settings(),
    navigate: (place) => {
      app.navigate(place)
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    async quit() {
      await changing
      await leave()
      await app.quit()
    }
  }
}
