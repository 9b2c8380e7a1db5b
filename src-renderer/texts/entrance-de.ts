import type { Catalogue } from './catalogue'
import type { firstRunEn, strengthEn, lockEn, damagedEn, vaultsEn, welcomeEn, bootEn } from './entrance-en'

export const firstRunDe: Catalogue<typeof firstRunEn> = {
  title: 'Ein Tresor für API-Schlüssel',
  lead: 'Keyquay bewahrt Schlüssel in einer verschlüsselten Datei auf diesem Rechner auf und verwaltet sie bei ihren Anbietern.',
  pointVault: 'Mit dem Passwort verschlüsselt. Kein Konto, keine Cloud.',
  pointManage: 'Beim Anbieter erstellen, rotieren und widerrufen, hier oder mit kq.',
  pointWrite: 'Richtig in den .env-Dateien, mit Bescheid vor dem Ablauf.',
  pointLeave: 'Ein Geheimnis verlässt den Tresor beim Anzeigen oder Kopieren, und das Protokoll hält es fest.',
  form: 'Tresor anlegen',
  password: 'Hauptpasswort',
  confirmation: 'Passwort wiederholen',
  hint: 'Merkhilfe',
  hintWarning: 'Freiwillig. Jeder an diesem Rechner kann sie lesen; das Passwort gehört nicht hierher.',
  hintIsPassword: 'Die Merkhilfe darf das Passwort nicht enthalten.',
  noReset:
    'Dieses Passwort lässt sich nicht zurücksetzen. Ohne es oder einen Wiederherstellungscode kann niemand den Tresor öffnen.',
  create: 'Tresor anlegen',
  empty: 'Ein Passwort eingeben.',
  tooWeak: 'Zu schwach für einen Tresor. Mehrere Wörter ohne Zusammenhang machen es stark.',
  mismatch: 'Die beiden Passwörter unterscheiden sich.',
  place: 'Liegt in {{folder}}',
  show: 'Passwort zeigen',
  hasVault: 'Keyquay schon benutzt?',
  openFolder: 'Vorhandenen Tresorordner öffnen',
  openFolderText: 'Auf diesem Rechner, einem Stick oder einer Freigabe. Er bleibt, wo er ist.',
  restore: 'Sicherung wiederherstellen',
  restoreText: 'Aus einer .keyquay-Datei und dem Passwort von damals.'
}

export const strengthDe: Catalogue<typeof strengthEn> = {
  label: 'Passwortstärke',
  none: 'Mehrere Wörter ohne Zusammenhang sind stärker als Sonderzeichen.',
  tooWeak: 'Zu schwach',
  weak: 'Schwach',
  fair: 'Ordentlich',
  strong: 'Stark',
  advice: {
    straightRow: 'Eine Tastenreihe ist leicht zu erraten.',
    keyPattern: 'Ein Tastaturmuster ist leicht zu erraten.',
    simpleRepeat: 'Wiederholte Zeichen sind leicht zu erraten.',
    extendedRepeat: 'Ein wiederholtes Muster ist leicht zu erraten.',
    sequences: 'Eine Folge wie abc ist leicht zu erraten.',
    recentYears: 'Jahreszahlen der letzten Zeit sind leicht zu erraten.',
    dates: 'Ein Datum ist leicht zu erraten.',
    topTen: 'Das ist eines der meistbenutzten Passwörter.',
    topHundred: 'Das ist ein häufig benutztes Passwort.',
    common: 'Das ist ein verbreitetes Passwort.',
    similarToCommon: 'Das ähnelt einem verbreiteten Passwort.',
    wordByItself: 'Ein einzelnes Wort ist leicht zu erraten.',
    namesByThemselves: 'Ein einzelner Name ist leicht zu erraten.',
    commonNames: 'Verbreitete Namen sind leicht zu erraten.',
    more: 'Ein, zwei seltenere Wörter hinzufügen.',
    good: 'Schwer zu erraten.'
  }
}

