import type { Bridge } from '@contract/bridge'
import type { Result } from '@contract/errors'
import type { CallName, EventName, InputOf, OutputOf, PayloadOf } from '@contract/ipc'
import type { Snapshot } from '@contract/model/session'
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
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** Hands over one snapshot and then every change newer than it; the answer stops that. Throws a {@link CallFailure}. */
  connect(projection: Projection): Promise<() => void>
}

type Calls = { readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>> }

/** Typed calls over a bridge. `getBridge` is asked at each call, never when the module loads. */
export function createClient(getBridge: () => Bridge): Client {
  async function call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const calls: Calls = getBridge()
    let result: Result<OutputOf<Name>>
    try {
      result = await calls[name](input)
    } catch (error) {
      throw toCallFailure(error)
    }
    if (!result.ok) throw new CallFailure(result.error)
    return result.value
  }

  return {
    call,
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
      const stops = [
        bridge['session.changed']((payload) => {
          receive({ name: 'session.changed', payload })
        }),
        bridge['keys.changed']((payload) => {
          receive({ name: 'keys.changed', payload })
        }),
        bridge['clipboard.changed']((payload) => {
          receive({ name: 'clipboard.changed', payload })
        }),
        bridge['settings.changed']((payload) => {
          receive({ name: 'settings.changed', payload })
        }),
        bridge['remote.changed']((payload) => {
          receive({ name: 'remote.changed', payload })
        }),
        bridge['work.changed']((payload) => {
          receive({ name: 'work.changed', payload })
        }),
        bridge['reminders.changed']((payload) => {
          receive({ name: 'reminders.changed', payload })
        }),
        bridge['env.changed']((payload) => {
          receive({ name: 'env.changed', payload })
        }),
        bridge['scan.progress']((payload) => {
          receive({ name: 'scan.progress', payload })
        }),
        bridge['navigation.wanted']((payload) => {
          receive({ name: 'navigation.wanted', payload })
        })
      ]
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
