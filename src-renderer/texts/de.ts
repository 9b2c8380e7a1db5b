import type { Catalogue } from './catalogue'
import type { en } from './en'
import { firstRunDe, strengthDe, lockDe, damagedDe, vaultsDe, welcomeDe, bootDe } from './entrance-de'
import { listDe, emptyDe, detailsDe, revealDe, copyDe, formDe, replaceDe, againDe, confirmDe } from './local-de'
import { auditDe } from './audit-de'
import { settingsDe } from './settings-de'
import { heldDe } from './held-de'
import { careDe, newPasswordDe, kitDe, restoreDe, accessDe, backupsDe } from './care-de'
import { importDe, dataDe } from './transfer-de'
import { relativeDe } from './time-de'
import { connectionsDe } from './connections-de'
import { envDe } from './env-de'
import { keysDe } from './keys-de'
import { providerDe } from './provider-de'
import { remindersDe } from './reminders-de'
import { usageDe } from './usage-de'
import { commandsDe, grantsDe } from './shell-de'

export const de: Catalogue<typeof en> = {
  common: {
    cancel: 'Abbrechen',
    close: 'Schließen',
    clear: 'Leeren',
    tryAgain: 'Erneut versuchen',
    never: 'Nie',
    none: 'Keine',
    undo: 'Rückgängig',
    loading: 'Lädt'
  },
  failure: { copyId: 'Fehlerkennung kopieren' },
  firstRun: firstRunDe,
  strength: strengthDe,
  lock: lockDe,
  damaged: damagedDe,
  vaults: vaultsDe,
  welcome: welcomeDe,
  boot: bootDe,
  nav: {
    counted: '{{label}} ({{number}})',
    label: 'Navigation',
    allKeys: 'Alle Schlüssel',
    expiring: 'Läuft bald ab',
    favourites: 'Favoriten',
    bin: 'Papierkorb',
    providers: 'Anbieter',
    projects: 'Projekte',
    tags: 'Schlagwörter',
    connections: 'Verbindungen',
    audit: 'Protokoll',
    backups: 'Sicherungen',
    settings: 'Einstellungen',
    lock: 'Sperren',
    resizeSidebar: 'Breite der Seitenleiste',
    readOnly: 'Nur lesen',
    readOnlyWhy:
      'In den Ordner des Tresors kann nicht geschrieben werden. Ihn beschreibbar machen, sperren und entsperren.'
  },
  clipboard: {
    label: 'Zwischenablage',
    holds: '{{name}} liegt in der Zwischenablage',
    clearsIn: 'Leert in {{seconds}} s',
    stays: 'Bleibt, bis etwas anderes kopiert wird',
    clearNow: 'Jetzt leeren'
  },
  status: {
    active: 'Aktiv',
    rotating: 'Im Wechsel',
    expiring: 'Läuft ab: {{when}}',
    expiringShort: 'Läuft ab',
    expired: 'Abgelaufen',
    disabled: 'Deaktiviert',
    revoked: 'Widerrufen',
    unknown: 'Unbekannt'
  },
  list: listDe,
  empty: emptyDe,
  details: detailsDe,
  reveal: revealDe,
  copy: copyDe,
  form: formDe,
  replace: replaceDe,
  again: againDe,
  confirm: confirmDe,
  toast: {
    added: '{{name}} hinzugefügt',
    saved: 'Änderungen gespeichert',
    deleted: '{{name}} liegt im Papierkorb',
    deletedMany_one: '{{count}} Schlüssel liegt im Papierkorb',
    deletedMany_other: '{{count}} Schlüssel liegen im Papierkorb',
    restored: '{{name}} wiederhergestellt',
    restoredMany_one: '{{count}} Schlüssel wiederhergestellt',
    restoredMany_other: '{{count}} Schlüssel wiederhergestellt',
    purged: '{{name}} endgültig gelöscht',
    purgedMany_one: '{{count}} Schlüssel endgültig gelöscht',
    purgedMany_other: '{{count}} Schlüssel endgültig gelöscht',
    replaced: 'Geheimnis ersetzt',
    valuesPurged: 'Frühere Werte gelöscht',
    copied: '{{name}} kopiert',
    copiedAs: '{{name}} kopiert als {{format}}',
    close: 'Meldung schließen'
  },
  audit: auditDe,
  settings: settingsDe,
  care: careDe,
  held: heldDe,
  newPassword: newPasswordDe,
  kit: kitDe,
  restore: restoreDe,
  access: accessDe,
  backups: backupsDe,
  import: importDe,
  data: dataDe,
  commands: commandsDe,
  grants: grantsDe,
  palette: {
    label: 'Befehle',
    placeholder: 'Schlüssel und Aktionen suchen',
    actions: 'Aktionen',
    keys: 'Schlüssel',
    nothing: 'Nichts passt'
  },
  shortcuts: {
    title: 'Tastenkürzel',
    move: 'In der Liste bewegen',
    ends: 'Erster und letzter Schlüssel',
    open: 'Schlüssel öffnen',
    select: 'Schlüssel auswählen',
    back: 'Einen Schritt zurück',
    copy: 'Schlüssel kopieren',
    typeAhead: 'Zu einem Namen springen',
    or: 'oder',
    letters: 'Buchstaben'
  },
  relative: relativeDe,
  connections: connectionsDe,
  env: envDe,
  keys: keysDe,
  provider: providerDe,
  reminders: remindersDe,
  usage: usageDe
}
