/** Keys as the vault knows them: the list, one key, its form. */
export const listEn = {
  grid: 'Keys',
  search: 'Search keys',
  newKey: 'New key',
  moreWays: 'More ways to add keys',
  emptyBin: 'Empty bin',
  filters: 'Filters',
  provider: 'Provider',
  status: 'Status',
  environment: 'Environment',
  tag: 'Tag',
  clearFilters: 'Clear filters',
  found_one: '{{formatted}} key',
  found_other: '{{formatted}} keys',
  columns: {
    name: 'Name',
    provider: 'Provider',
    project: 'Project',
    preview: 'Key',
    envName: 'Env name',
    scopes: 'Scopes',
    tags: 'Tags',
    environment: 'Environment',
    createdAt: 'Created',
    expiresAt: 'Expires',
    lastUsedAt: 'Last used',
    status: 'Status'
  },
  favourite: 'Favourite',
  selected_one: '{{formatted}} key selected',
  selected_other: '{{formatted}} keys selected',
  clearSelection: 'Clear selection',
  deleteSelected: 'Move to bin',
  restoreSelected: 'Restore',
  menu: 'Actions for {{name}}',
  open: 'Open',
  copyValue: 'Copy',
  copyAs: 'Copy as',
  copyLink: 'Copy link',
  addFavourite: 'Add to favourites',
  removeFavourite: 'Remove from favourites'
} as const

export const emptyEn = {
  keysTitle: 'No keys yet',
  keysText: 'Every key you add stands here with its provider, its expiry date and when it was last used.',
  keysAction: 'Add the first key',
  searchTitle: 'No key fits',
  searchText: 'Nothing matches this search and these filters.',
  searchAction: 'Clear search and filters',
  searchAloneText: 'Nothing matches this search.',
  searchAloneAction: 'Clear search',
  expiringTitle: 'Nothing expires soon',
  expiringText: 'Keys that expire within 30 days stand here, the next one first.',
  expiringAction: 'Show all keys',
  favouritesTitle: 'No favourites yet',
  favouritesText: 'Mark a key with the star in its details and it stands here.',
  favouritesAction: 'Show all keys',
  binTitle: 'The bin is empty',
  binText: 'Deleted keys wait here until you restore them or delete them for good.',
  binAction: 'Show all keys',
  auditTitle: 'Nothing recorded',
  auditText: 'Reveals, copies and changes stand here as they happen.',
  auditAction: 'Show every action',
  backupsTitle: 'No backups yet',
  backupsText: 'Each backup is one encrypted file that opens with the password of its day.',
  backupsAction: 'Back up now'
} as const

export const detailsEn = {
  label: 'Key details',
  close: 'Close details',
  resize: 'Resize details',
  edit: 'Edit',
  more: 'More actions',
  delete: 'Move to bin',
  restore: 'Restore',
  purge: 'Delete for good',
  replace: 'Replace secret',
  secret: 'Secret',
  maskedSecret: 'Secret, hidden',
  shownSecret: 'Secret, shown',
  notKept: 'The secret is not kept in this vault; only its preview and fingerprint are.',
  created: 'Created',
  expires: 'Expires',
  neverExpires: 'Never expires',
  lifeLine: 'Life of this key',
  rotatedOn: 'Rotated on {{when}}',
  graceUntil: 'The old value works too until {{when}}',
  envName: 'Env name',
  provider: 'Provider',
  project: 'Project',
  environment: 'Environment',
  scopes: 'Scopes',
  roles: 'Roles',
  ipRanges: 'IP ranges',
  tags: 'Tags',
  notes: 'Notes',
  fingerprint: 'Fingerprint',
  lastUsed: 'Last used',
  updated: 'Changed',
  facts: 'Details',
  history: 'Previous values',
  purgeValues: 'Delete previous values',
  replacedAt: 'Replaced {{when}}',
  audit: 'Audit trail',
  inBin: 'In the bin since {{when}}'
} as const

export const revealEn = {
  drag: 'Drag it into an editor for NAME=value',
  dragValue: 'Drag it into an editor',
  reveal: 'Reveal',
  hide: 'Hide',
  hidesIn: 'Hides in {{seconds}} s',
  previous: 'Reveal the value replaced on {{when}}',
  hidePrevious: 'Hide the value replaced on {{when}}'
} as const

export const copyEn = {
  copy: 'Copy',
  formats: 'Copy formats',
  value: 'Value',
  env: 'NAME=value',
  export: 'export NAME=value',
  powershell: 'PowerShell',
  json: 'JSON',
  curl: 'curl',
  python: 'Python',
  javascript: 'JavaScript',
  'curl-header': 'curl header'
} as const

export const formEn = {
  newTitle: 'New key',
  editTitle: 'Edit key',
  name: 'Name',
  secret: 'Secret',
  showSecret: 'Show what was typed',
  secretHelp: 'Paste the value as the provider shows it.',
  recognised: 'Looks like a key of {{provider}}.',
  envName: 'Env name',
  provider: 'Provider',
  project: 'Project',
  environment: 'Environment',
  tags: 'Tags',
  tagsHelp: 'Press Enter to add a tag.',
  scopes: 'Scopes',
  scopesHelp: 'As the provider calls them.',
  description: 'Description',
  notes: 'Notes',
  expiry: 'Expires',
  expiryChoices: { never: 'Never', '30d': '30 days', '90d': '90 days', '1y': '1 year', date: 'A date' },
  expiryDate: 'Expiry date',
  expiryOn: 'Expires on {{date}}',
  keep: 'Keep the secret in the vault',
  keepHelp: 'Off: only its preview and fingerprint are kept, and it cannot be revealed again.',
  add: 'Add key',
  save: 'Save',
  nameNeeded: 'Enter a name.',
  secretNeeded: 'Paste or type the secret.',
  envNameRule: 'Letters, digits and underscores; it cannot start with a digit.',
  dateNeeded: 'Choose a date.',
  discardTitle: 'Discard what was entered?',
  discardText: 'It is not saved, and nothing was sent.',
  discard: 'Discard',
  keepEditing: 'Keep editing'
} as const

export const replaceEn = {
  title: 'Replace the secret of {{name}}',
  text: 'The value there now stays under previous values until you delete it.',
  secret: 'New secret',
  replace: 'Replace secret'
} as const

export const againEn = {
  title: 'Password needed again',
  text: 'The vault has been open for a while. Enter the password to go on.',
  password: 'Master password',
  confirm: 'Continue'
} as const

export const confirmEn = {
  purgeTitle: 'Delete {{name}} for good?',
  purgeText:
    'The secret, its previous values and its notes leave the vault. This cannot be undone. The key stays valid at its provider.',
  purge: 'Delete for good',
  valuesTitle: 'Delete previous values of {{name}}?',
  valuesText: 'They cannot be brought back. The current secret stays.',
  values: 'Delete previous values',
  binTitle: 'Empty the bin?',
  binText_one:
    '{{count}} key leaves the vault with its secret, previous values and notes. This cannot be undone. It stays valid at its provider.',
  binText_other:
    '{{count}} keys leave the vault with their secrets, previous values and notes. This cannot be undone. They stay valid at their providers.',
  bin_one: 'Delete {{count}} key for good',
  bin_other: 'Delete {{count}} keys for good'
} as const
