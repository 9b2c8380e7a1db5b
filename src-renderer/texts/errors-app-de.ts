import type { ErrorText } from '@contract/error-text'
import type { appErrorTexts } from '@contract/error-texts/app'
import { unchanged } from './errors-unchanged-de'

export const appErrorsDe: Readonly<Record<keyof typeof appErrorTexts, ErrorText>> = {
  'link-refused': {
    happened: 'Diese Adresse steht nicht auf der Liste der Seiten, die Keyquay öffnet.',
    kept: 'Es wurde nichts geöffnet.',
    next: 'Die Adresse kopieren und selbst öffnen, wenn sie vertrauenswürdig ist.'
  },
  'clipboard-failed': {
    happened: 'Die Zwischenablage antwortet nicht.',
    kept: 'Der Schlüssel bleibt im Tresor.',
    next: 'Erneut versuchen oder den Schlüssel stattdessen anzeigen.'
  },
  'settings-unwritable': {
    happened: 'Die Einstellungsdatei {{file}} lässt sich nicht schreiben.',
    kept: 'Die Wahl gilt, bis Keyquay beendet wird.',
    next: 'Die Zugriffsrechte dieser Datei prüfen.'
  },
  'call-unknown': {
    happened: 'Dieses Keyquay kennt die Anfrage nicht.',
    kept: unchanged,
    next: 'Für App und kq dieselbe Version verwenden.'
  },
  'sender-refused': {
    happened: 'Die Anfrage kam nicht aus dem Fenster von Keyquay.',
    kept: unchanged,
    next: 'Das Fenster schließen und wieder öffnen.'
  },
  'input-invalid': {
    happened: 'Dieser Wert wird nicht angenommen: {{path}} ({{expected}}).',
    kept: unchanged,
    next: 'Ihn berichtigen und erneut versuchen.'
  },
  'reminder-not-found': {
    happened: 'Diese Erinnerung gibt es nicht mehr.',
    kept: 'Nichts wurde geändert.',
    next: 'Sieh die Liste noch einmal an; der Schlüssel oder seine Regel kann sich geändert haben.'
  },
  'channel-not-found': {
    happened: 'Diesen Kanal gibt es nicht mehr.',
    kept: 'Nichts wurde gesendet.',
    next: 'Richte ihn neu ein oder nimm ihn aus den Regeln, die ihn nennen.'
  },
  'channel-secret-needed': {
    happened: 'Das Passwort des Kanals ginge an einen anderen Ort oder auf anderem Weg als dem, für den es galt.',
    kept: 'Der Kanal ist unverändert, und nichts wurde gesendet.',
    next: 'Gib das Passwort oder die Adresse des Webhooks mit der Änderung noch einmal ein.'
  },
  'channel-unreachable': {
    happened: '{{host}} ist nicht erreichbar.',
    kept: 'Die Erinnerung wartet und wird noch einmal gesendet.',
    next: 'Prüfe die Adresse und das Netz.'
  },
  'channel-refused': {
    happened: '{{host}} hat die Erinnerung abgelehnt (Status {{status}}).',
    kept: 'Die Erinnerung bleibt in der Liste.',
    next: 'Prüfe Adresse und Rechte des Kanals und sende sie dann noch einmal.'
  },
  'channel-login-refused': {
    happened: '{{host}} hat die Anmeldung abgelehnt.',
    kept: 'Die Erinnerung bleibt in der Liste.',
    next: 'Gib Benutzername und Passwort des Mailkontos neu ein.'
  },
  'channel-tls-failed': {
    happened: 'Die Verbindung zu {{host}} konnte nicht gesichert werden.',
    kept: 'Darüber wurde nichts gesendet.',
    next: 'Prüfe Port, Art der Verschlüsselung und das Zertifikat des Servers.'
  },
  'locked-schedule-unavailable': {
    happened: 'Dieser Rechner hat keinen Schlüsselbund, der den Plan sicher verwahrt ({{backend}}).',
    kept: 'Außerhalb des Tresors wurde nichts gespeichert.',
    next: 'Wähle für die Zeit der Sperre Anzahlen oder nichts, oder richte den Schlüsselbund des Systems ein.'
  },
  'grant-denied': {
    happened: 'Das wurde in Keyquay nicht erlaubt.',
    kept: 'Nichts wurde herausgegeben oder geändert.',
    next: 'Eine Minute lang wird nicht erneut gefragt; danach noch einmal ausführen und dort erlauben.'
  },
  'grant-timed-out': {
    happened: 'In Keyquay hat {{seconds}} s lang niemand geantwortet.',
    kept: 'Nichts wurde herausgegeben oder geändert.',
    next: 'Noch einmal ausführen und im Fenster erlauben.'
  },
  'grant-needs-password': {
    happened: 'Der Tresor wurde in einem anderen Terminal entsperrt; dieses darf ihn nicht benutzen.',
    kept: 'Nichts wurde herausgegeben oder geändert.',
    next: 'Hier kq unlock ausführen und das Hauptpasswort eingeben.'
  },
  'grant-queue-full': {
    happened: 'Zu viele Programme warten in Keyquay auf eine Erlaubnis.',
    kept: 'Nichts wurde herausgegeben oder geändert.',
    next: 'Beantworte zuerst diese im Fenster, dann noch einmal ausführen.'
  },
  'grant-request-gone': {
    happened: 'Das Programm, das gefragt hat, wartet nicht mehr.',
    kept: 'Nichts wurde erlaubt.',
    next: 'Lass es noch einmal fragen.'
  },
  'agent-not-for': {
    happened: 'Das laufende Keyquay tut das nicht für ein Terminal ({{call}}).',
    kept: unchanged,
    next: 'Im Fenster erledigen, oder noch einmal mit --no-agent ausführen und das Hauptpasswort eingeben.'
  },
  'agent-not-answering': {
    happened: 'Keyquay läuft und antwortet nicht.',
    kept: unchanged,
    next: 'Beenden und neu starten, oder noch einmal mit --no-agent ausführen und das Hauptpasswort eingeben.'
  },
  'agent-other-version': {
    happened: 'Das laufende Keyquay hat die Version {{theirs}}, dieses kq die Version {{ours}}.',
    kept: 'Nichts wurde gesendet.',
    next: 'Beenden und neu starten, oder noch einmal mit --no-agent ausführen und das Hauptpasswort eingeben.'
  },
  'agent-untrusted': {
    happened: 'Unter {{place}} könnten andere an Keyquays Stelle antworten.',
    kept: 'Nichts wurde gesendet.',
    next: 'Gib dem Ordner dich als Besitzer und den Modus 0700, oder entferne ihn und starte Keyquay neu.'
  },
  'agent-not-started': {
    happened: 'Der Agent, der den Tresor offen hält, konnte nicht gestartet werden.',
    kept: 'Der Tresor ist gesperrt.',
    next: 'Siehe Protokoll, oder kq ohne ihn benutzen: Jeder Befehl fragt dann nach dem Passwort.'
  },
  'input-too-large': {
    happened: 'Das ist mehr, als Keyquay auf einmal annimmt ({{limitBytes}} Byte).',
    kept: unchanged,
    next: 'Es verkleinern oder aufteilen.'
  },
  cancelled: { happened: 'Das wurde abgebrochen.', kept: unchanged, next: 'Es bei Gelegenheit neu beginnen.' },
  internal: {
    happened: 'In Keyquay ist etwas schiefgegangen.',
    kept: 'Zuvor Gespeichertes ist sicher.',
    next: 'Erneut versuchen; bleibt es dabei, die Kennung unten mit dem Protokoll melden.'
  }
}
