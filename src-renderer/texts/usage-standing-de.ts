import type { Catalogue } from './catalogue'
import type { quotasEn, findingsEn, accountsEn, keepingEn } from './usage-standing-en'

export const quotasDe: Catalogue<typeof quotasEn> = {
  percent: '{{percent, percent}}',
  ofLimit: 'der Grenze',
  of: '{{used}} von {{limit}}',
  over: 'Um {{amount}} über der Grenze.',
  noLimit: 'Der Anbieter nennt keine Grenze.',
  tooLittle: 'Noch ist zu wenig bekannt, um zu sagen, wann es endet.',
  ends: 'Endet am {{date}}.',
  lasts: 'Endet bei diesem Tempo nicht.',
  lastsUntil: 'Reicht bis zum Ende des Zeitraums am {{date}}; dann sind {{amount}} verbraucht.',
  pace: {
    recent: 'Tempo der letzten sieben Tage: {{amount}} am Tag.',
    period: 'Tempo seit Beginn des Zeitraums: {{amount}} am Tag.'
  },
  period: 'Zeitraum vom {{from}} bis {{until}}',
  alerts: 'Gemeldet wird bei den Prozentwerten, die die Regeln der Erinnerungen nennen.',
  alertRules: 'Regeln ändern',
  renewals: 'Verlängerungen'
}

export const findingsDe: Catalogue<typeof findingsEn> = {
  which: 'Auffälliges nach Stand',
  open: 'Offen',
  settled: 'Zur Kenntnis genommen',
  acknowledge: 'Zur Kenntnis nehmen',
  acknowledgeAll: 'Alle {{count}} zur Kenntnis nehmen',
  acknowledged_one: 'Zur Kenntnis genommen',
  acknowledged_other: '{{count}} zur Kenntnis genommen',
  reopen: 'Wieder öffnen',
  showCalls: 'Aufrufe zeigen',
  showQuota: 'Kontingent zeigen',
  openKey: 'Schlüssel öffnen',
  openRotation: 'Rotation öffnen',
  noAddress: 'Adressen, die der Anbieter nicht meldet',
  calls_one: '{{formatted}} Aufruf',
  calls_other: '{{formatted}} Aufrufe',
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  addresses_one: '{{count}} Adresse',
  addresses_other: '{{count}} Adressen',
  endpoints_one: '{{count}} Endpunkt',
  endpoints_other: '{{count}} Endpunkte',
  titles: {
    'new-address': 'Von einer neuen Adresse verwendet: {{ip}}',
    'new-endpoint': 'Für einen neuen Endpunkt verwendet: {{endpoint}}',
    'error-burst': '{{percent, percent}} der Aufrufe sind gescheitert',
    'old-key-used': 'Der alte Schlüssel wird noch verwendet',
    quota: '{{metric}}: {{threshold, percent}} der Grenze erreicht'
  },
  why: {
    'new-address': 'Von dort: {{requests}}. Davor kannte man diesen Schlüssel von: {{known}} (beobachtet: {{days}}).',
    'new-endpoint': 'Dorthin: {{requests}}. Davor rief dieser Schlüssel auf: {{known}} (beobachtet: {{days}}).',
    'error-burst': '{{errors}} von {{requests}} Aufrufen sind gescheitert, {{span}}. Üblich sind {{usual, percent}}.',
    'old-key-used': 'Seit er ersetzt wurde: {{requests}}, von: {{addresses}}.',
    quota: '{{used}} von {{limit}} sind verbraucht ({{percent, percent}}).',
    quotaUntil: '{{used}} von {{limit}} sind verbraucht ({{percent, percent}}). Der Zeitraum endet am {{date}}.',
    quotaShare: '{{percent, percent}} der Grenze sind verbraucht.',
    quotaShareUntil: '{{percent, percent}} der Grenze sind verbraucht. Der Zeitraum endet am {{date}}.'
  },
  next: {
    'new-address': 'Ist die Adresse unbekannt: Schlüssel rotieren und seine IP-Bereiche einschränken.',
    'new-endpoint': 'Ruft ihn niemand Bekanntes auf: Schlüssel rotieren und ihm Rechte nehmen.',
    'error-burst':
      'Die Aufrufe ansehen: 401 und 403 heißen falscher Schlüssel oder falsches Recht, 429 eine zu hohe Rate.',
    'old-key-used': 'Finden, was den alten Wert noch hält, bevor er widerrufen wird: Dann hört es auf zu gehen.',
    quota: 'Weniger aufrufen oder beim Anbieter in einen größeren Tarif wechseln, bevor die Grenze erreicht ist.'
  }
}

export const accountsDe: Catalogue<typeof accountsEn> = {
  sync: 'Jetzt abgleichen',
  syncOf: 'Jetzt abgleichen: {{name}}',
  stop: 'Anhalten',
  stopOf: 'Anhalten: {{name}}',
  neverRead: 'Noch nicht abgeglichen',
  read: 'Abgeglichen {{when}}',
  open: 'Verbindung zeigen',
  next: 'nächstes Mal {{when}}',
  since: 'seit {{date}}, ältere folgen',
  allSince: 'seit {{date}}',
  log: 'Protokoll der Aufrufe',
  totals: 'Summen und Kontingente',
  logOf: 'Protokoll von {{name}}',
  logs: {
    offered: 'Wird gelesen und hier länger behalten als beim Anbieter.',
    'not-offered':
      'Von diesem Anbieter nicht angeboten. Was auf diesem Computer mit seinen Schlüsseln geschieht, steht trotzdem bei jedem Schlüssel.',
    guided: 'Wird nicht gelesen: Mit diesem Konto wird von Hand gearbeitet, es wird ihm nichts gesendet.',
    unusable: 'Wird nicht gelesen: Das Manifest dieses Anbieters fehlt oder ist fehlerhaft.'
  },
  totalsOf: {
    offered: 'Werden gelesen, mit Vorhersage, wo es eine Grenze gibt.',
    'not-offered': 'Von diesem Anbieter nicht angeboten.',
    guided: 'Werden nicht gelesen: Diesem Konto wird nichts gesendet.',
    unusable: 'Werden nicht gelesen: Das Manifest dieses Anbieters fehlt oder ist fehlerhaft.'
  }
}

export const keepingDe: Catalogue<typeof keepingEn> = {
  open: 'Behalten und abgleichen…',
  title: 'Behalten und abgleichen',
  keep: 'Aufrufe behalten',
  keepHelp: 'Ältere Aufrufe werden aus dem Tresor entfernt. Kontingente und Auffälliges bleiben.',
  always: 'Für immer',
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  sync: 'Von selbst abgleichen',
  syncHelp: 'Solange der Tresor offen ist. Ist er gesperrt, wird nichts gefragt.',
  never: 'Nie',
  minutes: 'Alle {{count}} Minuten',
  hours_one: 'Jede Stunde',
  hours_other: 'Alle {{count}} Stunden'
}
