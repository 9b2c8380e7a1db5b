import type { Catalogue } from './catalogue'
import type { providerEn } from './provider-en'
import { createDe, scopesDe, guidedDe, valueDe } from './provider-create-de'
import { rotationDe } from './rotation-de'

export const providerDe: Catalogue<typeof providerEn> = {
  addKey: 'Schlüssel hinzufügen',
  open: 'Beim Anbieter erstellen…',
  notOffered: 'Von {{provider}} nicht angeboten',
  openConsole: '{{provider}} öffnen',
  consoleClosed: 'Die Seite von {{provider}} ließ sich nicht öffnen. Ihre Adresse steht im Konnektor.',
  gone: 'Den Konnektor dieses Schlüssels gibt es nicht mehr; beim Anbieter lässt sich nichts mehr tun.',
  back: 'Zurück',
  next: 'Weiter',
  retry: 'Erneut laden',
  create: createDe,
  scopes: scopesDe,
  guided: guidedDe,
  value: valueDe,
  details: {
    heading: 'Bei {{provider}}',
    connection: 'Verbindung',
    remoteId: 'Kennung dort',
    origin: 'Herkunft',
    origins: { created: 'Hier erstellt', adopted: 'Übernommen', guided: 'Von Hand erstellt' },
    seen: 'Dort gesehen',
    missing: 'Fehlt in der letzten Liste des Anbieters',
    policy: 'Wechsel',
    policies: {
      byHand: 'Von Hand',
      remind_one: 'Erinnerung jeden Tag',
      remind_other: 'Erinnerung alle {{count}} Tage',
      everyDays_one: 'Von selbst jeden Tag',
      everyDays_other: 'Von selbst alle {{count}} Tage',
      beforeExpiry_one: 'Von selbst {{count}} Tag vor Ablauf',
      beforeExpiry_other: 'Von selbst {{count}} Tage vor Ablauf'
    },
    unknownValue: 'Sein Wert ist hier nicht bekannt. Das Geheimnis ersetzen, um ihn einzugeben, oder wechseln.',
    forgets: 'Sein Wert wird einmal gezeigt und nicht behalten.',
    actions: 'Aktionen beim Anbieter',
    rotate: 'Wechseln',
    edit: 'Beim Anbieter ändern…',
    renew: 'Verlängern…',
    disable: 'Sperren',
    enable: 'Freigeben',
    verify: 'Wert prüfen',
    sync: 'Abgleichen',
    setPolicy: 'Regel für den Wechsel…',
    revoke: 'Schlüssel widerrufen…',
    untie: 'Vom Anbieter lösen…',
    works: '{{provider}} nimmt diesen Wert an.',
    worksNot: '{{provider}} lehnt diesen Wert ab.',
    cannotTell: '{{provider}} bietet keine Prüfung an.',
    verifying: '{{provider}} wird gefragt…',
    synced: 'Auf dem Stand von {{provider}}',
    disabled: '{{name}} ist gesperrt',
    enabled: '{{name}} ist freigegeben',
    untied: '{{name}} wird nicht mehr verfolgt',
    untieTitle: '{{name}} von {{provider}} lösen?',
    untieText:
      'Der Schlüssel bleibt mit seinem Wert im Tresor und gilt beim Anbieter weiter. Keyquay verfolgt, wechselt und widerruft ihn nicht mehr.',
    untieAction: 'Schlüssel lösen',
    disableTitle: '{{name}} sperren?',
    disableText: 'Was ihn benutzt, funktioniert nicht mehr, bis er wieder freigegeben ist.',
    disableAction: 'Schlüssel sperren',
    rotating: 'Ein Wechsel läuft',
    rotatingGrace: 'Beide Werte gelten noch {{left}}',
    rotatingFailed: 'Ein Wechsel steht still',
    openRotation: 'Wechsel zeigen'
  },
  edit: {
    title: '{{name}} ändern',
    note: 'Wird bei {{provider}} geändert, dann im Tresor.',
    noteByHand: 'Bei {{provider}} wird von Hand geändert; der Tresor folgt.',
    fixed: 'Bei diesem Anbieter nach dem Erstellen nicht mehr änderbar: {{fields}}.',
    fields: {
      name: 'Name',
      description: 'Beschreibung',
      scopes: 'Berechtigungen',
      roles: 'Rollen',
      ipRanges: 'IP-Bereiche'
    },
    review: 'Änderungen prüfen',
    changes: 'Was sich ändert',
    added: 'Hinzu',
    removed: 'Entfernt',
    empty: 'Leer',
    save: 'Bei {{provider}} speichern',
    saved: '{{name}} ist bei {{provider}} geändert',
    working: '{{provider}} ändert den Schlüssel…'
  },
  renew: {
    title: '{{name}} verlängern',
    text: 'Der Wert bleibt gleich; nur sein Ende verschiebt sich.',
    now: 'Läuft jetzt ab: {{when}}',
    action: 'Schlüssel verlängern',
    done: '{{name}} ist verlängert',
    working: '{{provider}} verlängert den Schlüssel…'
  },
  policy: {
    title: 'Wechsel von {{name}}',
    byHand: 'Von Hand',
    byHandHelp: 'Nichts geschieht, bis jemand ihn beginnt.',
    remind: 'Erinnern',
    remindHelp: 'Eine Erinnerung, so viele Tage nach dem letzten Wechsel.',
    automatic: 'Von selbst',
    automaticHelp:
      'Solange der Tresor offen ist. Wo der Anbieter Schlüssel verlängert, wird ein ablaufender stattdessen verlängert.',
    automaticByHand: 'Hier nicht möglich: Dieser Schlüssel wird von Hand gewechselt.',
    when: 'Wann',
    byAge: 'Alle so viele Tage',
    byExpiry: 'Vor dem Ablauf',
    days: 'Tage',
    daysRule: 'Eine ganze Zahl von Tagen, mindestens 1.',
    revokeAtEnd: 'Den alten Wert am Ende der Schonfrist von selbst widerrufen',
    save: 'Regel speichern',
    saved: 'Regel für den Wechsel gespeichert'
  },
  rotation: rotationDe,
  revoke: {
    title: '{{name}} widerrufen',
    says: '{{provider}} sagt',
    general: 'Was diesen Schlüssel benutzt, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
    lastUsed: 'Zuletzt benutzt',
    envName: 'Env-Name',
    environment: 'Umgebung',
    bound: 'Geschrieben in',
    typeName: 'Zur Bestätigung {{name}} eingeben',
    typeWhy: 'Dieser Schlüssel ist als produktiv gekennzeichnet.',
    action: 'Schlüssel widerrufen',
    working: '{{provider}} widerruft den Schlüssel…',
    done: '{{name}} ist widerrufen',
    running: 'Ein Wechsel dieses Schlüssels läuft. Zuerst muss er beendet oder abgebrochen werden.'
  },
  bin: {
    title_one: '{{name}} in den Papierkorb legen?',
    title_other: '{{count}} Schlüssel in den Papierkorb legen?',
    alive_one: '{{names}} gilt beim Anbieter weiter: Wer den Wert hat, kann ihn weiter benutzen.',
    alive_other: '{{names}} gelten bei ihren Anbietern weiter: Wer die Werte hat, kann sie weiter benutzen.',
    move: 'In den Papierkorb',
    revokeFirst: 'Zuerst widerrufen…'
  },
  unfinished: {
    title: 'Offene Anfragen',
    banner_one: 'Noch weiß niemand, wie eine Anfrage an {{connection}} ausging.',
    banner_other: 'Noch weiß niemand, wie {{count}} Anfragen an Anbieter ausgingen.',
    show: 'Klären',
    lead: 'Die Verbindung brach ab, bevor der Anbieter antwortete. Nichts wurde zweimal gesendet.',
    none: 'Nichts ist offen',
    noneText: 'Anfragen mit unbekanntem Ausgang stehen hier, bis sie geklärt sind.',
    create: '„{{label}}“ bei {{connection}} erstellen',
    rotate: '„{{label}}“ bei {{connection}} wechseln',
    findings: {
      unknown: 'Die Antwort kam nie an. Der Schlüssel kann entstanden sein.',
      secretLost: 'Der Schlüssel steht beim Anbieter, aber sein Wert kam nie an und lässt sich nicht holen.',
      secretLostInPlace: 'Der alte Wert gilt nicht mehr, und der neue kam nie an.',
      notThere: 'Der Anbieter hat keinen Schlüssel dieses Namens: Nichts ist entstanden.',
      notThereRotate: 'Nichts ist entstanden; der alte Wert gilt noch.',
      cannotTell:
        'Der Anbieter hat keine Liste, oder mehrere Schlüssel kämen in Frage. Bitte in seiner Konsole nachsehen.'
    },
    look: 'Beim Anbieter nachsehen',
    lookAgain: 'Noch einmal nachsehen',
    looking: 'Bei {{connection}} wird nachgesehen…',
    choices: {
      revoke: 'Widerrufen',
      'revoke-and-create': 'Widerrufen und neu erstellen',
      create: 'Jetzt erstellen',
      forget: 'Vergessen'
    },
    means: {
      look: 'Die Schlüssel des Kontos werden gelistet und mit der Anfrage verglichen. Dort wird nichts geändert.',
      revoke: 'Der Schlüssel, dessen Wert verloren ging, wird widerrufen. Nichts Neues entsteht.',
      'revoke-and-create':
        'Der Schlüssel, dessen Wert verloren ging, wird widerrufen und einer mit denselben Angaben erstellt.',
      create: 'Dieselbe Anfrage wird noch einmal gesendet.',
      forget:
        'Die Notiz verschwindet. Hat der Anbieter einen Schlüssel erstellt, bleibt er dort, und niemand hat seinen Wert.'
    },
    settling: 'Warten auf {{connection}}…',
    settled: 'Geklärt'
  }
}
