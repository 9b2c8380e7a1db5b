import type { Catalogue } from './catalogue'
import type { settingsEn } from './settings-en'
import { notificationsDe } from './notifications-de'

export const settingsDe: Catalogue<typeof settingsEn> = {
  title: 'Einstellungen',
  appearance: 'Aussehen',
  theme: 'Farben',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  density: 'Dichte',
  densities: { comfortable: 'Bequem', compact: 'Dicht' },
  language: 'Sprache',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  security: 'Sicherheit',
  autoLock: 'Sperren nach',
  autoLockHelp: 'Zeit ohne Benutzung, nach der sich der Tresor selbst sperrt.',
  askAgain: 'Passwort erneut verlangen nach',
  askAgainHelp: 'Vor dem Anzeigen, wenn der Tresor schon so lange offen ist.',
  reveal: 'Angezeigtes Geheimnis verbergen nach',
  clipboardSection: 'Zwischenablage',
  clipboard: 'Zwischenablage leeren nach',
  clipboardHelp: 'Nur wenn das kopierte Geheimnis noch darin liegt.',
  clipboardNever:
    'Bei Nie kann jedes Programm und jeder Verlauf der Zwischenablage das Geheimnis lesen, solange es darin liegt.',
  about: 'Über',
  version: 'Version',
  folder: 'Ordner des Tresors',
  minutes_one: '{{count}} Minute',
  minutes_other: '{{count}} Minuten',
  hours_one: '{{count}} Stunde',
  hours_other: '{{count}} Stunden',
  seconds_one: '{{count}} Sekunde',
  seconds_other: '{{count}} Sekunden',
  always: 'Jedes Mal',
  never: 'Nie',
  notifications: notificationsDe
}
