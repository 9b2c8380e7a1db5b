import type { Catalogue } from './catalogue'
import type { rotationEn } from './rotation-en'

export const rotationDe: Catalogue<typeof rotationEn> = {
  startTitle: '{{name}} wechseln',
  title: 'Wechsel von {{name}}',
  how: 'Wie gewechselt wird',
  modes: {
    grace: 'Nachfolger mit Schonfrist',
    'in-place': 'An Ort und Stelle erneuern',
    successor: 'Neuer Schlüssel neben dem alten',
    none: 'Von Hand',
    manual: 'Von Hand'
  },
  meanings: {
    graceHours_one: '{{provider}} erstellt einen neuen Wert; der alte gilt noch {{count}} Stunde.',
    graceHours_other: '{{provider}} erstellt einen neuen Wert; der alte gilt noch {{count}} Stunden.',
    grace: '{{provider}} erstellt einen neuen Wert; der alte gilt noch eine Weile.',
    'in-place':
      'Der alte Wert gilt nicht mehr, sobald der neue da ist. Was ihn benutzt, scheitert, bis es den neuen hat.',
    successor:
      'Ein zweiter Schlüssel mit denselben Berechtigungen wird erstellt. Beide gelten, bis der alte widerrufen ist.',
    manual: 'Die Schritte werden gezeigt; der neue Wert wird hier eingefügt und tritt an die Stelle des alten.'
  },
  inPlaceWarning: 'Der alte Wert stirbt sofort und lässt sich nicht zurückholen.',
  start: 'Wechsel beginnen',
  working: '{{provider}} erstellt einen neuen Wert…',
  bound: 'Env-Dateien mit diesem Schlüssel',
  old: 'Alter Wert',
  new: 'Neuer Wert',
  notMade: 'Noch nicht erstellt',
  usedUntil: 'Gilt, bis er widerrufen wird',
  worksFor: 'Gilt noch {{left}}',
  dead: 'Gilt nicht mehr',
  inVault: 'Im Tresor',
  takenBack: 'Zurückgenommen',
  isCurrent: 'Wieder im Tresor',
  expires: 'Läuft ab: {{when}}',
  steps: 'Schritte',
  step: {
    make: 'Neuen Wert erstellen',
    makeByHand: 'Neuen Wert von Hand erstellen',
    write: 'Env-Dateien schreiben',
    verify: 'Neuen Wert prüfen',
    grace: 'Beide Werte gelten',
    revoke: 'Alten Wert widerrufen'
  },
  states: {
    done: 'Erledigt',
    current: 'Jetzt',
    failed: 'Steht still',
    ahead: 'Kommt noch',
    undone: 'Rückgängig'
  },
  happened: {
    made: 'Erstellt und im Tresor gespeichert.',
    making: 'Noch nicht erstellt, soweit bekannt.',
    manual: 'Wartet auf den Wert, der bei {{provider}} entsteht.',
    written_zero: 'Keine Env-Datei enthält diesen Schlüssel.',
    written_one: '{{count}} Env-Datei enthält den neuen Wert.',
    written_other: '{{count}} Env-Dateien enthalten den neuen Wert.',
    verified: '{{provider}} nimmt ihn an.',
    cannotVerify: '{{provider}} bietet keine Prüfung an.',
    graceEnds: 'Der alte Wert gilt bis {{when}}.',
    graceOpen: 'Beide gelten, bis der alte widerrufen ist.',
    revoked: 'Der alte Wert gilt nicht mehr.'
  },
  outcomes: { written: 'Geschrieben', failed: 'Nicht geschrieben', restored: 'Alter Wert zurück' },
  left: {
    days_one: '{{count}} Tag',
    days_other: '{{count}} Tage',
    hours: '{{count}} Std.',
    minutes: '{{count}} Min.',
    seconds: '{{count}} s'
  },
  oldUse: {
    used_one: 'Der alte Wert wird noch benutzt: {{count}} Aufruf, seit es den neuen gibt, {{when}}.',
    used_other: 'Der alte Wert wird noch benutzt: {{count}} Aufrufe, seit es den neuen gibt, der letzte {{when}}.',
    from: 'Von {{addresses}}. Was von dort aufruft, steht still, sobald der alte Wert widerrufen ist.',
    unused: 'Kein Aufruf mit dem alten Wert, seit es den neuen gibt, sagt {{provider}}. Gelesen {{when}}.',
    notRead:
      'Ob der alte Wert noch benutzt wird, ist noch nicht bekannt: Das Protokoll von {{provider}} wurde seitdem nicht gelesen.',
    notOffered: 'Ob der alte Wert noch benutzt wird, sagt {{provider}} nicht: Es gibt dort kein Protokoll der Aufrufe.',
    oneId: 'Beide Werte haben bei {{provider}} dieselbe Kennung; das Protokoll sagt nicht, welcher benutzt wird.'
  },
  revokeAtEnd: 'Den alten Wert nach dieser Zeit widerrufen',
  revokeNow: 'Alten Wert widerrufen…',
  revokeTitle: 'Den alten Wert jetzt widerrufen?',
  revokeText:
    'Was ihn noch benutzt, funktioniert sofort nicht mehr, {{left}} vor der Zeit. Das lässt sich nicht rückgängig machen.',
  revokeTextOpen: 'Was ihn noch benutzt, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
  revokeAction: 'Alten Wert widerrufen',
  continue: 'Fortfahren',
  endHere: 'Hier beenden…',
  endHereTitle: 'Diesen Wechsel hier beenden?',
  endHereText:
    '{{provider}} widerruft {{id}} nicht. Der Wechsel endet, und dieser Wert gilt dort vielleicht weiter: ihn in der Konsole des Anbieters widerrufen.',
  endHereAction: 'Wechsel beenden',
  abort: 'Abbrechen…',
  abortTitle: 'Diesen Wechsel abbrechen?',
  abortText:
    'Der alte Wert kommt zurück in den Tresor und in jede geschriebene Env-Datei; der neue wird bei {{provider}} widerrufen.',
  abortTextEarly: 'Noch wurde nichts erstellt. Der Schlüssel bleibt, wie er ist.',
  abortAction: 'Wechsel abbrechen',
  abortStay: 'Weitermachen',
  leave: 'Schließen',
  leaveHelp: 'Er läuft von selbst weiter und ist unter „Im Wechsel“ zu finden.',
  waitHelp: 'Er wartet und ist unter „Im Wechsel“ zu finden.',
  waits: 'Eine Anfrage dieses Wechsels ist offen. Zuerst muss sie geklärt werden.',
  showUnfinished: 'Offene Anfrage zeigen',
  done: 'Gewechselt',
  doneText: 'Der neue Wert ist in Gebrauch; der alte ist fort.',
  aborted: 'Abgebrochen',
  abortedText: 'Der alte Wert ist wieder in Gebrauch.',
  nav: 'Im Wechsel',
  missing: 'Dieser Wechsel ist nicht mehr im Tresor.'
}
