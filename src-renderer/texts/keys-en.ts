/** Texts of the table of keys: how it looks, its saved views, and what is done with many keys at once. */
export const keysEn = {
  sample: 'Code sample',
  more_one: '{{formatted}} more',
  more_other: '{{formatted}} more',
  find: 'Find in {{title}}',
  onlyReads: 'Only reading calls in the last {{count}} days: {{scopes}} may be more than this key needs.',
  filters: {
    expires: 'Expires',
    anyExpiry: 'Any time or never',
    unused: 'Unused',
    anyUse: 'Used or not',
    days_one: '{{count}} day',
    days_other: '{{count}} days'
  },
  display: {
    display: 'Display',
    group: 'Group by',
    by: {
      none: 'Nothing',
      provider: 'Provider',
      project: 'Project',
      environment: 'Environment',
      tag: 'Tag',
      status: 'Status'
    },
    columns: 'Columns',
    noRoom: 'No room for it now',
    reset: 'Usual columns'
  },
  groups: {
    without: {
      provider: 'No provider',
      project: 'No project',
      environment: 'No environment',
      tag: 'No tag',
      status: 'No status'
    }
  },
  views: {
    views: 'Views',
    none: 'Saved filters, order and columns stand here.',
    changed: 'changed',
    openNamed: 'Open the view {{name}}',
    save: 'Save as a view…',
    saveText: 'Keeps the search, filters, order, groups and columns of this list under a name.',
    saveAction: 'Save view',
    name: 'Name of the view',
    update: 'Save changes to {{name}}',
    rename: 'Rename {{name}}…',
    renameTitle: 'Rename view',
    renameAction: 'Rename',
    remove: 'Delete {{name}}',
    saved: 'View {{name}} saved',
    updated: 'View {{name}} shows this from now on',
    renamed: 'View renamed to {{name}}',
    removed: 'View {{name}} deleted'
  },
  paste: {
    title: 'Import from the clipboard',
    nothing: 'What was pasted does not look like a key.',
    addAnyway: 'Add it all the same'
  },
  drop: {
    here: 'Drop to take keys from it',
    file: 'A file of keys is imported: .env, CSV or another manager’s.',
    folder: 'A folder is opened as a project with its env files.',
    reading: 'Reads {{file}}.',
    readAgain: 'Read again',
    bind: 'Bind the keys to {{file}}',
    bindHelp: 'A new value after a rotation is then written there. Nothing is written now.'
  },
  changed: {
    progress: 'Changing {{done}} of {{count}}',
    nothing_one: '{{count}} key already was that way',
    nothing_other: '{{count}} keys already were that way',
    undone_one: '{{count}} key is as it was before',
    undone_other: '{{count}} keys are as they were before',
    tags_one: 'Tags of {{count}} key changed',
    tags_other: 'Tags of {{count}} keys changed',
    environment_one: '{{count}} key moved to {{value}}',
    environment_other: '{{count}} keys moved to {{value}}',
    noEnvironment_one: '{{count}} key taken out of its environment',
    noEnvironment_other: '{{count}} keys taken out of their environments',
    project_one: '{{count}} key moved to {{value}}',
    project_other: '{{count}} keys moved to {{value}}',
    noProject_one: '{{count}} key taken out of its project',
    noProject_other: '{{count}} keys taken out of their projects',
    favourite_one: '{{count}} key added to favourites',
    favourite_other: '{{count}} keys added to favourites',
    notFavourite_one: '{{count}} key removed from favourites',
    notFavourite_other: '{{count}} keys removed from favourites'
  },
  failed: {
    title_one: '{{count}} key was not changed',
    title_other: '{{count}} keys were not changed',
    lead_one: 'The others were. This one is as it was before.',
    lead_other: 'The others were. These are as they were before.',
    list: 'Keys that were not changed'
  },
  bulk: {
    more: 'More for the selected keys',
    snooze: 'Snooze their reminders',
    nothingDue: 'No reminder of these keys is due.',
    snoozed_one: '{{count}} reminder snoozed',
    snoozed_other: '{{count}} reminders snoozed',
    atProvider: 'At provider',
    looking: 'Looking up what ties these keys to their providers.',
    touched: 'Keys that will be touched',
    production: 'Production',
    neverUsed: 'never used',
    used: 'used',
    bound_one: 'in {{count}} env file',
    bound_other: 'in {{count}} env files',
    leftOut: 'Left out',
    why: {
      'not-tied_one': '{{count}} key is tied to no provider.',
      'not-tied_other': '{{count}} keys are tied to no provider.',
      'by-hand_one': '{{count}} key can only be changed by hand, in its provider’s console:',
      'by-hand_other': '{{count}} keys can only be changed by hand, in their provider’s console:',
      'not-offered_one': '{{count}} key is of a provider that does not offer this:',
      'not-offered_other': '{{count}} keys are of a provider that does not offer this:',
      over_one: '{{count}} key is disabled, revoked or in the bin already:',
      over_other: '{{count}} keys are disabled, revoked or in the bin already:',
      rotating_one: '{{count}} key is being rotated; its rotation has to end first:',
      rotating_other: '{{count}} keys are being rotated; their rotations have to end first:',
      'keeps-none_one': '{{count}} key keeps no value in the vault. Rotate it by itself to see the new one:',
      'keeps-none_other': '{{count}} keys keep no value in the vault. Rotate each by itself to see the new one:'
    },
    progress: '{{done}} of {{count}}',
    stop: 'Stop',
    stopping: 'Stopping…',
    again_one: 'Try {{count}} again',
    again_other: 'Try {{count}} again',
    failed_one: '{{count}} failed.',
    failed_other: '{{count}} failed.',
    untouched_one: '{{count}} was not touched.',
    untouched_other: '{{count}} were not touched.',
    report: 'What became of each key',
    state: {
      waiting: 'Not touched',
      working: 'Under way',
      done: 'Done',
      failed: 'Failed'
    },
    disable: {
      open: 'Disable…',
      title_one: 'Disable {{count}} key',
      title_other: 'Disable {{count}} keys',
      lead: 'Applications that use these keys are refused until they are enabled again.',
      action_one: 'Disable {{count}} key',
      action_other: 'Disable {{count}} keys',
      none: 'None of the selected keys can be disabled here.',
      working: 'Disabling {{name}}',
      done_one: '{{count}} key disabled.',
      done_other: '{{count}} keys disabled.',
      one: 'Disabled'
    },
    rotate: {
      open: 'Rotate…',
      title_one: 'Rotate {{count}} key',
      title_other: 'Rotate {{count}} keys',
      lead: 'Each gets a new value at its provider, which is stored here and written to the env files that are bound to it. One after the other.',
      inPlace_one: '{{names}}: the old value stops working at once.',
      inPlace_other: '{{names}}: their old values stop working at once.',
      action_one: 'Rotate {{count}} key',
      action_other: 'Rotate {{count}} keys',
      none: 'None of the selected keys can be rotated here.',
      working: 'Rotating {{name}}',
      done_one: '{{count}} key has a new value.',
      done_other: '{{count}} keys have new values.',
      one: 'New value stored',
      until: 'New value stored; the old one works until {{when}}'
    },
    revoke: {
      open: 'Revoke…',
      title_one: 'Revoke {{count}} key',
      title_other: 'Revoke {{count}} keys',
      action_one: 'Revoke {{count}} key',
      action_other: 'Revoke {{count}} keys',
      none: 'None of the selected keys can be revoked here.',
      phrase_one: 'revoke {{count}}',
      phrase_other: 'revoke {{count}}',
      type: 'Type “{{phrase}}” to go on',
      typeWhy_one: '{{count}} of these keys is in production.',
      typeWhy_other: '{{count}} of these keys are in production.',
      working: 'Revoking {{name}}',
      done_one: '{{count}} key revoked.',
      done_other: '{{count}} keys revoked.',
      one: 'Revoked'
    },
    tags: {
      open: 'Tag',
      title_one: 'Tags of {{count}} key',
      title_other: 'Tags of {{count}} keys',
      add: 'Add tags',
      remove: 'Take tags away',
      action: 'Change tags'
    },
    place: {
      open: 'Move',
      title_one: 'Move {{count}} key',
      title_other: 'Move {{count}} keys',
      what: 'What to change',
      empty: {
        environment: 'Left empty, the keys belong to no environment. Nothing changes at a provider.',
        project: 'Left empty, the keys belong to no project. Nothing changes at a provider.'
      },
      action: 'Move keys'
    }
  }
}
