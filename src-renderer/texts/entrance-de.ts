import type { Catalogue } from './catalogue'
import type { firstRunEn, strengthEn, lockEn, damagedEn, bootEn } from './entrance-en'

export const firstRunDe: Catalogue<typeof firstRunEn> = {
  title: 'Ein Tresor für API-Schlüssel',
  lead: 'Keyquay bewahrt die Schlüssel aller Dienste in einer verschlüsselten Datei auf diesem Rechner auf, sonst nirgends.',
  pointVault: 'Mit dem Passwort verschlüsselt. Kein Konto, keine Cloud.',
  pointFind: 'Jeder Schlüssel mit Anbieter, Projekt und Ablaufdatum.',
  pointLeave: 'Ein Geheimnis verlässt den Tresor beim Anzeigen oder Kopieren, und das Protokoll hält es fest.',
  form: 'Tresor anlegen',
  password: 'Hauptpasswort',
  confirmation: 'Passwort wiederholen',
  hint: 'Merkhilfe',
  hintWarning: 'Freiwillig. Jeder an diesem Rechner kann sie lesen; das Passwort gehört nicht hierher.',
  hintIsPassword: 'Die Merkhilfe darf das Passwort nicht enthalten.',
  noReset: 'Dieses Passwort lässt sich nicht zurücksetzen. Ohne es kann niemand den Tresor öffnen.',
  create: 'Tresor anlegen',
  empty: 'Ein Passwort eingeben.',
  tooWeak: 'Zu schwach für einen Tresor. Mehrere Wörter ohne Zusammenhang machen es stark.',
  mismatch: 'Die beiden Passwörter unterscheiden sich.',
  place: 'Liegt in {{folder}}',
  show: 'Passwort zeigen',
  hasBackup: 'Keyquay schon benutzt?',
  restore: 'Sicherung wiederherstellen'
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
  kept: 'Was erhalten blieb',
  next: 'Was zu tun ist',
  folder: 'Ordner des Tresors',
  restoreNewest: 'Sicherung vom {{when}} wiederherstellen',
  chooseFile: 'Sicherungsdatei wählen…',
  noBackup: 'Im Ordner des Tresors liegt keine Sicherung.'
}

export const bootDe: Catalogue<typeof bootEn> = { title: 'Keyquay konnte nicht starten' }
