import type { ReminderKind } from '@contract/model/reminder'
import type { Settings } from '@contract/model/settings'

export type Language = 'en' | 'de'

export function languageOf(setting: Settings['language'], locale: string): Language {
  if (setting !== 'system') return setting
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en'
}

/** How far away a target is, in the words of a notification. Days count from one local midnight to the next. */
export interface Distance {
  readonly isPast: boolean
  readonly days: number
  /** Below a day. */
  readonly hours: number
}

/** Counts of a notification that stands for several keys. */
export interface Counts {
  readonly ended: number
  readonly today: number
  readonly thisWeek: number
  readonly later: number
}

interface Texts {
  readonly aKey: string
  readonly one: (kind: ReminderKind, name: string, distance: Distance, usedPercent: number | null) => string
  readonly oneBody: Readonly<Record<ReminderKind, string>>
  readonly many: (count: number) => string
  readonly manyBody: (counts: Counts) => string
  readonly lockedMany: (counts: Counts) => string
  readonly lockedBody: string
  readonly test: { readonly title: string; readonly body: string }
  readonly buttons: { readonly show: string; readonly rotate: string; readonly snooze: string }
  readonly tray: {
    readonly title: string
    readonly locked: string
    readonly fine: string
    readonly expiring: (count: number) => string
    readonly expired: (count: number) => string
    readonly none: string
    readonly due: string
    readonly copy: string
    readonly copyLocked: string
    readonly noFavourites: string
    readonly rotate: string
    readonly open: string
    readonly reminders: string
    readonly unlock: string
    readonly lock: string
    readonly quit: string
  }
}

const plural = (count: number, one: string, other: string): string => (count === 1 ? one : `${String(count)} ${other}`)
const sentences = (...parts: (string | false)[]): string => parts.filter((part) => part !== false).join(' ')

const en: Texts = {
  aKey: 'A key',
  one: (kind, name, { isPast, days, hours }, percent) => {
    const when =
      days === 0
        ? hours === 1
          ? 'in an hour'
          : `in ${String(hours)} hours`
        : days === 1
          ? 'tomorrow'
          : `in ${String(days)} days`
    switch (kind) {
      case 'expiry':
        return isPast ? `${name} has expired` : `${name} expires ${days === 0 ? `today, ${when}` : when}`
      case 'rotation':
        return `${name} is due for rotation`
      case 'unused':
        return `${name} has not been used for a while`
      case 'grace':
        return isPast ? `The old value of ${name} has ended` : `The old value of ${name} ends ${when}`
      case 'usage':
        return `${name} has used ${String(percent ?? 0)}% of its quota`
      case 'renewal':
        return isPast ? `A renewal of ${name}’s account was due` : `${name}’s account has a renewal ${when}`
      case 'unusual':
        return `${name} is used in an unusual way`
    }
  },
  oneBody: {
    expiry: 'Rotate or renew it before what uses it stops working.',
    rotation: 'Its value is as old as your rule allows.',
    unused: 'Revoke it if nothing needs it any more.',
    grace: 'Check that everything uses the new value.',
    usage: 'Requests may be refused once it is used up.',
    renewal: 'A domain, certificate or plan there ends unless it is renewed.',
    unusual: 'See its usage, and rotate it if you do not know who it was.'
  },
  many: (count) => `${String(count)} keys need attention`,
  manyBody: ({ ended, today, thisWeek, later }) =>
    sentences(
      ended > 0 && `${String(ended)} ended or overdue.`,
      today > 0 && `${String(today)} due today.`,
      thisWeek > 0 && `${String(thisWeek)} due this week.`,
      later > 0 && `${String(later)} due later.`
    ),
  lockedMany: ({ ended, today, thisWeek, later }) => {
    if (ended > 0) return plural(ended, 'A key has expired or is overdue', 'keys have expired or are overdue')
    if (today > 0) return plural(today, 'A key expires today', 'keys expire today')
    if (thisWeek > 0) return plural(thisWeek, 'A key expires this week', 'keys expire this week')
    return plural(later, 'A key expires soon', 'keys expire soon')
  },
  lockedBody: 'Unlock Keyquay to see more.',
  test: { title: 'Reminders arrive here', body: 'This is a test from Keyquay.' },
  buttons: { show: 'Open', rotate: 'Rotate', snooze: 'Snooze for an hour' },
  tray: {
    title: 'Reminders',
    locked: 'Keyquay: locked',
    fine: 'Keyquay: no key needs attention',
    expiring: (count) => `Keyquay: ${plural(count, 'one key needs attention', 'keys need attention')}`,
    expired: (count) => `Keyquay: ${plural(count, 'one key is overdue', 'keys are overdue')}`,
    none: 'No key needs attention',
    due: 'Expiring keys',
    copy: 'Copy a favourite',
    copyLocked: 'Unlock to copy a favourite',
    noFavourites: 'No favourites yet',
    rotate: 'Rotate',
    open: 'Open Keyquay',
    reminders: 'All reminders',
    unlock: 'Unlock',
    lock: 'Lock vault',
    quit: 'Quit Keyquay'
  }
}

