import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { Instant } from '@contract/model/base'
import type { KeySubject } from './subjects'
import { labelOf } from './notice'
import { reminderTexts, type Language } from './texts'

const kinds: Readonly<Record<Language, Readonly<Record<KeySubject['kind'], string>>>> = {
  en: {
    expiry: 'expires',
    rotation: 'is due for rotation',
    unused: 'has not been used for a while',
    grace: ': its old value ends',
    usage: ': its quota counts anew',
    renewal: ': a renewal of its account',
    unusual: ': unusual use'
  },
  de: {
    expiry: 'läuft ab',
    rotation: 'sollte rotiert werden',
    unused: 'wurde lange nicht benutzt',
    grace: ': der alte Wert endet',
    usage: ': das Kontingent zählt neu',
    renewal: ': eine Verlängerung beim Konto',
    unusual: ': ungewöhnliche Nutzung'
  }
}

/**
 * A calendar (RFC 5545) of targets, with an alarm for each time a person would be told. Its events keep their ids from
 * one export to the next, so that a calendar takes a second import as an update.
 */
export function calendarFile(
  subjects: readonly KeySubject[],
  options: { readonly withNames: boolean; readonly language: Language; readonly now: Instant }
): string {
  const { withNames, language, now } = options
  const calendar = ical({
    name: 'Keyquay',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Keyquay', product: 'Keyquay', language: language.toUpperCase() }
  })
  for (const { id, kind, key, targetMs, moments } of subjects) {
    const name = (withNames ? labelOf(key.name, key.preview) : null) ?? reminderTexts[language].aKey
    const verb = kinds[language][kind]
    const start = new Date(targetMs)
    const event = calendar.createEvent({
      id: `${id}@keyquay`,
      start,
      end: new Date(targetMs + 60_000),
      stamp: new Date(now),
      summary: verb.startsWith(':') ? `${name}${verb}` : `${name} ${verb}`
    })
    for (const { atMs } of moments) {
      const seconds = Math.round((targetMs - atMs) / 1000)
      // RFC 5545 §3.8.6.3 counts from the start of the event.
      if (seconds >= 0) event.createAlarm({ type: ICalAlarmType.display, trigger: seconds })
    }
  }
  return calendar.toString()
}
