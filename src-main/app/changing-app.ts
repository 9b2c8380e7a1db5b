import type { KeyquayApp } from './create-app'
import type { Emitted } from './events'

/** What a door works with for as long as it is open, whichever vault is chosen. */
export interface ChangingApp extends Omit<KeyquayApp, 'agent'> {
  /**
   * Ends the core on the one vault and begins one on that which is chosen now. Changes wait for one another. Never
   * fails: where the new core does not start, it takes no password, and another vault can be chosen.
   */
  change(): Promise<void>
}

interface Parts {
  /** A core on the vault that is chosen now; nothing of it is shared with the one before. */
  readonly make: () => KeyquayApp
  /** Before a core ends: nobody is let in to it any more. */
  readonly leave: () => Promise<void>
  /** A core has begun, or failed to: the page of the one before is not to talk to it. */
  readonly entered: (app: KeyquayApp) => void
  readonly failed: (error: unknown) => void
}

const BUSY = { ok: false, error: { code: 'vault-busy', details: {}, id: '' } } as const

/** What a page needs to choose a vault with. */
const isChoice = (name: string): boolean => name === 'app.snapshot' || name.startsWith('vaults.')

/** One core after the other behind the same face. */
export function createChangingApp({ make, leave, entered, failed }: Parts): ChangingApp {
  const listeners = new Set<(event: Emitted) => void>()
  let changing: Promise<void> | null = null
  let isStarted = false
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
    isStarted = false
    try {
      await leave()
      await app.quit()
      app = begin()
      await app.start()
      isStarted = true
    } catch (error) {
      failed(error)
    } finally {
      entered(app)
    }
  }

  return {
    async dispatch(envelope, sender) {
      // A page that starts meanwhile waits for the one that comes; a password must not meet another vault than its own.
      if (changing !== null) {
        if (envelope.name !== 'app.snapshot') return BUSY
        await changing
      }
      if (!isStarted && !isChoice(envelope.name)) return BUSY
      return app.dispatch(envelope, sender)
    },
    async start() {
      await app.start()
      isStarted = true
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
