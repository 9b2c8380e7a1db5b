import type { Catalogue } from './catalogue'
import type { envEn } from './env-en'

export const envDe: Catalogue<typeof envEn> = {
  retry: 'Erneut versuchen',
  line: 'Zeile',
  lineAt: ':{{line}}',
  states: {
    'in-step': 'Im Gleichstand',
    'file-moved': 'Datei geändert',
    'vault-moved': 'Tresor geändert',
    'both-moved': 'Beide geändert',
    missing: 'Name fehlt',
    'file-gone': 'Datei weg',
    orphaned: 'Schlüssel weg',
    unreadable: 'Nicht lesbar'
  },
  statesText: {
    'in-step': 'Die Datei enthält, was im Tresor steht.',
    'file-moved': 'Die Datei hat einen anderen Wert als beim letzten Gleichstand.',
    'vault-moved': 'Der Tresor hat einen neueren Wert als die Datei.',
    'both-moved': 'Datei und Tresor haben sich geändert, jeder auf einen anderen Wert.',
    missing: 'Die Datei enthält diesen Namen nicht mehr.',
    'file-gone': 'Die Datei gibt es nicht mehr.',
    orphaned: 'Der Schlüssel liegt im Papierkorb oder ist weg; geschrieben wird nichts mehr.',
    unreadable: 'Die Datei lässt sich nicht lesen.'
  },
  git: {
    tracked: 'In Git erfasst',
    'not-ignored': 'Nicht ignoriert',
    ignored: 'Von Git ignoriert',
    'no-repository': 'Kein Repository',
    'git-missing': 'Git nicht installiert',
    unknown: 'Git ohne Antwort'
  },
  gitTitle: {
    tracked: 'Git erfasst diese Datei',
    'not-ignored': 'Git ignoriert diese Datei nicht',
    ignored: 'Git ignoriert diese Datei',
    'no-repository': 'In keinem Git-Repository',
    'git-missing': 'Git ist nicht installiert',
    unknown: 'Git hat zu dieser Datei nicht geantwortet'
  },
  gitText: {
    tracked: 'Der nächste Commit nimmt das Geheimnis mit, und die Geschichte behält es.',
    'not-ignored': 'Das nächste „git add .“ nimmt das Geheimnis mit.',
    ignored: 'Das Geheimnis bleibt aus Commits heraus.',
    'no-repository': 'Kein Commit kann das Geheimnis mitnehmen.',
    'git-missing': 'Ob ein Commit das Geheimnis mitnähme, ist nicht bekannt.',
    unknown: 'Ob ein Commit das Geheimnis mitnähme, ist nicht bekannt.'
  },
  warnings: {
    'group-readable': 'Für die Gruppe lesbar',
    'world-readable': 'Für alle an diesem Rechner lesbar',
    'folder-writable-by-all': 'Der Ordner ist für alle beschreibbar'
  },
  warningsText: {
    'group-readable': 'Andere Mitglieder der Gruppe dieser Datei können lesen, was darin steht.',
    'world-readable': 'Jedes Konto dieses Rechners kann lesen, was darin steht.',
    'folder-writable-by-all': 'Jedes Konto dieses Rechners kann eine andere Datei an ihre Stelle setzen.'
  },
  write: {
    open: 'Schreiben…',
    openLong: 'In Env-Datei schreiben…',
    title: '{{name}} in eine Env-Datei schreiben',
    titleBlank: 'In eine Env-Datei schreiben',
    name: 'Name in der Datei',
    nameHelp: 'Unter diesem Namen lesen Programme den Wert.',
    nameWrong: 'Buchstaben, Ziffern und _ verwenden, am Anfang keine Ziffer.',
    file: 'Datei',
    noFiles: 'Noch ist keine Env-Datei bekannt. Eine wählen oder eine neue anlegen.',
    other: 'Andere Datei…',
    newFile: 'Neue Datei…',
    bind: 'Im Gleichstand halten',
    bindHelp: 'Eine Rotation schreibt den neuen Wert auch hierher, und eine Änderung von Hand wird gezeigt.',
    look: 'Änderung zeigen'
  },
  change: {
    adds: 'Fügt {{name}} als Zeile {{line}} ein. Jedes andere Byte bleibt.',
    changes: 'Ändert {{name}} in Zeile {{line}}. Jedes andere Byte bleibt.',
    creates: 'Legt die Datei mit {{name}} an. Lesen kann sie nur dieses Konto.',
    same: 'Die Datei hat diesen Wert schon unter {{name}}.',
    example: 'Schreibt jeden Namen ohne seinen Wert. Diese Datei darf in Commits.',
    exampleSame: 'Die Datei nennt schon jeden Namen.'
  },
  preview: {
    diff: 'Was sich in der Datei ändert',
    added: 'neu',
    removed: 'entfernt',
    link: '{{link}} ist ein Link auf diese Datei',
    follow: 'In die Datei schreiben, auf die er zeigt',
    ignore: '{{line}} in {{gitignore}} eintragen',
    duplicates_one: 'Zeile {{lines}} setzt denselben Namen. Sie bleibt und zählt nicht: die letzte zählt.',
    duplicates_other: 'Die Zeilen {{lines}} setzen denselben Namen. Sie bleiben und zählen nicht: die letzte zählt.',
    rebinds: '{{name}} in dieser Datei ist an {{key}} gebunden. Das Schreiben bindet ihn an diesen Schlüssel.',
    boundElse: '{{name}} in dieser Datei ist an {{key}} gebunden und weicht danach davon ab.',
    back: 'Zurück',
    again: 'Erneut ansehen',
    write: 'Schreiben',
    bind: 'Binden'
  },
  example: { open: '.env.example anlegen…', title: '.env.example anlegen' },
  bindings: {
    heading: 'Env-Dateien',
    none: 'Keine Env-Datei enthält diesen Schlüssel.',
    agreed: 'Letzter Gleichstand',
    write: 'Erneut schreiben',
    take: 'Aus Datei übernehmen…',
    unbind: 'Lösen',
    more: 'Aktionen für {{name}} in {{path}}'
  },
  take: {
    title: '{{name}} aus der Datei übernehmen?',
    text: 'Der Wert in {{path}} wird zum Wert von {{key}}. Der jetzige bleibt unter den früheren Werten; andere Dateien dieses Schlüssels hinken nach, bis sie erneut geschrieben werden.',
    confirm: 'Aus Datei übernehmen'
  },
  drift: {
    none: 'Nichts gebunden',
    of: '{{out}} von {{all}} weichen ab',
    allInStep_one: '{{count}} gebundener Name enthält, was im Tresor steht.',
    allInStep_other: 'Alle {{count}} gebundenen Namen enthalten, was im Tresor steht.',
    title_one: '{{out}} von {{count}} gebundenem Namen weicht ab',
    title_other: '{{out}} von {{count}} gebundenen Namen weichen ab',
    text: 'Jeder sagt unten, welche Seite sich geändert hat.',
    textWritable:
      'Jeder sagt unten, welche Seite sich geändert hat. Wo es nur der Tresor war, geht beim Schreiben nichts verloren.',
    writeAll_one: '{{count}} Namen schreiben',
    writeAll_other: '{{count}} Namen schreiben'
  },
  projects: {
    title: 'Projekte',
    lead: 'Ordner mit Env-Dateien: was sie enthalten und ob es dem Tresor entspricht.',
    add: 'Neues Projekt aus Ordner…',
    name: 'Projekt',
    bound: 'Gebunden',
    state: 'Stand',
    names_one: '{{count}} Name',
    names_other: '{{count}} Namen',
    outside: 'Außerhalb von Projekten',
    outsideText: 'Namen, die in Dateien keines Projekts gebunden sind.'
  },
  empty: {
    title: 'Noch keine Projekte',
    text: 'Ein Projekt ist ein Ordner auf diesem Rechner mit den Env-Dateien, die Programme lesen.',
    find: 'Finden',
    findText: 'Geheimnisse in seinen Env-Dateien werden gefunden und Anbietern zugeordnet.',
    adopt: 'Aufnehmen',
    adoptText: 'Was gewählt wird, kommt in den Tresor. Die Dateien bleiben, wie sie sind.',
    keep: 'Gleich halten',
    keepText: 'Rotationen schreiben den neuen Wert, und eine Änderung von Hand wird gezeigt.',
    action: 'Ordner wählen…'
  },
  project: {
    back: 'Zurück zu den Projekten',
    more: 'Weitere Aktionen',
    tabs: 'Teile des Projekts',
    filesTab: 'Env-Dateien',
    compareTab: 'Vergleichen',
    truncated: 'Es gibt mehr Env-Dateien, als gesucht werden. Ein tieferer Ordner kann ein eigenes Projekt sein.',
    noFiles:
      'Dieser Ordner hat keine Env-Dateien. Ein Schlüssel lässt sich von seinen Details aus in eine neue schreiben.',
    noNames: 'Keine Namen in dieser Datei.',
    example_one: 'Beispiel · {{count}} Name',
    example_other: 'Beispiel · {{count}} Namen',
    ignore: 'In .gitignore eintragen',
    choose: '{{name}} wählen',
    moreNames_one: '{{count}} Name ohne Geheimnis',
    moreNames_other: '{{count}} Namen ohne Geheimnis',
    fewerNames_one: '{{count}} Namen ohne Geheimnis ausblenden',
    fewerNames_other: '{{count}} Namen ohne Geheimnis ausblenden'
  },
  verdicts: {
    new: 'Nicht im Tresor',
    changed: 'Im Tresor ein anderer Wert',
    conflicting: 'Mehrere Schlüssel passen',
    same: 'Im Tresor, nicht gebunden',
    ignored: 'Kein Geheimnis'
  },
  reasons: {
    empty: 'Leer',
    'too-long': 'Zu lang für ein Geheimnis',
    'not-text': 'Kein Text',
    'not-a-secret': 'Kein Geheimnis',
    duplicate: 'Unten erneut gesetzt'
  },
  adopt: {
    label: 'Gewählte Namen',
    chosen_one: '{{count}} Name gewählt.',
    chosen_other: '{{count}} Namen gewählt.',
    add_one: '{{count}} wird zum Schlüssel.',
    add_other: '{{count}} werden zu Schlüsseln.',
    bind_one: '{{count}} wird an den Schlüssel mit seinem Wert gebunden.',
    bind_other: '{{count}} werden an die Schlüssel mit ihren Werten gebunden.',
    replace_one: '{{count}} gibt seinem Schlüssel einen neuen Wert.',
    replace_other: '{{count}} geben ihren Schlüsseln neue Werte.',
    clear: 'Leeren',
    confirm: 'Aufnehmen und binden'
  },
  compare: {
    show: 'Gezeigte Zeilen',
    all: 'Alle',
    missing: 'Fehlend',
    differs: 'Verschieden',
    legend: 'In einer Zeile bedeuten gleiche Buchstaben gleiche Werte. Kein Wert wird gezeigt.',
    table: 'Namen nach Datei',
    name: 'Name',
    value: 'Wert {{letter}}',
    absent: 'Fehlt',
    empty: 'Leer',
    nothing: 'Kein Name ist so.',
    tooFew: 'Noch gibt es nichts zu vergleichen: das Projekt hat weniger als zwei Env-Dateien.'
  },
  rename: {
    open: 'Umbenennen…',
    title: 'Projekt umbenennen',
    name: 'Name',
    help: 'Der Ordner behält seinen Namen.',
    needed: 'Einen Namen eingeben.',
    save: 'Umbenennen'
  },
  remove: {
    open: 'Projekt entfernen…',
    title: '{{name}} entfernen?',
    text: 'Das Projekt verlässt diese Liste. Keine Datei wird berührt, und seine Schlüssel bleiben im Tresor.',
    unbind_one: 'Auch {{count}} Namen lösen',
    unbind_other: 'Auch {{count}} Namen lösen',
    unbindHelp: 'Rotationen schreiben gelöste Namen nicht mehr.',
    confirm: 'Projekt entfernen'
  },
  recent: {
    title: 'Letzte Schreibvorgänge',
    text: 'Die Bytes davor liegen jeweils im Tresor.',
    example: 'Namen für ein Beispiel',
    gitignore: 'Eine Zeile für Git',
    created: 'neue Datei',
    undoOf: 'Schreiben in {{file}} rückgängig machen',
    moved: 'Datei seither geändert'
  },
  scan: {
    open: 'Ordner durchsuchen…',
    project: 'Durchsuchen',
    title: 'Nach Geheimnissen suchen',
    back: 'Suche verlassen',
    where: 'Was durchsucht wird',
    folder: 'Ordner',
    staged: 'Vorgemerktes',
    again: 'Erneut suchen',
    running: 'Sucht nach Werten des Tresors und nach bekannten Arten von Schlüsseln',
    files_one: '{{count}} Datei',
    files_other: '{{count}} Dateien',
    finds_one: '{{count}} Geheimnis gefunden',
    finds_other: '{{count}} Geheimnisse gefunden',
    results: 'Ergebnis der Suche',
    clean: 'Kein Geheimnis liegt, wo es nicht hingehört',
    found_one: '{{count}} Geheimnis liegt, wo es nicht hingehört',
    found_other: '{{count}} Geheimnisse liegen, wo sie nicht hingehören',
    looked_one: '{{count}} Datei wurde durchsucht.',
    looked_other: '{{count}} Dateien wurden durchsucht.',
    lookedStaged_one: '{{count}} vorgemerkte Datei wurde durchsucht.',
    lookedStaged_other: '{{count}} vorgemerkte Dateien wurden durchsucht.',
    skipped_one: '{{count}} blieb aus: binär, zu groß oder nicht lesbar.',
    skipped_other: '{{count}} blieben aus: binär, zu groß oder nicht lesbar.',
    truncated: 'Der Ordner ist größer, als eine Suche reicht. Seine Teile einzeln durchsuchen.',
    astray: 'Geheimnisse, wo sie nicht hingehören',
    expected_one: '{{count}} Geheimnis, wo es hingehört',
    expected_other: '{{count}} Geheimnisse, wo sie hingehören',
    expectedText: 'Gebundene Namen in Dateien, die Git ignoriert.',
    ofPattern: 'Sieht aus wie ein Schlüssel von {{what}}. Im Tresor ist er nicht.',
    ofVault: 'Ein Wert dieses Tresors, von {{what}}.',
    ofFormer: 'Ein früherer Wert dieses Schlüssels, von {{what}}.',
    rotate: 'Zuerst rotieren',
    replace: 'Zuerst beim Aussteller ersetzen.',
    bind: 'Datei in Ordnung bringen: {{name}} binden',
    mend: 'Datei in Ordnung bringen: den Wert aus Zeile {{line}} nehmen und aus der Umgebung lesen.',
    mendName: 'Datei in Ordnung bringen: {{name}} aus Zeile {{line}} nehmen.'
  },
  toast: {
    wrote: '{{name}} in {{file}} geschrieben',
    wroteFile: '{{file}} geschrieben',
    wroteMany_one: '{{count}} Name geschrieben',
    wroteMany_other: '{{count}} Namen geschrieben',
    same: '{{file}} hat es schon',
    bound: '{{name}} in {{file}} ist gebunden',
    unbound: '{{name}} in {{file}} ist nicht mehr an {{key}} gebunden',
    undone: '{{file}} ist, wie es war',
    took: '{{key}} hat den Wert aus {{file}}',
    ignored: 'Git ignoriert {{file}} jetzt',
    ignoreLine: 'Die Zeile steht in {{gitignore}}',
    adopted_one: '{{count}} Name aufgenommen und gebunden',
    adopted_other: '{{count}} Namen aufgenommen und gebunden',
    removed: '{{name}} hat die Liste verlassen'
  }
}
