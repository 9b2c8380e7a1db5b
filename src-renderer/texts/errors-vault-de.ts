import type { ErrorText } from '@contract/error-text'
import type { vaultErrorTexts } from '@contract/error-texts/vault'
import { unchanged } from './errors-unchanged-de'

export const vaultErrorsDe: Readonly<Record<keyof typeof vaultErrorTexts, ErrorText>> = {
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
    kept: 'Sie blieb genau, wie sie ist, und ebenso die anderen Dateien des Tresors.',
    next: 'Die letzte Sicherung wiederherstellen und die beschädigte Datei behalten, bis das gelungen ist.'
  },
  'vault-database-empty': {
    happened: 'Die Datenbank {{file}} mit den Schlüsseln ist leer, obwohl der Tresor in Gebrauch war.',
    kept: 'Die leere Datenbank und vault.json, womit das Passwort sie öffnet, blieben genau, wie sie sind.',
    next: 'Die letzte Sicherung wiederherstellen oder die Datenbank aus einer eigenen Kopie zurückholen.'
  },
  'vault-database-missing': {
    happened: 'Die Datenbank {{file}} mit den Schlüsseln fehlt.',
    kept: 'vault.json, womit das Passwort sie öffnet, blieb genau, wie sie ist.',
    next: 'Die letzte Sicherung wiederherstellen oder die Datenbank aus einer eigenen Kopie zurückholen.'
  },
  'vault-header-missing': {
    happened: 'Die Datei {{file}} fehlt, womit das Passwort die Datenbank des Tresors öffnet.',
    kept: 'Die Datenbank mit den Schlüsseln blieb genau, wie sie ist.',
    next: 'Die letzte Sicherung wiederherstellen oder die Datei aus einer eigenen Kopie zurückholen.'
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
  'vault-folder-missing': {
    happened: 'Der Ordner {{folder}} des Tresors ist nicht da.',
    kept: 'An seiner Stelle wurde nichts angelegt.',
    next: 'Das Laufwerk oder die Freigabe verbinden und erneut versuchen, oder einen anderen Tresor öffnen.'
  },
  'vault-folder-silent': {
    happened: 'Das Laufwerk oder die Freigabe mit {{folder}} antwortet nicht.',
    kept: 'Nichts wurde geöffnet, und an seiner Stelle wurde nichts angelegt.',
    next: 'Neu verbinden und erneut versuchen, oder einen anderen Tresor öffnen.'
  },
  'vault-folder-changed': {
    happened: 'In {{folder}} liegt jetzt ein anderer Tresor als der gezeigte.',
    kept: 'Er wurde nicht geöffnet; es bleibt beim bisherigen Tresor.',
    next: 'Den Ordner erneut ansehen.'
  },
  'vault-choice-damaged': {
    happened:
      'Welcher Tresor benutzt wurde, ist nicht zu erkennen: Die Liste der Tresore, vaults.json, ist beschädigt.',
    kept: 'Kein Tresor wurde geöffnet oder verändert.',
    next: 'Den Tresor über seinen Ordner erneut öffnen, oder den eigenen von Keyquay; die Liste wird aufgehoben.'
  },
  'vault-choice-unwritable': {
    happened: 'Die Liste der Tresore {{file}} lässt sich nicht schreiben.',
    kept: 'Keyquay bleibt bei seinem jetzigen Tresor.',
    next: 'Die Rechte der Datei und ihres Ordners prüfen, dann erneut versuchen.'
  },
  'vault-held-by-window': {
    happened: 'Das Keyquay-Fenster hat den jetzigen Tresor.',
    kept: unchanged,
    next: 'Den anderen Tresor im Fenster wählen, oder es beenden und dies erneut ausführen.'
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
  'recovery-code-gone': {
    happened: 'Der Wiederherstellungscode wird nicht mehr angezeigt.',
    kept: 'Keine Datei wurde geschrieben.',
    next: 'Einen neuen Code erstellen und sein Blatt speichern, solange er zu sehen ist.'
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
  'command-name-taken': {
    happened: '{{file}} ist schon da und gehört nicht zu Keyquay.',
    kept: 'Die Datei blieb, wie sie ist.',
    next: 'Verschiebe sie und versuche es erneut.'
  },
  'command-not-placed': {
    happened: 'Der Befehl unter {{file}} ließ sich nicht ändern.',
    kept: 'Sonst wurde nichts geändert.',
    next: 'Prüfe, ob du in den Ordner schreiben darfst und ob auf dem Datenträger Platz ist.'
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
  }
}
