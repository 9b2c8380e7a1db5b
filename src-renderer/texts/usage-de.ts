import type { Catalogue } from './catalogue'
import type { usageEn } from './usage-en'
import { quotasDe, findingsDe, accountsDe, keepingDe } from './usage-standing-de'

export const usageDe: Catalogue<typeof usageEn> = {
  title: 'Nutzung',
  lead: 'Wofür Schlüssel verwendet werden, wie es ihre Anbieter melden.',
  views: 'Teile der Nutzung',
  tabs: {
    calls: 'Aufrufe',
    breakdown: 'Aufteilung',
    quotas: 'Kontingente',
    findings: 'Auffälliges',
    accounts: 'Konten'
  },
  menu: 'Mehr zur Nutzung',
  requests: 'Anfragen',
  errors: 'Fehler',
  cards: { requests: 'Anfragen gesamt', success: 'Erfolgsquote', lastUsed: 'Zuletzt verwendet' },
  standing: {
    accounts_one: '{{count}} Konto',
    accounts_other: '{{count}} Konten',
    reading_one: 'Wird gelesen: bisher {{formatted}} Aufruf.',
    reading_other: 'Wird gelesen: bisher {{formatted}} Aufrufe.',
    failed_one: '{{count}} Konto konnte nicht gelesen werden',
    failed_other: '{{count}} Konten konnten nicht gelesen werden'
  },
  spans: {
    label: 'Zeitraum',
    '24h': '24 Std.',
    '7d': '7 Tage',
    '30d': '30 Tage',
    '90d': '90 Tage',
    all: 'Alles',
    range: 'Tage…',
    chosen: 'Tage: {{range}}',
    show: 'Diese Tage zeigen'
  },
  filters: {
    label: 'Filter',
    path: 'Nach Pfad suchen',
    account: 'Konto',
    key: 'Schlüssel',
    method: 'Methode',
    status: 'Status',
    source: 'Quelle',
    dropIp: 'Nicht nur {{ip}}'
  },
  classes: {
    '2xx': '2xx Erfolg',
    '3xx': '3xx Umgeleitet',
    '4xx': '4xx Abgelehnt',
    '5xx': '5xx Gescheitert',
    none: 'Nicht gemeldet'
  },
  meanings: {
    fine: 'Erfolg',
    moved: 'Umgeleitet',
    refused: 'Abgelehnt',
    failed: 'Gescheitert',
    none: 'Nicht gemeldet'
  },
  statuses: {
    '200': 'Erfolg',
    '201': 'Angelegt',
    '202': 'Angenommen',
    '204': 'Ohne Inhalt',
    '304': 'Unverändert',
    '400': 'Falsch gestellt',
    '401': 'Nicht angemeldet',
    '403': 'Verboten',
    '404': 'Nicht gefunden',
    '405': 'Nicht erlaubt',
    '408': 'Zeit abgelaufen',
    '409': 'Konflikt',
    '410': 'Nicht mehr da',
    '413': 'Zu groß',
    '415': 'Falsche Art',
    '422': 'Ungültig',
    '429': 'Rate begrenzt',
    '500': 'Serverfehler',
    '502': 'Fehler am Gateway',
    '503': 'Nicht verfügbar',
    '504': 'Gateway zu langsam'
  },
  log: {
    grid: 'Aufrufe',
    columns: {
      time: 'Zeit',
      method: 'Methode',
      path: 'Pfad',
      status: 'Status',
      duration: 'Dauer',
      ip: 'IP',
      source: 'Quelle',
      key: 'Schlüssel'
    },
    ms: '{{ms}} ms',
    notInVault: 'Nicht im Tresor: So nennt ihn der Anbieter.',
    found_one: '{{formatted}} Aufruf',
    found_other: '{{formatted}} Aufrufe',
    held_one: '{{formatted}} neuer Aufruf',
    held_other: '{{formatted}} neue Aufrufe',
    menu: 'Aktionen für diesen Aufruf',
    copy: 'Zeile kopieren',
    copied: 'Zeile kopiert',
    onlyPath: 'Nur dieser Pfad',
    onlyErrors: 'Nur Fehler',
    onlyIp: 'Nur von {{ip}}',
    onlyKey: 'Nur {{name}}'
  },
  live: { label: 'Live', on: 'Neue Aufrufe kommen von selbst dazu.', paused: 'Angehalten, solange gescrollt ist' },
  charts: {
    overTime: 'Anfragen und Fehler im Zeitverlauf',
    zoomHint: 'Darüber ziehen oder Eingabe auf einem Balken drücken, um näher hinzusehen.',
    zoomOut: 'Verkleinern',
    asTable: 'Als Tabelle zeigen',
    asChart: 'Als Diagramm zeigen',
    asTableOf: 'Als Tabelle zeigen: {{title}}',
    asChartOf: 'Als Diagramm zeigen: {{title}}',
    onlyTime: 'Nur {{time}}',
    time: 'Zeit',
    day: 'Tag',
    left: 'Übrig',
    forecast: '{{date}} (Vorhersage)',
    byEndpoint: 'Nach Endpunkt',
    endpoint: 'Endpunkt',
    noEndpoint: 'Kein Endpunkt gemeldet',
    otherEndpoints_one: '{{count}} weiterer Endpunkt',
    otherEndpoints_other: '{{count}} weitere Endpunkte',
    onlyEndpoint: 'Nur Aufrufe von {{name}}',
    failedOf_one: '{{figure}} Fehler',
    failedOf_other: '{{figure}} Fehler',
    byStatus: 'Nach Status',
    status: 'Status',
    onlyStatus: 'Nur Aufrufe mit der Antwort {{name}}',
    burnDown: 'Was von {{metric}} übrig ist'
  },
  quotas: quotasDe,
  findings: findingsDe,
  accounts: accountsDe,
  progress: {
    label: 'Fortschritt',
    some: '{{done}} Aufrufe',
    of: '{{done}} von {{all}} Aufrufen'
  },
  export: {
    csv: 'Aufrufe als CSV exportieren…',
    json: 'Aufrufe als JSON exportieren…',
    working: 'Aufrufe werden in eine Datei geschrieben',
    done_one: '{{formatted}} Aufruf in die Datei geschrieben',
    done_other: '{{formatted}} Aufrufe in die Datei geschrieben'
  },
  keeping: keepingDe,
  empty: {
    callsTitle: 'Noch keine Aufrufe',
    noAccounts:
      'Ein Konto bei einem Anbieter verbinden, der ein Protokoll führt: Wer welchen Schlüssel wofür und von wo verwendet hat, steht dann hier.',
    callsText:
      'Einmal abgleichen, und die Aufrufe, die der Anbieter noch kennt, kommen herein. Von da an bleiben sie hier.',
    readTitle: 'Bisher keine Aufrufe',
    readText: 'Das Protokoll wurde gelesen und ist leer. Aufrufe erscheinen hier nach dem nächsten Abgleich.',
    notOfferedTitle: 'Von diesen Anbietern nicht angeboten',
    notOfferedText:
      'Keines der verbundenen Konten führt ein Protokoll der Aufrufe, das sich lesen ließe. Summen stehen unter Kontingente, und bei jedem Schlüssel, was auf diesem Computer mit ihm geschieht.',
    fitsTitle: 'Kein Aufruf passt',
    fitsText: 'Jeder Filter muss zutreffen. Einen weglassen oder mehr Zeit ansehen.',
    spanText: 'In dieser Zeit wurde nichts aufgerufen.',
    spanAction: 'Alle Zeit ansehen',
    quotasTitle: 'Keine Kontingente bekannt',
    quotasText:
      'Was ein Konto von seinem Tarif verbraucht hat, steht hier mit dem Tag, an dem es endet, sobald ein Anbieter es meldet.',
    quotasAction: 'Konten ansehen',
    findingsTitle: 'Nichts fällt auf',
    findingsText:
      'Neue Adressen und Endpunkte, Häufungen von Fehlern, alte Schlüssel in Verwendung und Kontingente kurz vor dem Ende werden nach einfachen Regeln gefunden und stehen hier.',
    findingsAction: 'Aufrufe ansehen',
    settledTitle: 'Noch nichts zur Kenntnis genommen',
    settledText: 'Was zur Kenntnis genommen wurde, steht hier und kann wieder geöffnet werden.',
    settledAction: 'Offenes ansehen',
    accountsTitle: 'Noch keine Konten',
    accountsText: 'Jedes Konto sagt hier, wie seine Nutzung gelesen wird, wie weit das ist, und warum nicht, wo nicht.'
  },
  key: {
    tabs: 'Teile der Einzelheiten',
    details: 'Einzelheiten',
    heading: 'Aufrufe beim Anbieter',
    all: 'In Nutzung öffnen',
    latest: 'Letzte Aufrufe',
    noCalls: 'Kein Aufruf in dieser Zeit.',
    offers: {
      'not-tied': 'Dieser Schlüssel gehört zu keinem verbundenen Konto, deshalb meldet niemand seine Aufrufe.',
      'not-offered': 'Ein Protokoll der Aufrufe wird von diesem Anbieter nicht angeboten ({{provider}}).',
      guided: 'Mit dem Konto dieses Schlüssels wird von Hand gearbeitet, deshalb wird sein Protokoll nicht gelesen.',
      unusable: 'Das Manifest dieses Anbieters fehlt oder ist fehlerhaft, deshalb wird sein Protokoll nicht gelesen.'
    }
  },
  local: {
    heading: 'Auf diesem Computer verwendet',
    none: 'Hier hat noch nichts den Wert aus dem Tresor geholt.',
    more: 'Mehr zeigen',
    kinds: {
      copied: 'Kopiert',
      revealed: 'Angezeigt',
      'env-written': 'In eine Env-Datei geschrieben',
      run: 'Einem Befehl gegeben'
    }
  }
}
