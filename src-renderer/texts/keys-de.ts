import type { Catalogue } from './catalogue'
import type { keysEn } from './keys-en'

export const keysDe: Catalogue<typeof keysEn> = {
  sample: 'Programmbeispiel',
  more_one: '{{formatted}} weiterer',
  more_other: '{{formatted}} weitere',
  find: 'Suchen in {{title}}',
  onlyReads:
    'In den letzten {{count}} Tagen nur lesende Aufrufe: {{scopes}} ist vielleicht mehr, als dieser Schlüssel braucht.',
  filters: {
    expires: 'Läuft ab',
    anyExpiry: 'Irgendwann oder nie',
    unused: 'Ungenutzt',
    anyUse: 'Genutzt oder nicht',
    days_one: '{{count}} Tag',
    days_other: '{{count}} Tage'
  },
  display: {
    display: 'Darstellung',
    group: 'Gruppieren nach',
    by: {
      none: 'Nichts',
      provider: 'Anbieter',
      project: 'Projekt',
      environment: 'Umgebung',
      tag: 'Schlagwort',
      status: 'Status'
    },
    columns: 'Spalten',
    noRoom: 'Zurzeit kein Platz dafür',
    reset: 'Übliche Spalten'
  },
  groups: {
    without: {
      provider: 'Kein Anbieter',
      project: 'Kein Projekt',
      environment: 'Keine Umgebung',
      tag: 'Kein Schlagwort',
      status: 'Kein Status'
    }
  },
  views: {
    views: 'Ansichten',
    none: 'Hier stehen gesicherte Filter, Reihenfolgen und Spalten.',
    changed: 'geändert',
    openNamed: 'Ansicht {{name}} öffnen',
    save: 'Als Ansicht sichern…',
    saveText: 'Merkt sich Suche, Filter, Reihenfolge, Gruppen und Spalten dieser Liste unter einem Namen.',
    saveAction: 'Ansicht sichern',
    name: 'Name der Ansicht',
    update: 'Änderungen an {{name}} sichern',
    rename: '{{name}} umbenennen…',
    renameTitle: 'Ansicht umbenennen',
    renameAction: 'Umbenennen',
    remove: '{{name}} löschen',
    saved: 'Ansicht {{name}} gesichert',
    updated: 'Ansicht {{name}} zeigt ab jetzt dies',
    renamed: 'Die Ansicht heißt jetzt {{name}}',
    removed: 'Ansicht {{name}} gelöscht'
  },
  paste: {
    title: 'Aus der Zwischenablage importieren',
    nothing: 'Das Eingefügte sieht nicht nach einem Schlüssel aus.',
    addAnyway: 'Trotzdem hinzufügen'
  },
  drop: {
    here: 'Ablegen, um Schlüssel daraus zu übernehmen',
    file: 'Eine Datei mit Schlüsseln wird importiert: .env, CSV oder die eines anderen Programms.',
    folder: 'Ein Ordner wird als Projekt mit seinen env-Dateien geöffnet.',
    reading: 'Liest {{file}}.',
    readAgain: 'Erneut lesen',
    bind: 'Die Schlüssel an {{file}} binden',
    bindHelp: 'Nach einer Rotation wird der neue Wert dann dorthin geschrieben. Jetzt wird nichts geschrieben.'
  },
  changed: {
    progress: '{{done}} von {{count}} geändert',
    nothing_one: '{{count}} Schlüssel war schon so',
    nothing_other: '{{count}} Schlüssel waren schon so',
    undone_one: '{{count}} Schlüssel ist wieder wie vorher',
    undone_other: '{{count}} Schlüssel sind wieder wie vorher',
    tags_one: 'Schlagwörter von {{count}} Schlüssel geändert',
    tags_other: 'Schlagwörter von {{count}} Schlüsseln geändert',
    environment_one: '{{count}} Schlüssel nach {{value}} verschoben',
    environment_other: '{{count}} Schlüssel nach {{value}} verschoben',
    noEnvironment_one: '{{count}} Schlüssel aus seiner Umgebung genommen',
    noEnvironment_other: '{{count}} Schlüssel aus ihren Umgebungen genommen',
    project_one: '{{count}} Schlüssel nach {{value}} verschoben',
    project_other: '{{count}} Schlüssel nach {{value}} verschoben',
    noProject_one: '{{count}} Schlüssel aus seinem Projekt genommen',
    noProject_other: '{{count}} Schlüssel aus ihren Projekten genommen',
    favourite_one: '{{count}} Schlüssel zu den Favoriten gelegt',
    favourite_other: '{{count}} Schlüssel zu den Favoriten gelegt',
    notFavourite_one: '{{count}} Schlüssel aus den Favoriten genommen',
    notFavourite_other: '{{count}} Schlüssel aus den Favoriten genommen'
  },
  failed: {
    title_one: '{{count}} Schlüssel wurde nicht geändert',
    title_other: '{{count}} Schlüssel wurden nicht geändert',
    lead_one: 'Die anderen wurden es. Dieser ist, wie er vorher war.',
    lead_other: 'Die anderen wurden es. Diese sind, wie sie vorher waren.',
    list: 'Schlüssel, die nicht geändert wurden'
  },
  bulk: {
    more: 'Mehr für die ausgewählten Schlüssel',
    snooze: 'Ihre Erinnerungen verschieben',
    nothingDue: 'Für diese Schlüssel ist keine Erinnerung fällig.',
    snoozed_one: '{{count}} Erinnerung verschoben',
    snoozed_other: '{{count}} Erinnerungen verschoben',
    atProvider: 'Beim Anbieter',
    looking: 'Sieht nach, was diese Schlüssel mit ihren Anbietern verbindet.',
    touched: 'Betroffene Schlüssel',
    production: 'Produktion',
    neverUsed: 'nie genutzt',
    used: 'genutzt',
    bound_one: 'in {{count}} env-Datei',
    bound_other: 'in {{count}} env-Dateien',
    leftOut: 'Ausgelassen',
    why: {
      'not-tied_one': '{{count}} Schlüssel ist mit keinem Anbieter verbunden.',
      'not-tied_other': '{{count}} Schlüssel sind mit keinem Anbieter verbunden.',
      'by-hand_one': '{{count}} Schlüssel lässt sich nur von Hand ändern, in der Konsole des Anbieters:',
      'by-hand_other': '{{count}} Schlüssel lassen sich nur von Hand ändern, in der Konsole des Anbieters:',
      'not-offered_one': '{{count}} Schlüssel ist von einem Anbieter, der das nicht bietet:',
      'not-offered_other': '{{count}} Schlüssel sind von einem Anbieter, der das nicht bietet:',
      over_one: '{{count}} Schlüssel ist schon deaktiviert, widerrufen oder im Papierkorb:',
      over_other: '{{count}} Schlüssel sind schon deaktiviert, widerrufen oder im Papierkorb:',
      rotating_one: '{{count}} Schlüssel wird gerade rotiert; das muss erst enden:',
      rotating_other: '{{count}} Schlüssel werden gerade rotiert; das muss erst enden:',
      'keeps-none_one': '{{count}} Schlüssel bewahrt keinen Wert im Tresor. Einzeln rotieren, um den neuen zu sehen:',
      'keeps-none_other': '{{count}} Schlüssel bewahren keinen Wert im Tresor. Einzeln rotieren, um die neuen zu sehen:'
    },
    progress: '{{done}} von {{count}}',
    stop: 'Anhalten',
    stopping: 'Hält an…',
    again_one: '{{count}} erneut versuchen',
    again_other: '{{count}} erneut versuchen',
    failed_one: '{{count}} ist gescheitert.',
    failed_other: '{{count}} sind gescheitert.',
    untouched_one: '{{count}} blieb unberührt.',
    untouched_other: '{{count}} blieben unberührt.',
    report: 'Was aus jedem Schlüssel wurde',
    state: {
      waiting: 'Unberührt',
      working: 'Läuft',
      done: 'Fertig',
      failed: 'Gescheitert'
    },
    disable: {
      open: 'Deaktivieren…',
      title_one: '{{count}} Schlüssel deaktivieren',
      title_other: '{{count}} Schlüssel deaktivieren',
      lead: 'Anwendungen mit diesen Schlüsseln werden abgewiesen, bis sie wieder aktiviert sind.',
      action_one: '{{count}} Schlüssel deaktivieren',
      action_other: '{{count}} Schlüssel deaktivieren',
      none: 'Keiner der ausgewählten Schlüssel lässt sich hier deaktivieren.',
      working: '{{name}} wird deaktiviert',
      done_one: '{{count}} Schlüssel deaktiviert.',
      done_other: '{{count}} Schlüssel deaktiviert.',
      one: 'Deaktiviert'
    },
    rotate: {
      open: 'Rotieren…',
      title_one: '{{count}} Schlüssel rotieren',
      title_other: '{{count}} Schlüssel rotieren',
      lead: 'Jeder bekommt beim Anbieter einen neuen Wert, der hier gesichert und in die gebundenen env-Dateien geschrieben wird. Einer nach dem anderen.',
      inPlace_one: '{{names}}: Der alte Wert gilt sofort nicht mehr.',
      inPlace_other: '{{names}}: Die alten Werte gelten sofort nicht mehr.',
      action_one: '{{count}} Schlüssel rotieren',
      action_other: '{{count}} Schlüssel rotieren',
      none: 'Keiner der ausgewählten Schlüssel lässt sich hier rotieren.',
      working: '{{name}} wird rotiert',
      done_one: '{{count}} Schlüssel hat einen neuen Wert.',
      done_other: '{{count}} Schlüssel haben neue Werte.',
      one: 'Neuer Wert gesichert',
      until: 'Neuer Wert gesichert; der alte gilt bis {{when}}'
    },
    revoke: {
      open: 'Widerrufen…',
      title_one: '{{count}} Schlüssel widerrufen',
      title_other: '{{count}} Schlüssel widerrufen',
      action_one: '{{count}} Schlüssel widerrufen',
      action_other: '{{count}} Schlüssel widerrufen',
      none: 'Keiner der ausgewählten Schlüssel lässt sich hier widerrufen.',
      phrase_one: '{{count}} widerrufen',
      phrase_other: '{{count}} widerrufen',
      type: 'Zum Fortfahren „{{phrase}}“ eingeben',
      typeWhy_one: '{{count}} dieser Schlüssel ist in Produktion.',
      typeWhy_other: '{{count}} dieser Schlüssel sind in Produktion.',
      working: '{{name}} wird widerrufen',
      done_one: '{{count}} Schlüssel widerrufen.',
      done_other: '{{count}} Schlüssel widerrufen.',
      one: 'Widerrufen'
    },
    tags: {
      open: 'Schlagwörter',
      title_one: 'Schlagwörter von {{count}} Schlüssel',
      title_other: 'Schlagwörter von {{count}} Schlüsseln',
      add: 'Schlagwörter hinzufügen',
      remove: 'Schlagwörter wegnehmen',
      action: 'Schlagwörter ändern'
    },
    place: {
      open: 'Verschieben',
      title_one: '{{count}} Schlüssel verschieben',
      title_other: '{{count}} Schlüssel verschieben',
      what: 'Was sich ändert',
      empty: {
        environment: 'Leer gelassen, gehören die Schlüssel zu keiner Umgebung. Beim Anbieter ändert sich nichts.',
        project: 'Leer gelassen, gehören die Schlüssel zu keinem Projekt. Beim Anbieter ändert sich nichts.'
      },
      action: 'Schlüssel verschieben'
    }
  }
}
