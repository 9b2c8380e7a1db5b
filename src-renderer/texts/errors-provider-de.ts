import type { ErrorText } from '@contract/error-text'
import type { providerErrorTexts } from '@contract/error-texts/provider'
import { unchanged } from './errors-unchanged-de'

export const providerErrorsDe: Readonly<Record<keyof typeof providerErrorTexts, ErrorText>> = {
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
  }
}
