import type { Catalogue } from './catalogue'
import type { careEn, newPasswordEn, kitEn, restoreEn, accessEn, backupsEn } from './care-en'

export const careDe: Catalogue<typeof careEn> = {
  checkingPassword: 'Das Passwort wird geprüft…'
}

export const newPasswordDe: Catalogue<typeof newPasswordEn> = {
  title: 'Neues Passwort setzen',
  lead: 'Der Wiederherstellungscode hat den Tresor geöffnet. Ein neues Passwort tritt an die Stelle des verlorenen.',
  password: 'Neues Passwort',
  set: 'Passwort setzen',
  later: 'Später',
  banner:
    'Der Wiederherstellungscode hat diesen Tresor geöffnet. Bis ein neues Passwort gesetzt ist, öffnen ihn nur der Code und das verlorene Passwort.'
}

export const kitDe: Catalogue<typeof kitEn> = {
  label: 'Keyquay-Wiederherstellungsblatt',
  title: 'Wiederherstellungsblatt',
  code: 'Wiederherstellungscode',
  offer:
    'Geht das Passwort verloren, öffnet nur ein Wiederherstellungscode den Tresor. Jetzt einen erstellen und auf Papier aufheben.',
  notNow: 'Nicht jetzt',
  make: 'Wiederherstellungscode erstellen',
  makeAnother: 'Neuen Code erstellen',
  ask: 'Der Code erscheint einmal, auf einem Blatt zum Drucken oder Speichern. Von dort wieder eingetippt wird er ein Weg in den Tresor.',
  askAnother:
    'Der neue Code erscheint einmal, auf einem Blatt zum Drucken oder Speichern. Sobald er wieder eingetippt ist, öffnet der alte nichts mehr.',
  once: 'Der Code wird nur dieses eine Mal gezeigt.',
  vault: 'Tresor: {{vault}}',
  does: 'Was er tut',
  doesText:
    'Öffnet diesen Tresor ohne Passwort: auf dem Sperrbildschirm „Wiederherstellungscode benutzen“ wählen. Gleich danach wird ein neues Passwort gesetzt.',
  keep: 'Wo er hingehört',
  keepText:
    'Auf Papier, zu anderen Wertsachen: in einen Safe, zur Bank, zu einem vertrauten Menschen. Nicht auf diesen Rechner, nicht als Foto. Wer ihn und die Tresordateien hat, kann jeden Schlüssel lesen.',
  print: 'Drucken',
  save: 'Speichern…',
  saved: 'Gespeichert als {{file}}',
  savedOpens:
    'Diese Datei öffnet den Tresor. Auf einen Stick verschieben, der weggelegt wird, oder drucken, und auf diesem Rechner löschen.',
  next: 'Wieder eintippen',
  typeBack: 'Den Code vom Blatt eintippen. Das beweist, dass er lesbar ist, und macht ihn zum Weg in den Tresor.',
  differs: 'Das ist nicht der gezeigte Code. Gruppe für Gruppe vergleichen.',
  again: 'Code noch einmal zeigen',
  confirm: 'Code bestätigen',
  made: 'Der Wiederherstellungscode öffnet ab jetzt den Tresor',
  leaveTitle: 'Ohne neuen Code aufhören?',
  leaveText:
    'Der gezeigte Code wurde nicht wieder eingetippt und öffnet daher nichts. Was den Tresor vorher öffnete, tut es weiterhin.',
  leave: 'Code verwerfen',
  stay: 'Weitermachen'
}

export const restoreDe: Catalogue<typeof restoreEn> = {
  title: 'Sicherung vom {{when}} wiederherstellen',
  titleFile: 'Sicherungsdatei wiederherstellen',
  holds_one: 'Sie enthält {{count}} Schlüssel.',
  holds_other: 'Sie enthält {{count}} Schlüssel.',
  locks: 'Der Tresor wird zuerst gesperrt.',
  aside:
    'Der jetzige Tresor wird in seinem Ordner beiseitegelegt, nicht gelöscht. Die Sicherung tritt an seine Stelle.',
  passwordOfThen:
    'Das Passwort eingeben, das der Tresor bei der Sicherung hatte; es öffnet auch den wiederhergestellten.',
  passwordThenFile:
    'Das Passwort eingeben, unter dem die Sicherung entstand, dann ihre Datei wählen. Sie wird geprüft, bevor sich etwas ändert.',
  password: 'Passwort der Sicherung',
  restore: 'Sicherung wiederherstellen',
  choose: 'Datei wählen und wiederherstellen…',
  working: 'Jede Seite wird geprüft, dann wiederhergestellt…',
  begun:
    'Der Tresor wurde gesperrt, um eine Sicherung wiederherzustellen. Das Passwort benutzen, unter dem sie entstand.',
  done: 'Die Sicherung wurde wiederhergestellt. Sie öffnet sich mit dem Passwort, unter dem sie entstand.'
}