export const lockDe: Catalogue<typeof lockEn> = {
  title: '{{vault}} entsperren',
  password: 'Hauptpasswort',
  unlock: 'Entsperren',
  unlocking: 'Wird entsperrt…',
  locking: 'Wird gesperrt…',
  showHint: 'Merkhilfe zeigen',
  hint: 'Merkhilfe: {{hint}}',
  wrong: 'Falsches Passwort. Feststelltaste und Tastaturbelegung prüfen.',
  wrongCode: 'Dieser Code öffnet den Tresor nicht.',
  malformed: 'Kein Wiederherstellungscode, oder ein Zeichen stimmt nicht. Gruppe für Gruppe vergleichen.',
  deviceFailed: 'Dieses Gerät konnte den Tresor nicht öffnen. Das Passwort benutzen.',
  device: 'Mit diesem Gerät entsperren',
  useCode: 'Wiederherstellungscode benutzen',
  usePassword: 'Passwort benutzen',
  wait_one: 'Zu viele Versuche. {{count}} Sekunde warten.',
  wait_other: 'Zu viele Versuche. {{count}} Sekunden warten.',
  reason: {
    start: 'Gesperrt',
    user: 'Gesperrt',
    idle: 'Gesperrt nach längerer Pause',
    suspend: 'Gesperrt, weil der Rechner schlief',
    'screen-lock': 'Gesperrt mit dem Bildschirm',
    quit: 'Gesperrt',
    failure: 'Gesperrt nach einem Fehler; nichts ging verloren'
  }
}

export const damagedDe: Catalogue<typeof damagedEn> = {
  title: 'Dieser Tresor lässt sich nicht öffnen',
  missingTitle: 'Dieser Tresor ist nicht da',
  silentTitle: 'Laufwerk oder Freigabe dieses Tresors antwortet nicht',
  unknownTitle: 'Welcher Tresor geöffnet werden soll, ist unbekannt',
  kept: 'Was erhalten blieb',
  next: 'Was zu tun ist',
  folder: 'Ordner des Tresors',
  restoreNewest: 'Sicherung vom {{when}} wiederherstellen',
  chooseFile: 'Sicherungsdatei wählen…',
  noBackup: 'Im Ordner des Tresors liegt keine Sicherung.',
  stillMissing: 'Noch einmal nachgesehen: Er ist noch immer nicht da.',
  stillSilent: 'Noch einmal nachgesehen: Noch immer keine Antwort.'
}

export const vaultsDe: Catalogue<typeof vaultsEn> = {
  title: 'Tresore',
  list: 'Bekannte Tresore',
  others: 'Andere Tresore…',
  own: 'in Keyquays eigenem Ordner',
  current: 'In Gebrauch',
  standing: {
    absent: 'noch nicht angelegt',
    missing: 'gerade nicht da',
    silent: 'antwortet nicht',
    damaged: 'beschädigt'
  },
  open: 'Öffnen',
  openOf: '{{vault}} öffnen',
  make: 'Anlegen',
  makeOf: '{{vault}} anlegen',
  forget: 'Aus dieser Liste nehmen',
  forgetOf: '{{vault}} aus dieser Liste nehmen',
  chooseFolder: 'Tresorordner öffnen…',
  openTitle: '{{vault}} öffnen?',
  locksFirst: 'Der offene Tresor wird zuerst gesperrt. Er bleibt, wo er ist.',
  listDamaged: 'Die Liste der Tresore war beschädigt und liegt beiseite. Den Ordner des Tresors noch einmal öffnen.',
  synced:
    '{{program}} kopiert diesen Ordner. Den Tresor nur auf einem Rechner zur Zeit öffnen: von zweien, die zugleich schreiben, verliert einer das Geschriebene.',
  network:
    'Dieser Ordner liegt auf einem anderen Rechner. Sperren halten dort nicht überall: nur von einem Rechner zur Zeit benutzen.',
  readOnly: 'Dieser Ordner ist nicht beschreibbar; der Tresor öffnet sich nur zum Lesen.',
  openToOthers:
    'Andere Benutzer dieses Rechners erreichen seine Dateien. Sie sind verschlüsselt; ein eigener Ordner ist besser.',
  exchangeable:
    'Andere Benutzer dieses Rechners können in {{folder}} einen anderen Ordner an seine Stelle setzen. Ein eigener Ordner ist besser.'
}

export const welcomeDe: Catalogue<typeof welcomeEn> = {
  title: 'Schlüssel mitbringen',
  lead: 'Sie werden auf diesem Rechner angesehen. Nichts kommt in den Tresor, bevor gesagt ist, was.',
  file: 'Einlesen…',
  fileText: '1Password, Bitwarden, KeePass, CSV, eine .env-Datei',
  project: 'Projekt öffnen…',
  projectText: 'Seine .env-Dateien, der Anbieter jedes Schlüssels wird erkannt',
  scan: 'Ordner durchsuchen…',
  scanText: 'Findet Schlüssel, die in Dateien herumliegen',
  provider: 'Anbieter verbinden…',
  providerText: 'Zeigt die Schlüssel, die es dort schon gibt',
  drop: 'Eine Datei auf dieses Fenster zu ziehen geht auch.',
  byHand: 'Von Hand hinzufügen',
  dismiss: 'Leer beginnen'
}

export const bootDe: Catalogue<typeof bootEn> = { title: 'Keyquay konnte nicht starten' }
