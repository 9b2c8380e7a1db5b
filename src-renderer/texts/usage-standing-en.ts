/** How usage stands: limits, what is worth a look, what was read of each account and how long it is kept. */

export const quotasEn = {
  percent: '{{percent, percent}}',
  ofLimit: 'of the limit',
  of: '{{used}} of {{limit}}',
  over: 'Over the limit by {{amount}}.',
  noLimit: 'The provider names no limit.',
  tooLittle: 'Too little is known yet to say when it ends.',
  ends: 'Ends on {{date}}.',
  lasts: 'Does not end at this pace.',
  lastsUntil: 'Lasts until the period ends on {{date}}, with {{amount}} used by then.',
  pace: {
    recent: 'Pace of the last seven days: {{amount}} a day.',
    period: 'Pace since the period began: {{amount}} a day.'
  },
  period: 'Period from {{from}} to {{until}}',
  alerts: 'You are told at the percentages that the reminder rules name.',
  alertRules: 'Change the rules',
  renewals: 'Renewals'
}

export const findingsEn = {
  which: 'Findings by state',
  open: 'Open',
  settled: 'Acknowledged',
  acknowledge: 'Acknowledge',
  acknowledgeAll: 'Acknowledge all {{count}}',
  acknowledged_one: 'Finding acknowledged',
  acknowledged_other: '{{count}} findings acknowledged',
  reopen: 'Open again',
  showCalls: 'Show calls',
  showQuota: 'Show quota',
  openKey: 'Open key',
  openRotation: 'Open rotation',
  noAddress: 'addresses the provider does not tell',
  calls_one: '{{formatted}} call',
  calls_other: '{{formatted}} calls',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  addresses_one: '{{count}} address',
  addresses_other: '{{count}} addresses',
  endpoints_one: '{{count}} endpoint',
  endpoints_other: '{{count}} endpoints',
  titles: {
    'new-address': 'Used from a new address: {{ip}}',
    'new-endpoint': 'Used for a new endpoint: {{endpoint}}',
    'error-burst': '{{percent, percent}} of calls failed',
    'old-key-used': 'The old key is still used',
    quota: '{{metric}}: {{threshold, percent}} of the limit reached'
  },
  why: {
    'new-address': '{{requests}} came from it. In the {{days}} before, this key was used from {{known}} only.',
    'new-endpoint': '{{requests}} went to it. In the {{days}} before, this key called {{known}} only.',
    'error-burst': '{{errors}} of {{requests}} calls failed, {{span}}. Usually it is {{usual, percent}}.',
    'old-key-used': '{{requests}} since it was replaced, from {{addresses}}.',
    quota: '{{used}} of {{limit}} are used ({{percent, percent}}).',
    quotaUntil: '{{used}} of {{limit}} are used ({{percent, percent}}). The period ends on {{date}}.',
    quotaShare: '{{percent, percent}} of the limit is used.',
    quotaShareUntil: '{{percent, percent}} of the limit is used. The period ends on {{date}}.'
  },
  next: {
    'new-address': 'If you do not know the address, rotate the key and limit its IP ranges.',
    'new-endpoint': 'If nobody of yours calls it, rotate the key and take scopes away from it.',
    'error-burst': 'Look at the calls: 401 and 403 mean a key or scope that is wrong, 429 a rate that is too high.',
    'old-key-used': 'Find what still holds the old value before it is revoked: it stops working then.',
    quota: 'Call less, or move to a larger plan at the provider before the limit is reached.'
  }
}

export const accountsEn = {
  sync: 'Sync now',
  syncOf: 'Sync now: {{name}}',
  stop: 'Stop',
  stopOf: 'Stop: {{name}}',
  neverRead: 'Not synced yet',
  read: 'Synced {{when}}',
  open: 'Show connection',
  next: 'next {{when}}',
  since: 'since {{date}}, older ones follow',
  allSince: 'since {{date}}',
  log: 'Log of calls',
  totals: 'Totals and quotas',
  logOf: 'Log of {{name}}',
  logs: {
    offered: 'Read, and kept here longer than the provider keeps it.',
    'not-offered':
      'Not offered by this provider. What is done with its keys on this computer still stands with each key.',
    guided: 'Not read: this account is worked with by hand, and nothing is sent to it.',
    unusable: 'Not read: the manifest of this provider is missing or broken.'
  },
  totalsOf: {
    offered: 'Read, with a forecast where there is a limit.',
    'not-offered': 'Not offered by this provider.',
    guided: 'Not read: nothing is sent to this account.',
    unusable: 'Not read: the manifest of this provider is missing or broken.'
  }
}

export const keepingEn = {
  open: 'Keeping and syncing…',
  title: 'Keeping and syncing',
  keep: 'Keep calls',
  keepHelp: 'Older calls are removed from the vault. Quotas and findings stay.',
  always: 'For ever',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  sync: 'Sync by itself',
  syncHelp: 'While the vault is open. Nothing is asked while it is locked.',
  never: 'Never',
  minutes: 'Every {{count}} minutes',
  hours_one: 'Every hour',
  hours_other: 'Every {{count}} hours'
}