const de: Texts = {
  aKey: 'Ein Schlüssel',
  one: (kind, name, { isPast, days, hours }, percent) => {
    const when =
      days === 0
        ? hours === 1
          ? 'in einer Stunde'
          : `in ${String(hours)} Stunden`
        : days === 1
          ? 'morgen'
          : `in ${String(days)} Tagen`
    switch (kind) {
      case 'expiry':
        return isPast ? `${name} ist abgelaufen` : `${name} läuft ${days === 0 ? `heute ${when}` : when} ab`
      case 'rotation':
        return `${name} sollte rotiert werden`
      case 'unused':
        return `${name} wurde lange nicht benutzt`
      case 'grace':
        return isPast ? `Der alte Wert von ${name} gilt nicht mehr` : `Der alte Wert von ${name} endet ${when}`
      case 'usage':
        return `${name} hat ${String(percent ?? 0)} % seines Kontingents verbraucht`
      case 'renewal':
        return isPast
          ? `Beim Konto von ${name} war eine Verlängerung fällig`
          : `Beim Konto von ${name} steht ${when} eine Verlängerung an`
      case 'unusual':
        return `${name} wird ungewöhnlich benutzt`
    }
  },
  oneBody: {
    expiry: 'Rotiere oder verlängere ihn, bevor stehen bleibt, was ihn benutzt.',
    rotation: 'Sein Wert ist so alt, wie deine Regel erlaubt.',
    unused: 'Widerrufe ihn, wenn ihn nichts mehr braucht.',
    grace: 'Prüfe, ob überall der neue Wert steht.',
    usage: 'Ist es aufgebraucht, können Anfragen abgelehnt werden.',
    renewal: 'Eine Domain, ein Zertifikat oder ein Tarif endet dort, wenn niemand verlängert.',
    unusual: 'Sieh dir seine Nutzung an und rotiere ihn, wenn du nicht weißt, wer das war.'
  },
  many: (count) => `${String(count)} Schlüssel brauchen Aufmerksamkeit`,
  manyBody: ({ ended, today, thisWeek, later }) =>
    sentences(
      ended > 0 && `${String(ended)} abgelaufen oder überfällig.`,
      today > 0 && `${String(today)} heute fällig.`,
      thisWeek > 0 && `${String(thisWeek)} diese Woche fällig.`,
      later > 0 && `${String(later)} später fällig.`
    ),
  lockedMany: ({ ended, today, thisWeek, later }) => {
    if (ended > 0)
      return plural(ended, 'Ein Schlüssel ist abgelaufen oder überfällig', 'Schlüssel sind abgelaufen oder überfällig')
    if (today > 0) return plural(today, 'Ein Schlüssel läuft heute ab', 'Schlüssel laufen heute ab')
    if (thisWeek > 0) return plural(thisWeek, 'Ein Schlüssel läuft diese Woche ab', 'Schlüssel laufen diese Woche ab')
    return plural(later, 'Ein Schlüssel läuft bald ab', 'Schlüssel laufen bald ab')
  },
  lockedBody: 'Entsperre Keyquay, um mehr zu sehen.',
  test: { title: 'Erinnerungen kommen hier an', body: 'Dies ist ein Test von Keyquay.' },
  buttons: { show: 'Öffnen', rotate: 'Rotieren', snooze: 'In einer Stunde wieder' },
  tray: {
    title: 'Erinnerungen',
    locked: 'Keyquay: gesperrt',
    fine: 'Keyquay: kein Schlüssel braucht Aufmerksamkeit',
    expiring: (count) =>
      `Keyquay: ${plural(count, 'ein Schlüssel braucht Aufmerksamkeit', 'Schlüssel brauchen Aufmerksamkeit')}`,
    expired: (count) => `Keyquay: ${plural(count, 'ein Schlüssel ist überfällig', 'Schlüssel sind überfällig')}`,
    none: 'Kein Schlüssel braucht Aufmerksamkeit',
    due: 'Ablaufende Schlüssel',
    copy: 'Favoriten kopieren',
    copyLocked: 'Zum Kopieren eines Favoriten entsperren',
    noFavourites: 'Noch keine Favoriten',
    rotate: 'Rotieren',
    open: 'Keyquay öffnen',
    reminders: 'Alle Erinnerungen',
    unlock: 'Entsperren',
    lock: 'Tresor sperren',
    quit: 'Keyquay beenden'
  }
}

export const reminderTexts: Readonly<Record<Language, Texts>> = { en, de }
