import type { Bridge, PlainCallName } from '@contract/bridge'
import type { Result } from '@contract/errors'
import type { EventName, InputOf, OutputOf, PayloadOf } from '@contract/ipc'
import type { Snapshot } from '@contract/model/session'
import { eventNames } from '@contract/names'
import { CallFailure, toCallFailure } from './failure'
import { createRevisions } from './revisions'

/** What the core tells the window, in the order in which it counts. */
export interface Projection {
  start(snapshot: Snapshot): void
  change(change: Change): void
}

export type Change = { [Name in EventName]: { readonly name: Name; readonly payload: PayloadOf<Name> } }[EventName]

export interface Client {
  /** Asks the core; throws a {@link CallFailure} when it refuses. */
  call<Name extends PlainCallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** Tells the core which files were dropped; throws a {@link CallFailure}. */
  dropped(files: readonly File[]): Promise<OutputOf<'files.dropped'>>
  /** Hands over one snapshot and then every change newer than it; the answer stops that. Throws a {@link CallFailure}. */
  connect(projection: Projection): Promise<() => void>
}

type Calls = { readonly [Name in PlainCallName]: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>> }

/** Typed calls over a bridge. `getBridge` is asked at each call, never when the module loads. */
export function createClient(getBridge: () => Bridge): Client {
  async function answered<Value>(ask: () => Promise<Result<Value>>): Promise<Value> {
    let result: Result<Value>
    try {
      result = await ask()
    } catch (error) {
      throw toCallFailure(error)
    }
    if (!result.ok) throw new CallFailure(result.error)
    return result.value
  }

  function call<Name extends PlainCallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return answered(() => {
      const calls: Calls = getBridge()
      return calls[name](input)
    })
  }

  return {
    call,
    dropped: (files) => answered(() => getBridge()['files.dropped'](files)),
    async connect(projection) {
      const revisions = createRevisions()
      let waiting: Change[] | null = []

      const apply = (change: Change): void => {
        if (revisions.take(change.name, change.payload.revision)) projection.change(change)
      }
      // Events that arrive before the snapshot wait for it, else they would be lost.
      const receive = (change: Change): void => {
        if (waiting === null) apply(change)
        else waiting.push(change)
      }

      const bridge = getBridge()
      const stops = eventNames.map((name) => {
        const listen: (listener: (payload: Change['payload']) => void) => () => void = bridge[name]
        return listen((payload) => {
          // Each event brings its own payload; the compiler cannot follow that through a list of names.
          receive({ name, payload } as Change)
        })
      })
      const stop = (): void => {
        stops.forEach((stopOne) => {
          stopOne()
        })
      }

      try {
        const snapshot = await call('app.snapshot', {})
        revisions.start(snapshot.revision)
        projection.start(snapshot)
      } catch (error) {
        stop()
        throw error
      }
      const held = waiting
      waiting = null
      held.forEach(apply)
      return stop
    }
  }
}
