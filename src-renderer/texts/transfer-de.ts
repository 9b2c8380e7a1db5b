import type { Catalogue } from './catalogue'
import type { importEn, dataEn } from './transfer-en'

export const importDe: Catalogue<typeof importEn> = {
  open: 'Einlesen…',
  title: 'Schlüssel einlesen',
  from: 'Einlesen aus {{file}}',
  fromOf: 'Einlesen aus {{file}}, {{at}} von {{count}}',
  skip: 'Diese Datei auslassen',
  lead: 'Keyquay liest die Datei auf diesem Rechner und zeigt, was sie enthält. Nichts kommt in den Tresor, bevor die Schlüssel gewählt sind.',
  format: 'Format',
  anyFormat: 'Aus der Datei erkannt',
  formatHelp: 'Nur wählen, wenn eine Datei nicht erkannt wird.',
  formats: {
    env: '.env',
    csv: 'CSV',
    keyquay: 'Keyquay JSON',
    'bitwarden-json': 'Bitwarden JSON',
    'onepassword-1pux': '1Password 1PUX',
    'keepass-kdbx': 'KeePass KDBX',
    'aws-credentials': 'AWS-Zugangsdaten',
    npmrc: '.npmrc',
    netrc: '.netrc'
  },
  filePassword: 'Passwort der Datei',
  filePasswordHelp: 'Das, unter dem sie gespeichert wurde, nicht das des Tresors.',
  asked: 'Diese Datei hat ein eigenes Passwort. Es eingeben und die Datei noch einmal wählen.',
  wrong: 'Dieses Passwort öffnet die Datei nicht. Es noch einmal eingeben und die Datei erneut wählen.',
  reading: 'Auf die Datei warten, dann lesen…',
  choose: 'Datei wählen…',
  chooseAgain: 'Datei erneut wählen…',
  entries_one: '{{count}} Eintrag',
  entries_other: '{{count}} Einträge',
  masked: 'Geheimnisse bleiben verborgen',
  nothing: 'Diese Datei enthält nichts, was ein Schlüssel sein könnte.',
  grid: 'Einträge der Datei',
  verdicts: {
    new: 'Neu',
    changed: 'Geändert',
    conflicting: 'Widersprüchlich',
    same: 'Gleich',
    ignored: 'Übergangen'
  },
  meanings: {
    new: 'Noch nicht im Tresor',
    changed: 'Ein Schlüssel dieses Namens hat ein anderes Geheimnis',
    conflicting: 'Mehrere Schlüssel kommen infrage, oder die Datei sagt zweierlei über einen',
    same: 'Schon im Tresor, mit demselben Geheimnis',
    ignored: 'Bleibt weg, wenn nicht gewählt'
  },
  reasons: {
    empty: 'Leer',
    'too-long': 'Zu lang für ein Geheimnis',
    'not-text': 'Kein Text',
    'not-a-secret': 'Sieht nicht nach einem Geheimnis aus',
    duplicate: 'Steht zweimal in der Datei'
  },
  replaces: 'Ersetzt hier das Geheimnis von {{name}}',
  addsAnother: 'Fügt einen weiteren Schlüssel hinzu',
  sameAs: 'Gleich wie {{name}}',
  takeOne: '{{name}} einlesen',
  takeAll: 'Alle unter {{verdict}} einlesen',
  take_zero: 'Schlüssel einlesen',
  take_one: '{{count}} Schlüssel einlesen',
  take_other: '{{count}} Schlüssel einlesen',
  taking: 'Die Schlüssel werden hinzugefügt…',
  added_one: '{{count}} Schlüssel hinzugefügt',
  added_other: '{{count}} Schlüssel hinzugefügt',
  addedAndReplaced: '{{count}} hinzugefügt, {{replaced}} ersetzt'
}

export const dataDe: Catalogue<typeof dataEn> = {
  title: 'Daten',
  import: 'Einlesen',
  importHelp: 'Aus .env-Dateien und anderen Passwortverwaltungen, mit einem Blick, bevor etwas übernommen wird.',
  backups: 'Sicherungen',
  backupsHelp: 'Verschlüsselte Kopien, zum Aufheben und zum Umziehen auf einen anderen Rechner.',
  openBackups: 'Sicherungen öffnen',
  vaults: 'Ein anderer Tresor',
  vaultsHelp:
    'In einem anderen Ordner, auf einem Stick oder einer Freigabe. Dieser wird gesperrt, bleibt, wo er ist, und lässt sich wieder wählen.',
  openVaults: 'Andere Tresore…',
  export: 'Unverschlüsselt ausgeben',
  exportHelp: 'Für ein anderes Programm. Zum Aufheben eine Sicherung machen: Sie bleibt verschlüsselt.',
  exportOpen: 'Unverschlüsselt ausgeben…',
  exportWarning:
    'Die Datei enthält jedes Geheimnis im Klartext. Jedes Programm und jeder, der an sie kommt, kann sie lesen und benutzen.',
  format: 'Format',
  understood: 'Jedes Geheimnis im Klartext schreiben',
  exportFile: 'Ausgeben…',
  exporting: 'Die Datei wird geschrieben…',
  exported_one: '{{count}} Schlüssel steht im Klartext in',
  exported_other: '{{count}} Schlüssel stehen im Klartext in',
  removeFile: 'Die Datei entfernen, sobald sie ausgedient hat.'
}
