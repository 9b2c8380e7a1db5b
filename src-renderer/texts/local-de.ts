import type { Catalogue } from './catalogue'
import type { listEn, emptyEn, detailsEn, revealEn, copyEn, formEn, replaceEn, againEn, confirmEn } from './local-en'

export const listDe: Catalogue<typeof listEn> = {
  grid: 'Schlüssel',
  search: 'Schlüssel suchen',
  newKey: 'Neuer Schlüssel',
  moreWays: 'Weitere Wege, Schlüssel hinzuzufügen',
  emptyBin: 'Papierkorb leeren',
  filters: 'Filter',
  provider: 'Anbieter',
  status: 'Status',
  environment: 'Umgebung',
  tag: 'Schlagwort',
  clearFilters: 'Filter entfernen',
  found_one: '{{formatted}} Schlüssel',
  found_other: '{{formatted}} Schlüssel',
  columns: {
    name: 'Name',
    provider: 'Anbieter',
    project: 'Projekt',
    preview: 'Schlüssel',
    envName: 'Env-Name',
    scopes: 'Scopes',
    tags: 'Schlagwörter',
    environment: 'Umgebung',
    createdAt: 'Erstellt',
    expiresAt: 'Läuft ab',
    lastUsedAt: 'Benutzt',
    status: 'Status'
  },
  favourite: 'Favorit',
  selected_one: '{{formatted}} Schlüssel ausgewählt',
  selected_other: '{{formatted}} Schlüssel ausgewählt',
  clearSelection: 'Auswahl aufheben',
  deleteSelected: 'In den Papierkorb',
  restoreSelected: 'Wiederherstellen',
  menu: 'Aktionen für {{name}}',
  open: 'Öffnen',
  copyValue: 'Kopieren',
  copyAs: 'Kopieren als',
  copyLink: 'Link kopieren',
  addFavourite: 'Zu den Favoriten',
  removeFavourite: 'Aus den Favoriten nehmen'
}

export const emptyDe: Catalogue<typeof emptyEn> = {
  keysTitle: 'Noch keine Schlüssel',
  keysText: 'Hier steht jeder Schlüssel mit Anbieter, Ablaufdatum und letzter Benutzung.',
  keysAction: 'Ersten Schlüssel hinzufügen',
  searchTitle: 'Kein Schlüssel passt',
  searchText: 'Zu dieser Suche und diesen Filtern gibt es nichts.',
  searchAction: 'Suche und Filter leeren',
  searchAloneText: 'Zu dieser Suche gibt es nichts.',
  searchAloneAction: 'Suche leeren',
  expiringTitle: 'Nichts läuft bald ab',
  expiringText: 'Hier stehen Schlüssel, die in den nächsten 30 Tagen ablaufen.',
  expiringAction: 'Alle Schlüssel zeigen',
  favouritesTitle: 'Noch keine Favoriten',
  favouritesText: 'Ein Schlüssel mit Stern in den Details steht auch hier.',
  favouritesAction: 'Alle Schlüssel zeigen',
  binTitle: 'Der Papierkorb ist leer',
  binText: 'Gelöschte Schlüssel warten hier, bis sie wiederhergestellt oder endgültig gelöscht werden.',
  binAction: 'Alle Schlüssel zeigen',
  auditTitle: 'Nichts aufgezeichnet',
  auditText: 'Anzeigen, Kopieren und Ändern stehen hier, sobald sie geschehen.',
  auditAction: 'Alle Aktionen zeigen',
  backupsTitle: 'Noch keine Sicherungen',
  backupsText: 'Jede Sicherung ist eine verschlüsselte Datei, die sich mit dem Passwort ihres Tages öffnet.',
  backupsAction: 'Jetzt sichern'
}

export const detailsDe: Catalogue<typeof detailsEn> = {
  label: 'Details des Schlüssels',
  close: 'Details schließen',
  resize: 'Breite der Details',
  edit: 'Bearbeiten',
  more: 'Weitere Aktionen',
  delete: 'In den Papierkorb',
  restore: 'Wiederherstellen',
  purge: 'Endgültig löschen',
  replace: 'Geheimnis ersetzen',
  secret: 'Geheimnis',
  maskedSecret: 'Geheimnis, verborgen',
  shownSecret: 'Geheimnis, angezeigt',
  notKept: 'Das Geheimnis liegt nicht in diesem Tresor, nur Vorschau und Fingerabdruck.',
  created: 'Erstellt',
  expires: 'Läuft ab',
  neverExpires: 'Läuft nie ab',
  lifeLine: 'Lebenslinie des Schlüssels',
  rotatedOn: 'Rotiert am {{when}}',
  graceUntil: 'Der alte Wert gilt auch noch bis {{when}}',
  envName: 'Variablenname',
  provider: 'Anbieter',
  project: 'Projekt',
  environment: 'Umgebung',
  scopes: 'Berechtigungen',
  roles: 'Rollen',
  ipRanges: 'IP-Bereiche',
  tags: 'Schlagwörter',
  notes: 'Notizen',
  fingerprint: 'Fingerabdruck',
  lastUsed: 'Zuletzt benutzt',
  updated: 'Geändert',
  facts: 'Details',
  history: 'Frühere Werte',
  purgeValues: 'Frühere Werte löschen',
  replacedAt: 'Ersetzt am {{when}}',
  audit: 'Protokoll',
  inBin: 'Im Papierkorb seit {{when}}'
}

