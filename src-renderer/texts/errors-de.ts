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
    happened: 'Welcher Tresor benutzt wurde, ist nicht zu erkennen: Die Liste der Tresore, vaults.json, ist beschädigt.',
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
  'manifest-invalid': {
    happened: 'Das Manifest {{file}} ist bei {{path}} falsch: {{expected}}.',
    kept: 'Die anderen Konnektoren arbeiten weiter.',
    next: 'Die Stelle berichtigen und erneut versuchen; kq connector check zeigt jeden Fehler.'
  },
  'connector-not-found': {
    happened: 'Es gibt keinen Konnektor namens {{connector}}.',
    kept: unchanged,
    next: 'kq connector list zeigt die vorhandenen.'
  },
  'connection-not-found': {
    happened: 'Es gibt keine Verbindung namens {{name}}.',
    kept: unchanged,
    next: 'Eine aus der Liste wählen oder sie anlegen.'
  },
  'connection-in-use': {
    happened: 'Zur Verbindung {{name}} gehören noch {{keys}} Schlüssel.',
    kept: unchanged,
    next: 'Diese Schlüssel zuerst verschieben oder löschen, oder die Verbindung behalten.'
  },
  'credential-missing': {
    happened: 'Der Verbindung {{connection}} fehlt dafür: {{credential}}.',
    kept: unchanged,
    next: 'Es in den Einstellungen der Verbindung eingeben.'
  },
  'operation-not-offered': {
    happened: '{{provider}} bietet das nicht über seine Schnittstelle an ({{operation}}).',
    kept: unchanged,
    next: 'Es in der Konsole des Anbieters tun; Keyquay sagt, wo.'
  },
  'url-invalid': {
    happened: 'Diese Adresse kann nicht verwendet werden.',
    kept: unchanged,
    next: 'Eine volle Adresse ohne Benutzernamen und Passwort eingeben, etwa https://api.example.com.'
  },
  'url-not-https': {
    happened: '{{host}} würde unverschlüsselt angesprochen.',
    kept: 'Nichts wurde gesendet.',
    next: 'https verwenden; http gilt nur für diesen Rechner.'
  },
  'url-private': {
    happened: '{{host}} führt zu einer Adresse in einem privaten Netz.',
    kept: 'Nichts wurde gesendet.',
    next: 'Falls gewollt, private Adressen in den Einstellungen der Verbindung erlauben.'
  },
  'url-other-host': {
    happened: 'Die Anfrage wäre an {{host}} gegangen, nicht an den Host dieser Verbindung.',
    kept: 'Nichts wurde gesendet.',
    next: 'Das Manifest oder die Pfade der Verbindung berichtigen.'
  },
  'provider-unreachable': {
    happened: '{{host}} ist nicht erreichbar.',
    kept: 'Im Tresor ist alles wie zuvor.',
    next: 'Netz und Adresse prüfen, dann erneut versuchen.'
  },
  'provider-timeout': {
    happened: '{{host}} hat nicht innerhalb von {{seconds}} Sekunden geantwortet.',
    kept: 'Im Tresor ist alles wie zuvor.',
    next: 'Es in einer Weile erneut versuchen.'
  },
  'provider-tls-failed': {
    happened: 'Dem Zertifikat von {{host}} wird nicht vertraut.',
    kept: 'Nichts wurde gesendet.',
    next: 'Die Adresse prüfen; für einen Server mit eigener Zertifizierungsstelle deren CA-Datei zur Verbindung hinzufügen.'
  },
  'provider-redirected': {
    happened: '{{host}} leitet die Anfrage an eine andere Adresse weiter.',
    kept: 'Ihr wurde nicht gefolgt; kein Zugang ging dorthin.',
    next: 'Die Basisadresse der Verbindung berichtigen.'
  },
  'provider-answer-too-large': {
    happened: 'Die Antwort von {{host}} ist größer als {{limitBytes}} Byte.',
    kept: 'Sie wurde abgebrochen und nicht verwendet.',
    next: 'Die Basisadresse der Verbindung prüfen.'
  },
  'provider-answer-unreadable': {
    happened: 'Die Antwort von {{host}} ist nicht, was das Manifest sagt: {{expected}}.',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Die Basisadresse prüfen; stimmt sie, Pfad oder Feld in den Einstellungen der Verbindung berichtigen.'
  },
  'provider-credential-refused': {
    happened: '{{host}} nimmt den Zugang nicht an.',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Er ist vielleicht abgelaufen oder widerrufen: einen neuen in den Einstellungen der Verbindung eingeben.'
  },
  'provider-forbidden': {
    happened: '{{host}} erlaubt das nicht: „{{message}}”',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Dem Zugang fehlt vielleicht eine Rolle, oder der Tarif umfasst es nicht.'
  },
  'provider-limit-reached': {
    happened: 'Die Grenze bei {{host}} ist erreicht: „{{message}}”',
    kept: 'Kein Schlüssel wurde erstellt.',
    next: 'Einen nicht gebrauchten Schlüssel widerrufen oder den Anbieter um mehr bitten.'
  },
  'provider-rate-limited': {
    happened: '{{host}} bittet um {{retryAfterSeconds}} s Geduld.',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Es danach erneut versuchen.'
  },
  'provider-not-found': {
    happened: '{{host}} kennt diesen Schlüssel oder diese Adresse nicht.',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Mit der Liste des Anbieters vergleichen; er wurde dort vielleicht gelöscht.'
  },
  'provider-conflict': {
    happened: 'Der Schlüssel wurde bei {{host}} inzwischen geändert.',
    kept: 'Nichts wurde überschrieben.',
    next: 'Den jetzigen Stand ansehen und die Änderung wiederholen.'
  },
  'provider-rejected': {
    happened: '{{host}} hat die Anfrage abgelehnt ({{status}}): „{{message}}”',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Das Genannte berichtigen und erneut versuchen.'
  },
  'provider-failed': {
    happened: '{{host}} hat selbst eine Störung ({{status}}).',
    kept: 'Der Tresor ist wie zuvor.',
    next: 'Es in einer Weile erneut versuchen.'
  },
  'provider-outcome-unknown': {
    happened: 'Es ist nicht bekannt, ob der Anbieter das für {{name}} ausgeführt hat.',
    kept: 'Es ist als unerledigt vermerkt, und nichts wird von selbst ein zweites Mal gesendet.',
    next: 'Unter „Unerledigt“ beim Anbieter nachsehen lassen und es abschließen.'
  },
  'scope-unknown': {
    happened: 'Der Anbieter kennt die Berechtigung {{scope}} nicht.',
    kept: unchanged,
    next: 'Eine aus seiner Liste wählen.'
  },
  'ip-range-invalid': {
    happened: '{{range}} ist keine IP-Adresse und kein Bereich.',
    kept: unchanged,
    next: 'Es wie 203.0.113.0/24 oder 2001:db8::/32 schreiben.'
  },
  'key-format-mismatch': {
    happened: 'Das sieht nicht wie ein Schlüssel von {{provider}} aus ({{expected}}).',
    kept: 'Er wurde nicht gespeichert.',
    next: 'Den ganzen Wert noch einmal kopieren oder ihn trotzdem speichern.'
  },
  'key-not-connected': {
    happened: 'Der Schlüssel {{name}} ist mit keinem Schlüssel bei einem Anbieter verbunden.',
    kept: unchanged,
    next: 'Ihn zuerst aus der Liste der Verbindung übernehmen.'
  },
  'rotation-running': {
    happened: '{{name}} wird gerade rotiert.',
    kept: unchanged,
    next: 'Das zuerst abschließen oder abbrechen.'
  },
  'vault-restored': {
    happened:
      'Der Tresor wurde aus einer Sicherung wiederhergestellt; beim Anbieter kann es inzwischen anders aussehen.',
    kept: 'Von selbst geschieht nichts.',
    next: 'Mit der Liste des Anbieters vergleichen, dann fortfahren oder abbrechen.'
  },
  'rotation-not-found': {
    happened: 'Diese Rotation ist vorbei.',
    kept: unchanged,
    next: 'Beim Schlüssel nachsehen, wie er jetzt steht.'
  },
  'view-not-found': {
    happened: 'Diese gespeicherte Ansicht gibt es nicht mehr.',
    kept: 'Alle anderen Ansichten sind, wie sie waren.',
    next: 'Sie als neue speichern.'
  },
  'rotation-step-refused': {
    happened: 'Die Rotation kann das jetzt nicht; sie steht bei {{step}}.',
    kept: unchanged,
    next: 'Dem angezeigten Schritt folgen.'
  },
  'unfinished-not-found': {
    happened: 'Das ist bereits erledigt.',
    kept: unchanged,
    next: 'Beim Schlüssel nachsehen, wie er jetzt steht.'
  },
  'env-file-missing': {
    happened: 'Die Datei {{file}} gibt es nicht.',
    kept: unchanged,
    next: 'Eine andere wählen oder sie von Keyquay anlegen lassen.'
  },
  'env-file-symlink': {
    happened: '{{file}} ist ein Verweis auf {{target}}.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Es erlauben, wenn diese Datei gemeint ist, oder die Datei selbst wählen.'
  },
  'env-file-outside': {
    happened: '{{file}} liegt außerhalb von {{folder}}.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Eine Datei im Ordner des Projekts wählen.'
  },
  'env-file-hard-linked': {
    happened: '{{file}} hat noch einen anderen Namen auf dieser Platte.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Sie zu einer eigenen Datei machen, dann erneut versuchen.'
  },
  'env-file-not-regular': {
    happened: '{{file}} ist keine gewöhnliche Datei.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Eine andere Datei wählen.'
  },
  'env-file-foreign': {
    happened: '{{file}} gehört einem anderen Benutzer.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Eine eigene Datei wählen.'
  },
  'env-file-changed': {
    happened: '{{file}} wurde inzwischen von einem anderen Programm geändert.',
    kept: 'Nichts wurde überschrieben.',
    next: 'Die Änderung ansehen und noch einmal schreiben.'
  },
  'env-file-unreadable': {
    happened: '{{file}} lässt sich wegen Zeile {{line}} nicht sicher bearbeiten.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Diese Zeile von Hand berichtigen, dann erneut versuchen.'
  },
  'env-file-unwritable': {
    happened: '{{file}} lässt sich nicht schreiben.',
    kept: 'Sie ist, wie sie war.',
    next: 'Die Zugriffsrechte der Datei und ihres Ordners prüfen.'
  },
  'env-name-invalid': {
    happened: '{{name}} ist kein Name, den Env-Dateien annehmen.',
    kept: 'Nichts wurde geschrieben.',
    next: 'Buchstaben, Ziffern und _ verwenden, nicht mit einer Ziffer beginnen.'
  },
  'env-name-twice': {
    happened:
      '„{{one}}“ und „{{other}}“ kämen beide als {{name}} in die Datei, die nur einen davon unter diesem Namen haben kann.',
    kept: 'Es wurde nichts geschrieben.',
    next: 'Einem davon in der Datei einen anderen Namen geben.'
  },
  'binding-not-found': {
    happened: 'Diese Bindung gibt es nicht mehr.',
    kept: unchanged,
    next: 'Die Env-Dateien des Schlüssels ansehen, wie sie jetzt sind.'
  },
  'undo-not-possible': {
    happened: '{{file}} wurde seither geändert; das Schreiben lässt sich nicht zurücknehmen.',
    kept: 'Die Datei bleibt, wie sie ist; die früheren Bytes bleiben im Tresor.',
    next: 'Vergleichen und von Hand bearbeiten.'
  },
  'project-not-found': {
    happened: 'Es gibt kein Projekt namens {{name}}.',
    kept: unchanged,
    next: 'Eines aus der Liste wählen oder seinen Ordner hinzufügen.'
  },
  'preview-forgotten': {
    happened: 'Diese Vorschau wird nicht mehr bereitgehalten.',
    kept: 'Es wurde nichts geschrieben.',
    next: 'Die Änderung noch einmal ansehen und dann schreiben.'
  },
  'undo-not-found': {
    happened: 'Dieses Schreiben lässt sich nicht mehr rückgängig machen; nur die neuesten werden aufgehoben.',
    kept: unchanged,
    next: 'Die Datei von Hand bearbeiten.'
  },
  'repository-missing': {
    happened: '{{folder}} liegt in keinem Git-Repository, oder Git ist nicht installiert.',
    kept: unchanged,
    next: 'Einen Ordner eines Repositorys wählen oder den Ordner selbst durchsehen.'
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
  'env-name-dangerous': {
    happened:
      '{{name}} entscheidet, welchen Code Programme laden oder wem sie trauen, und wird nicht aus Tresor oder Env-Datei gesetzt.',
    kept: 'Es wurde nichts gestartet.',
    next: 'Den Namen herausnehmen oder ihn in der Shell vor dem Befehl setzen.'
  },
  'env-name-unattended': {
    happened:
      '{{name}} entscheidet, welchen Code Programme laden oder wem sie trauen; Keyquay schreibt es nicht von selbst.',
    kept: 'Die Datei ist, wie sie war, und der alte Wert gilt noch.',
    next: 'Die Rotation selbst fortsetzen oder die Bindung lösen.'
  },
  'reference-malformed': {
    happened: '{{name}} beginnt mit keyquay:// und benennt keinen Schlüssel.',
    kept: 'Es wurde nichts gestartet.',
    next: 'keyquay://key/ID oder keyquay://ANBIETER/NAME schreiben.'
  },
  'reference-unknown': {
    happened: '{{name}} verweist auf {{reference}}, und einen solchen Schlüssel gibt es nicht.',
    kept: 'Es wurde nichts gestartet.',
    next: 'Den Verweis berichtigen oder den Schlüssel hinzufügen.'
  },
  'command-not-found': {
    happened: 'Ein Programm namens {{command}} gibt es nicht.',
    kept: 'Es wurde nichts gestartet.',
    next: 'Schreibweise und Suchpfad prüfen.'
  },
  'command-not-executable': {
    happened: '{{command}} lässt sich nicht ausführen.',
    kept: 'Es wurde nichts gestartet.',
    next: 'Prüfen, ob es ein Programm ist und ausgeführt werden darf.'
  },
  'run-name-ambiguous': {
    happened: '{{name}} ist in {{one}} an einen Schlüssel gebunden und in {{other}} an einen anderen.',
    kept: 'Es wurde nichts gestartet.',
    next: 'Angeben, welche Datei gilt.'
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
