import type { ErrorCode } from '@contract/errors'
import type { ErrorText } from '@contract/error-texts'

const unchanged = 'Es wurde nichts geändert.'

export const germanErrorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  'vault-absent': {
    happened: 'In {{folder}} liegt kein Tresor.',
    kept: unchanged,
    next: 'Einen anlegen oder den Ordner wählen, in dem er liegt.'
  },
  'vault-exists': {
    happened: 'In {{folder}} liegt bereits ein Tresor.',
    kept: 'Er wurde nicht angerührt.',
    next: 'Ihn entsperren oder für einen neuen einen anderen Ordner wählen.'
  },
  'vault-locked': {
    happened: 'Der Tresor ist gesperrt.',
    kept: unchanged,
    next: 'Ihn entsperren und es erneut versuchen.'
  },
  'vault-busy': {
    happened: 'Ein anderes Keyquay arbeitet mit diesem Tresor.',
    kept: unchanged,
    next: 'Das andere Fenster schließen oder auf das Ende des Befehls warten, dann erneut versuchen.'
  },
  'vault-damaged': {
    happened: 'Die Tresordatei {{file}} ist beschädigt.',
    kept: 'Sie blieb genau, wie sie ist.',
    next: 'Die letzte Sicherung wiederherstellen und die beschädigte Datei behalten, bis das gelungen ist.'
  },
  'vault-database-empty': {
    happened: 'Die Datenbank {{file}} ist leer, obwohl der Tresor in Gebrauch war.',
    kept: 'Beide Dateien blieben genau, wie sie sind.',
    next: 'Die letzte Sicherung wiederherstellen oder die Datei aus der eigenen zurückholen.'
  },
  'vault-database-missing': {
    happened: 'Die Datenbank {{file}} fehlt.',
    kept: 'Die Kopfdatei daneben blieb, wie sie ist.',
    next: 'Die Datei zurückholen oder die letzte Sicherung wiederherstellen.'
  },
  'vault-header-missing': {
    happened: 'Die Kopfdatei {{file}} fehlt; ohne sie lässt sich die Datenbank nicht öffnen.',
    kept: 'Die Datenbank blieb genau, wie sie ist.',
    next: 'Die Datei zurückholen oder die letzte Sicherung wiederherstellen.'
  },
  'vault-newer': {
    happened: 'Diesen Tresor hat ein neueres Keyquay geschrieben (Format {{found}}; dieses kennt {{known}}).',
    kept: 'Er wurde nicht angerührt.',
    next: 'Keyquay aktualisieren und ihn erneut öffnen.'
  },
  'vault-read-only': {
    happened: 'In den Ordner {{folder}} kann nicht geschrieben werden; der Tresor ist nur zum Lesen offen.',
    kept: unchanged,
    next: 'Den Ordner beschreibbar machen, sperren und wieder entsperren.'
  },
  'vault-folder-unusable': {
    happened: 'Der Ordner {{folder}} taugt nicht für einen Tresor.',
    kept: 'Dort wurde nichts geschrieben.',
    next: 'Einen eigenen, beschreibbaren Ordner wählen.'
  },
  'wrong-password': {
    happened: 'Das Passwort ist falsch, oder die Kopfdatei ist beschädigt.',
    kept: unchanged,
    next: 'Erneut versuchen; auf Tastaturbelegung und Feststelltaste achten.'
  },
  'too-many-attempts': {
    happened: 'Zu viele falsche Passwörter hintereinander.',
    kept: unchanged,
    next: '{{retryAfterSeconds}} s warten und erneut versuchen.'
  },
  'kdf-too-weak': {
    happened:
      'Die Kopfdatei verlangt weniger Schlüsselstreckung, als Keyquay annimmt; jemand kann sie verändert haben.',
    kept: 'Es wurde nichts geöffnet oder geändert.',
    next: 'Die Kopfdatei aus einer vertrauenswürdigen Sicherung wiederherstellen.'
  },
  'kdf-too-strong': {
    happened: 'Die Kopfdatei verlangt mehr Speicher oder Zeit, als Keyquay erlaubt; sie kann beschädigt sein.',
    kept: 'Es wurde nichts geöffnet oder geändert.',
    next: 'Die Kopfdatei aus einer vertrauenswürdigen Sicherung wiederherstellen.'
  },
  'password-needed-again': {
    happened: 'Dafür wird das Passwort noch einmal gebraucht.',
    kept: 'Es wurde nichts gezeigt oder geändert.',
    next: 'Das Passwort eingeben, um fortzufahren.'
  },
  'recovery-code-malformed': {
    happened: 'Das ist kein Wiederherstellungscode, oder ein Zeichen ist vertippt.',
    kept: unchanged,
    next: 'Ihn Gruppe für Gruppe mit dem Ausdruck vergleichen.'
  },
  'no-such-slot': {
    happened: 'So lässt sich dieser Tresor nicht entsperren.',
    kept: unchanged,
    next: 'Das Passwort verwenden.'
  },
  'device-unlock-unavailable': {
    happened: 'Dieser Rechner bietet keinen sicheren Ort für einen Geräteschlüssel ({{backend}}).',
    kept: 'Es wurde nichts geschrieben.',
    next: 'Das Passwort verwenden oder zuerst den Schlüsselbund des Systems einrichten.'
  },
  'device-unlock-failed': {
    happened: 'Der Schlüssel auf diesem Gerät öffnet den Tresor nicht mehr.',
    kept: 'Der Tresor wurde nicht angerührt.',
    next: 'Das Passwort verwenden und das Entsperren über das Gerät neu einschalten.'
  },
  'disk-full': {
    happened: 'Der Datenträger ist voll.',
    kept: 'Zuvor Gespeichertes ist sicher; diese Änderung wurde nicht gespeichert.',
    next: 'Platz schaffen und erneut versuchen.'
  },
  'disk-failed': {
    happened: 'Der Datenträger meldet einen Fehler.',
    kept: 'Zuvor Gespeichertes ist sicher; diese Änderung wurde nicht gespeichert.',
    next: 'Den Datenträger prüfen, anderswo sichern und erneut versuchen.'
  },
  'file-unreadable': {
    happened: 'Die Datei {{file}} lässt sich nicht lesen.',
    kept: unchanged,
    next: 'Prüfen, ob es sie gibt und ob sie gelesen werden darf.'
  },
  'file-exists': {
    happened: 'Die Datei {{file}} gibt es schon.',
    kept: 'Sie wurde nicht überschrieben.',
    next: 'Einen anderen Namen wählen.'
  },
  'key-not-found': {
    happened: 'In diesem Tresor gibt es keinen Schlüssel „{{name}}“.',
    kept: unchanged,
    next: 'In der Liste nachsehen; er kann im Papierkorb liegen.'
  },
  'key-ambiguous': {
    happened: '{{count}} Schlüssel heißen „{{name}}“.',
    kept: unchanged,
    next: 'Den Schlüssel mit seiner Kennung nennen.'
  },
  'secret-not-kept': {
    happened: 'Das Geheimnis von „{{name}}“ liegt nicht im Tresor, nur Vorschau und Fingerabdruck.',
    kept: unchanged,
    next: 'Beim Anbieter einen neuen Schlüssel anlegen, falls der Wert verloren ist.'
  },
  'format-needs-env-name': {
    happened: '„{{name}}“ hat keinen Variablennamen, den dieses Format braucht.',
    kept: 'Die Zwischenablage blieb, wie sie ist.',
    next: 'Dem Schlüssel einen Variablennamen geben oder nur den Wert kopieren.'
  },
  'secret-not-for-env': {
    happened: 'Das Geheimnis von „{{name}}“ enthält Zeichen, die .env-Leser verschieden verstehen.',
    kept: 'Es wurde nichts geschrieben oder kopiert.',
    next: 'Es als export, als JSON oder nur den Wert kopieren.'
  },
  'link-refused': {
    happened: 'Diese Adresse steht nicht auf der Liste der Seiten, die Keyquay öffnet.',
    kept: 'Es wurde nichts geöffnet.',
    next: 'Die Adresse kopieren und selbst öffnen, wenn sie vertrauenswürdig ist.'
  },
  'backup-damaged': {
    happened: 'Die Sicherung {{file}} ist beschädigt oder unvollständig.',
    kept: 'Der Tresor in Gebrauch wurde nicht angerührt.',
    next: 'Eine andere Sicherung verwenden.'
  },
  'backup-of-another-vault': {
    happened: 'Die Sicherung {{file}} gehört zu einem anderen Tresor.',
    kept: 'Der Tresor in Gebrauch wurde nicht angerührt.',
    next: 'Eine Sicherung dieses Tresors wählen oder sie in einen eigenen Ordner wiederherstellen.'
  },
  'import-unreadable': {
    happened: 'Die Datei {{file}} war nicht zu verstehen.',
    kept: 'Es wurde nichts eingelesen.',
    next: 'Prüfen, ob das gewählte Format das der Datei ist.'
  },
  'import-forgotten': {
    happened: 'Was zum Einlesen vorbereitet war, ist vergessen.',
    kept: 'Es wurde nichts eingelesen.',
    next: 'Die Datei erneut wählen.'
  },
  'import-encrypted': {
    happened: 'Die Datei {{file}} ist verschlüsselt; nur das Programm, das sie schrieb, kann sie lesen.',
    kept: 'Es wurde nichts eingelesen.',
    next: 'Dort unverschlüsselt ausgeben, das einlesen und danach entfernen.'
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
