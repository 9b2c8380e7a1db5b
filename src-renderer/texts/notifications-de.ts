import type { Catalogue } from './catalogue'
import type { notificationsEn } from './notifications-en'

export const notificationsDe: Catalogue<typeof notificationsEn> = {
  title: 'Meldungen',
  unavailable: 'Dieser Desktop zeigt keine Meldungen. Kanäle und die Liste der Erinnerungen gehen trotzdem.',
  test: 'Test',
  testHelp: 'Zeigt eine Meldung, die sagt, dass sie ein Test ist.',
  testAction: 'Test senden',
  names: 'Namen von Schlüsseln in Meldungen',
  namesHelp: 'Solange der Tresor offen ist. Aus: Sie sagen nur, dass ein Schlüssel Aufmerksamkeit braucht.',
  quiet: 'Ruhezeit',
  quietHelp: 'Erinnerungen dieser Stunden kommen zusammen an ihrem Ende.',
  quietFrom: 'Von',
  quietTo: 'Bis',
  quietSame: 'Beide Zeiten sind gleich, also ist keine Stunde ruhig.',
  locked: 'Solange der Tresor gesperrt ist',
  lockedModes: { nothing: 'Nichts', counts: 'Nur Zahlen', schedule: 'Termine' },
  lockedHelps: {
    nothing: 'Keine Meldung, bis der Tresor offen ist.',
    counts: 'Etwa „2 Schlüssel laufen diese Woche ab“. Nur Zahlen und Tage liegen außerhalb des Tresors.',
    schedule: 'Tage und Anbieter liegen außerhalb des Tresors, versiegelt vom Schlüsselbund des Systems.'
  },
  lockedNames: 'Mit den Namen der Schlüssel',
  lockedNamesHelp: 'Die versiegelten Termine tragen dann die Namen der Schlüssel.',
  noSealing: 'Termine sind nicht möglich: Dieser Computer hat keinen Schlüsselbund, der sie versiegelt ({{keyring}}).',
  noActions: 'Meldungen haben auf diesem Desktop keine Knöpfe; ein Klick öffnet den Schlüssel.',
  tray: 'Symbol in der Leiste',
  trayHelp: 'Zeigt, ob ein Schlüssel Aufmerksamkeit braucht; im Menü stehen ablaufende Schlüssel und Favoriten.',
  noTray: 'Dieser Desktop hat keine Leiste für Symbole. Das Menü des Fensters enthält dasselbe.',
  closeToTray: 'In die Leiste schließen',
  closeToTrayHelp: 'Wird das Fenster geschlossen, läuft Keyquay weiter, damit Erinnerungen kommen.',
  needsTray: 'Braucht das Symbol in der Leiste.',
  startAtLogin: 'Bei der Anmeldung starten',
  startAtLoginHelp: 'Erinnerungen kommen, ohne Keyquay erst zu öffnen.',
  noLogin: 'Auf diesem Computer lässt sich Keyquay nicht bei der Anmeldung starten.',
  startHidden: 'Ohne Fenster starten',
  startHiddenHelp: 'Nur das Symbol in der Leiste erscheint.',
  rules: 'Regeln und Kanäle',
  rulesHelp: 'Was eine Erinnerung wert ist, wie lange vorher, und wer noch Bescheid bekommt.',
  rulesAction: 'Regeln öffnen'
}
