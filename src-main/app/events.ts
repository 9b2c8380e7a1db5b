import type { EventName, PayloadOf } from '@contract/ipc'

/** An event on its way out: its name and payload. */
export type Emitted = { [Name in EventName]: { readonly name: Name; readonly payload: PayloadOf<Name> } }[EventName]

export interface Events {
  /** The revision of the last event told. */
  revision(): number
  /** Tells every listener; the event is made with its own revision, which only rises. */
  tell(event: (revision: number) => Emitted): void
  /** The answer stops listening. */
  listen(listener: (event: Emitted) => void): () => void
}

export function createEvents(): Events {
  const listeners = new Set<(event: Emitted) => void>()
  let revision = 0
  return {
    revision: () => revision,
    tell(event) {
      revision += 1
      const told = event(revision)
      for (const listener of listeners) listener(told)
    },
    listen(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  }
}
