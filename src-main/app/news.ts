import type { EventName, PayloadOf } from '@contract/ipc'
import type { Events } from './events'

/** What an event tells besides its revision. */
type Told<Name extends EventName> = Omit<PayloadOf<Name>, 'revision'>

/** The events that say no more than that something is not what it was. */
type Plain =
  | 'keys.changed'
  | 'usage.changed'
  | 'env.changed'
  | 'remote.changed'
  | 'reminders.changed'
  | 'navigation.wanted'
  | 'views.changed'

/** The app's own words for its events. */
export interface News {
  readonly keys: () => void
  readonly usage: () => void
  readonly env: () => void
  readonly remote: () => void
  readonly reminders: () => void
  readonly navigation: () => void
  readonly views: () => void
  readonly settings: (settings: PayloadOf<'settings.changed'>['settings']) => void
  readonly session: (session: PayloadOf<'session.changed'>['session']) => void
  readonly clipboard: (clipboard: PayloadOf<'clipboard.changed'>['clipboard']) => void
  readonly scan: (running: PayloadOf<'scan.progress'>['running']) => void
  readonly work: (items: Readonly<PayloadOf<'work.changed'>['items']>) => void
  readonly usageProgress: (progress: Told<'usage.progress'>) => void
  readonly grants: (counts: Told<'grants.changed'>) => void
}

export function createNews({ tell }: Pick<Events, 'tell'>): News {
  const plain = (name: Plain) => (): void => {
    tell((revision) => ({ name, payload: { revision } }))
  }
  return {
    keys: plain('keys.changed'),
    usage: plain('usage.changed'),
    env: plain('env.changed'),
    remote: plain('remote.changed'),
    reminders: plain('reminders.changed'),
    navigation: plain('navigation.wanted'),
    views: plain('views.changed'),
    settings: (settings) => {
      tell((revision) => ({ name: 'settings.changed', payload: { revision, settings } }))
    },
    session: (session) => {
      tell((revision) => ({ name: 'session.changed', payload: { revision, session } }))
    },
    clipboard: (clipboard) => {
      tell((revision) => ({ name: 'clipboard.changed', payload: { revision, clipboard } }))
    },
    scan: (running) => {
      tell((revision) => ({ name: 'scan.progress', payload: { revision, running } }))
    },
    work: (items) => {
      tell((revision) => ({ name: 'work.changed', payload: { revision, items: [...items] } }))
    },
    usageProgress: (progress) => {
      tell((revision) => ({ name: 'usage.progress', payload: { revision, ...progress } }))
    },
    grants: (counts) => {
      tell((revision) => ({ name: 'grants.changed', payload: { revision, ...counts } }))
    }
  }
}