export const revealDe: Catalogue<typeof revealEn> = {
  drag: 'Für NAME=Wert in einen Editor ziehen',
  dragValue: 'In einen Editor ziehen',
  reveal: 'Anzeigen',
  hide: 'Verbergen',
  hidesIn: 'Verborgen in {{seconds}} s',
  previous: 'Den am {{when}} ersetzten Wert anzeigen',
  hidePrevious: 'Den am {{when}} ersetzten Wert verbergen'
}

export const copyDe: Catalogue<typeof copyEn> = {
  copy: 'Kopieren',
  formats: 'Kopierformate',
  value: 'Wert',
  env: 'NAME=Wert',
  export: 'export NAME=Wert',
  powershell: 'PowerShell',
  json: 'JSON',
  curl: 'curl',
  python: 'Python',
  javascript: 'JavaScript',
  'curl-header': 'curl-Kopfzeile'
}

export const formDe: Catalogue<typeof formEn> = {
  newTitle: 'Neuer Schlüssel',
  editTitle: 'Schlüssel bearbeiten',
  name: 'Name',
  secret: 'Geheimnis',
  showSecret: 'Eingabe zeigen',
  secretHelp: 'Den Wert einfügen, wie der Anbieter ihn zeigt.',
  recognised: 'Sieht nach einem Schlüssel von {{provider}} aus.',
  envName: 'Variablenname',
  provider: 'Anbieter',
  project: 'Projekt',
  environment: 'Umgebung',
  tags: 'Schlagwörter',
  tagsHelp: 'Eingabetaste fügt hinzu',
  scopes: 'Berechtigungen',
  scopesHelp: 'Wie der Anbieter sie nennt',
  description: 'Beschreibung',
  notes: 'Notizen',
  expiry: 'Läuft ab',
  expiryChoices: { never: 'Nie', '30d': '30 Tage', '90d': '90 Tage', '1y': '1 Jahr', date: 'Datum' },
  expiryDate: 'Ablaufdatum',
  expiryOn: 'Läuft am {{date}} ab',
  keep: 'Geheimnis im Tresor behalten',
  keepHelp: 'Aus: Nur Vorschau und Fingerabdruck bleiben; es lässt sich nicht mehr anzeigen.',
  add: 'Schlüssel hinzufügen',
  save: 'Speichern',
  nameNeeded: 'Einen Namen eingeben.',
  secretNeeded: 'Das Geheimnis einfügen oder eintippen.',
  envNameRule: 'Buchstaben, Ziffern und Unterstriche; keine Ziffer am Anfang.',
  dateNeeded: 'Ein Datum wählen.',
  discardTitle: 'Eingaben verwerfen?',
  discardText: 'Sie sind nicht gespeichert, und nichts wurde gesendet.',
  discard: 'Verwerfen',
  keepEditing: 'Weiter bearbeiten'
}

export const replaceDe: Catalogue<typeof replaceEn> = {
  title: 'Geheimnis von {{name}} ersetzen',
  text: 'Der jetzige Wert bleibt unter den früheren Werten, bis er gelöscht wird.',
  secret: 'Neues Geheimnis',
  replace: 'Geheimnis ersetzen'
}

export const againDe: Catalogue<typeof againEn> = {
  title: 'Passwort noch einmal nötig',
  text: 'Der Tresor ist schon eine Weile offen. Das Passwort eingeben, um fortzufahren.',
  password: 'Hauptpasswort',
  confirm: 'Fortfahren'
}

export const confirmDe: Catalogue<typeof confirmEn> = {
  purgeTitle: '{{name}} endgültig löschen?',
  purgeText:
    'Geheimnis, frühere Werte und Notizen verlassen den Tresor. Das lässt sich nicht rückgängig machen. Beim Anbieter bleibt der Schlüssel gültig.',
  purge: 'Endgültig löschen',
  valuesTitle: 'Frühere Werte von {{name}} löschen?',
  valuesText: 'Sie lassen sich nicht zurückholen. Das jetzige Geheimnis bleibt.',
  values: 'Frühere Werte löschen',
  binTitle: 'Papierkorb leeren?',
  binText_one:
    '{{count}} Schlüssel verlässt den Tresor mit Geheimnis, früheren Werten und Notizen. Das lässt sich nicht rückgängig machen. Beim Anbieter bleibt er gültig.',
  binText_other:
    '{{count}} Schlüssel verlassen den Tresor mit Geheimnissen, früheren Werten und Notizen. Das lässt sich nicht rückgängig machen. Bei den Anbietern bleiben sie gültig.',
  bin_one: '{{count}} Schlüssel endgültig löschen',
  bin_other: '{{count}} Schlüssel endgültig löschen'
}