export const accessDe: Catalogue<typeof accessEn> = {
  title: 'Zugang',
  password: 'Passwort',
  passwordHelp: 'Öffnet den Tresor. Es lässt sich nicht zurücksetzen.',
  changePassword: 'Passwort ändern',
  present: 'Jetziges Passwort',
  change: 'Passwort ändern',
  changing: 'Das Passwort wird geändert…',
  passwordChanged: 'Passwort geändert',
  olderBackups: 'Bisherige Sicherungen öffnen sich mit dem jetzigen Passwort. Nach der Änderung eine neue machen.',
  codeMade: 'Ein Wiederherstellungscode wurde erstellt. Er öffnet den Tresor, wenn das Passwort verloren ist.',
  noCode: 'Keiner wurde erstellt. Ohne ihn ist mit dem Passwort auch der Tresor verloren.',
  device: 'Mit diesem Gerät entsperren',
  deviceHelp:
    'Der Schlüsselbund des Systems bewahrt einen Schlüssel auf, der diesen Tresor hier öffnet. Das Passwort geht immer auch.',
  deviceUnavailable:
    'Dieser Rechner hat keinen Schlüsselbund, der einen Schlüssel sicher aufbewahrt. Einen einrichten, etwa GNOME Keyring oder KWallet, und Keyquay neu starten.',
  deviceOnTitle: 'Geräteentsperrung einschalten',
  deviceOffTitle: 'Geräteentsperrung ausschalten',
  deviceOnText:
    'Wer an diesem Rechner unter dem eigenen Konto angemeldet ist, kann den Tresor dann ohne Passwort öffnen. Das Anzeigen fragt weiterhin danach.',
  deviceOffText:
    'Der Schlüssel wird aus dem Schlüsselbund dieses Rechners entfernt. Das Passwort öffnet den Tresor wie bisher.',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',
  deviceIsOn: 'Dieses Gerät öffnet den Tresor',
  deviceIsOff: 'Dieses Gerät öffnet den Tresor nicht mehr',
  dataKey: 'Datenschlüssel',
  dataKeyHelp:
    'Verschlüsselt alles im Tresor. Wechseln, wenn jemand die Tresordateien samt einem Zugang gehabt haben könnte.',
  rotate: 'Datenschlüssel wechseln',
  rotateText:
    'Der Tresor wird unter einem frischen Schlüssel neu verschlüsselt, geprüft und ausgetauscht. Das Passwort bleibt. Ein Wiederherstellungscode wird durch einen neuen ersetzt, der gleich danach erscheint. Bisherige Sicherungen behalten den alten Schlüssel.',
  rotating: 'Alles wird neu verschlüsselt…',
  rotated: 'Datenschlüssel gewechselt',
  newCodeTitle: 'Neuer Wiederherstellungscode',
  newCodeText:
    'Der bisherige Code öffnet nichts mehr; dieser tritt an seine Stelle und wird nur jetzt gezeigt. Drucken oder speichern und das alte Blatt vernichten.',
  keptCode: 'Der Code ist verwahrt'
}

export const backupsDe: Catalogue<typeof backupsEn> = {
  title: 'Sicherungen',
  lead: 'Verschlüsselte Kopien des ganzen Tresors. Jede öffnet sich mit dem Passwort ihres Tages.',
  make: 'Jetzt sichern',
  save: 'Kopie speichern…',
  restoreFile: 'Datei wiederherstellen…',
  working: 'Die Sicherung wird geschrieben und Seite für Seite geprüft…',
  made_one: 'Gesichert: {{count}} Schlüssel',
  made_other: 'Gesichert: {{count}} Schlüssel',
  saved: 'Kopie gespeichert als {{file}}',
  table: 'Sicherungen im Ordner des Tresors',
  when: 'Entstanden',
  keys: 'Schlüssel',
  size: 'Größe',
  actions: 'Aktionen',
  check: 'Prüfen',
  checkOf: 'Sicherung vom {{when}} prüfen',
  checkTitle: 'Sicherung vom {{when}} prüfen',
  checkText:
    'Öffnet die Sicherung mit dem Passwort, unter dem sie entstand, und liest jede Seite. Nichts wird geändert.',
  checkAction: 'Sicherung prüfen',
  checking: 'Jede Seite wird gelesen…',
  whole_one: 'Unversehrt: {{count}} Schlüssel',
  whole_other: 'Unversehrt: {{count}} Schlüssel',
  restore: 'Wiederherstellen',
  restoreOf: 'Sicherung vom {{when}} wiederherstellen',
  schedule: 'Sicherungen von selbst',
  byItself: 'Von selbst sichern',
  every_one: 'Täglich',
  every_other: 'Alle {{count}} Tage',
  keep: 'Behalten',
  newest_one: 'Die neueste',
  newest_other: 'Die neuesten {{count}}'
}
