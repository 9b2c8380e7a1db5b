import type { ErrorText } from '@contract/error-text'
import type { envErrorTexts } from '@contract/error-texts/env'
import { unchanged } from './errors-unchanged-de'

export const envErrorsDe: Readonly<Record<keyof typeof envErrorTexts, ErrorText>> = {
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
  }
}
