import { quotasEn, findingsEn, accountsEn, keepingEn } from './usage-standing-en'

/** Who used which key, for what, and how near the limits are. */
export const usageEn = {
  title: 'Usage',
  lead: 'What keys are used for, as their providers tell it.',
  views: 'Parts of usage',
  tabs: { calls: 'Calls', breakdown: 'Breakdown', quotas: 'Quotas', findings: 'Findings', accounts: 'Accounts' },
  menu: 'More about usage',
  requests: 'Requests',
  errors: 'Errors',
  cards: { requests: 'Total requests', success: 'Success rate', lastUsed: 'Last used' },
  standing: {
    accounts_one: '{{count}} account',
    accounts_other: '{{count}} accounts',
    reading_one: 'Reading: {{formatted}} call so far.',
    reading_other: 'Reading: {{formatted}} calls so far.',
    failed_one: '{{count}} account could not be read',
    failed_other: '{{count}} accounts could not be read'
  },
  spans: {
    label: 'Time',
    '24h': '24 h',
    '7d': '7 days',
    '30d': '30 days',
    '90d': '90 days',
    all: 'All',
    range: 'Days…',
    chosen: 'Days: {{range}}',
    show: 'Show these days'
  },
  filters: {
    label: 'Filters',
    path: 'Search by path',
    account: 'Account',
    key: 'Key',
    method: 'Method',
    status: 'Status',
    source: 'Source',
    dropIp: 'Not only {{ip}}'
  },
  classes: {
    '2xx': '2xx Success',
    '3xx': '3xx Moved',
    '4xx': '4xx Refused',
    '5xx': '5xx Failed',
    none: 'Not told'
  },
  meanings: { fine: 'Success', moved: 'Moved', refused: 'Refused', failed: 'Failed', none: 'Not told' },
  statuses: {
    '200': 'Success',
    '201': 'Created',
    '202': 'Accepted',
    '204': 'No content',
    '304': 'Not modified',
    '400': 'Bad request',
    '401': 'Unauthorized',
    '403': 'Forbidden',
    '404': 'Not found',
    '405': 'Not allowed',
    '408': 'Timed out',
    '409': 'Conflict',
    '410': 'Gone',
    '413': 'Too large',
    '415': 'Wrong type',
    '422': 'Not valid',
    '429': 'Rate limited',
    '500': 'Server error',
    '502': 'Bad gateway',
    '503': 'Unavailable',
    '504': 'Gateway timeout'
  },
  log: {
    grid: 'Calls',
    columns: {
      time: 'Time',
      method: 'Method',
      path: 'Path',
      status: 'Status',
      duration: 'Duration',
      ip: 'IP',
      source: 'Source',
      key: 'Key'
    },
    ms: '{{ms}} ms',
    notInVault: 'Not in the vault: this is what the provider calls it.',
    found_one: '{{formatted}} call',
    found_other: '{{formatted}} calls',
    held_one: '{{formatted}} new call',
    held_other: '{{formatted}} new calls',
    menu: 'Actions for this call',
    copy: 'Copy row',
    copied: 'Row copied',
    onlyPath: 'Only this path',
    onlyErrors: 'Only errors',
    onlyIp: 'Only from {{ip}}',
    onlyKey: 'Only {{name}}'
  },
  live: { label: 'Live', on: 'New calls come in by themselves.', paused: 'Paused while scrolled' },
  charts: {
    overTime: 'Requests and errors over time',
    zoomHint: 'Drag across it, or press Enter on a bar, to look closer.',
    zoomOut: 'Zoom out',
    asTable: 'Show as table',
    asChart: 'Show as chart',
    asTableOf: 'Show as table: {{title}}',
    asChartOf: 'Show as chart: {{title}}',
    onlyTime: 'Only {{time}}',
    time: 'Time',
    day: 'Day',
    left: 'Left',
    forecast: '{{date}} (forecast)',
    byEndpoint: 'By endpoint',
    endpoint: 'Endpoint',
    noEndpoint: 'No endpoint told',
    otherEndpoints_one: '{{count}} other endpoint',
    otherEndpoints_other: '{{count}} other endpoints',
    onlyEndpoint: 'Only calls of {{name}}',
    failedOf_one: '{{figure}} error',
    failedOf_other: '{{figure}} errors',
    byStatus: 'By status',
    status: 'Status',
    onlyStatus: 'Only calls answered {{name}}',
    burnDown: 'What is left of {{metric}}'
  },
  quotas: quotasEn,
  findings: findingsEn,
  accounts: accountsEn,
  progress: {
    label: 'Progress',
    some: '{{done}} calls',
    of: '{{done}} of {{all}} calls'
  },
  export: {
    csv: 'Export calls as CSV…',
    json: 'Export calls as JSON…',
    working: 'Writing calls to a file',
    done_one: '{{formatted}} call written to the file',
    done_other: '{{formatted}} calls written to the file'
  },
  keeping: keepingEn,
  empty: {
    callsTitle: 'No calls yet',
    noAccounts:
      'Connect an account of a provider that keeps a log: who used which key, for which endpoint and from where then stands here.',
    callsText: 'Sync once, and the calls that the provider still knows come in. From then on they are kept here.',
    readTitle: 'No calls so far',
    readText: 'The log was read and is empty. Calls appear here after the next sync.',
    notOfferedTitle: 'Not offered by these providers',
    notOfferedText:
      'None of the connected accounts keeps a log of calls that could be read. Totals stand under Quotas, and what is done on this computer with each key.',
    fitsTitle: 'No call fits',
    fitsText: 'Every filter must hold. Drop one, or look at more time.',
    spanText: 'Nothing was called in this time.',
    spanAction: 'Look at all time',
    quotasTitle: 'No quotas known',
    quotasText: 'What an account has used of its plan stands here, with the day it ends, once a provider tells it.',
    quotasAction: 'See the accounts',
    findingsTitle: 'Nothing stands out',
    findingsText:
      'New addresses and endpoints, bursts of errors, old keys that are still used and quotas near their end are found by plain rules and stand here.',
    findingsAction: 'See the calls',
    settledTitle: 'Nothing acknowledged yet',
    settledText: 'What you acknowledge stands here, and can be opened again.',
    settledAction: 'See what is open',
    accountsTitle: 'No accounts yet',
    accountsText: 'Each account says here how its usage is read, how far it is, and why not where it is not.'
  },
  key: {
    tabs: 'Parts of the details',
    details: 'Details',
    heading: 'Calls at the provider',
    all: 'Open in Usage',
    latest: 'Latest calls',
    noCalls: 'No call in this time.',
    offers: {
      'not-tied': 'This key belongs to no connected account, so nobody tells of its calls.',
      'not-offered': 'A log of calls is not offered by this provider ({{provider}}).',
      guided: 'The account of this key is worked with by hand, so its log is not read.',
      unusable: 'The manifest of this provider is missing or broken, so its log is not read.'
    }
  },
  local: {
    heading: 'Used on this computer',
    none: 'Nothing here took the value out of the vault yet.',
    more: 'Show more',
    kinds: {
      copied: 'Copied',
      revealed: 'Revealed',
      'env-written': 'Written to an env file',
      run: 'Given to a command'
    }
  }
}
