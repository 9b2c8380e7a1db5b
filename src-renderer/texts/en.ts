import { firstRunEn, strengthEn, lockEn, damagedEn, vaultsEn, welcomeEn, bootEn } from './entrance-en'
import { listEn, emptyEn, detailsEn, revealEn, copyEn, formEn, replaceEn, againEn, confirmEn } from './local-en'
import { auditEn } from './audit-en'
import { settingsEn } from './settings-en'
import { careEn, newPasswordEn, kitEn, restoreEn, accessEn, backupsEn } from './care-en'
import { heldEn } from './held-en'
import { importEn, dataEn } from './transfer-en'
import { relativeEn } from './time-en'
import { connectionsEn } from './connections-en'
import { envEn } from './env-en'
import { keysEn } from './keys-en'
import { providerEn } from './provider-en'
import { remindersEn } from './reminders-en'
import { usageEn } from './usage-en'
import { commandsEn, grantsEn } from './shell-en'

export const en = {
  common: {
    cancel: 'Cancel',
    close: 'Close',
    clear: 'Clear',
    tryAgain: 'Try again',
    never: 'Never',
    none: 'None',
    undo: 'Undo',
    loading: 'Loading'
  },
  failure: {
    copyId: 'Copy error id'
  },
  firstRun: firstRunEn,
  strength: strengthEn,
  lock: lockEn,
  damaged: damagedEn,
  vaults: vaultsEn,
  welcome: welcomeEn,
  boot: bootEn,
  nav: {
    counted: '{{label}} ({{number}})',
    label: 'Navigation',
    allKeys: 'All keys',
    expiring: 'Expiring',
    favourites: 'Favourites',
    bin: 'Bin',
    providers: 'Providers',
    projects: 'Projects',
    tags: 'Tags',
    connections: 'Connections',
    audit: 'Audit',
    backups: 'Backups',
    settings: 'Settings',
    lock: 'Lock',
    resizeSidebar: 'Resize sidebar',
    readOnly: 'Read only',
    readOnlyWhy: 'The vault folder cannot be written to. Make it writable, lock and unlock again.'
  },
  clipboard: {
    label: 'Clipboard',
    holds: '{{name}} is on the clipboard',
    clearsIn: 'Clears in {{seconds}} s',
    stays: 'Stays until something else is copied',
    clearNow: 'Clear now'
  },
  status: {
    active: 'Active',
    rotating: 'Rotating',
    expiring: 'Expires {{when}}',
    expiringShort: 'Expiring',
    expired: 'Expired',
    disabled: 'Disabled',
    revoked: 'Revoked',
    unknown: 'Unknown'
  },
  list: listEn,
  empty: emptyEn,
  details: detailsEn,
  reveal: revealEn,
  copy: copyEn,
  form: formEn,
  replace: replaceEn,
  again: againEn,
  confirm: confirmEn,
  toast: {
    added: '{{name}} added',
    saved: 'Changes saved',
    deleted: '{{name}} moved to the bin',
    deletedMany_one: '{{count}} key moved to the bin',
    deletedMany_other: '{{count}} keys moved to the bin',
    restored: '{{name}} restored',
    restoredMany_one: '{{count}} key restored',
    restoredMany_other: '{{count}} keys restored',
    purged: '{{name}} deleted for good',
    purgedMany_one: '{{count}} key deleted for good',
    purgedMany_other: '{{count}} keys deleted for good',
    replaced: 'Secret replaced',
    valuesPurged: 'Previous values deleted',
    copied: '{{name}} copied',
    copiedAs: '{{name}} copied as {{format}}',
    close: 'Close notification'
  },
  audit: auditEn,
  settings: settingsEn,
  care: careEn,
  held: heldEn,
  newPassword: newPasswordEn,
  kit: kitEn,
  restore: restoreEn,
  access: accessEn,
  backups: backupsEn,
  import: importEn,
  data: dataEn,
  commands: commandsEn,
  grants: grantsEn,
  palette: {
    label: 'Command palette',
    placeholder: 'Search keys and actions',
    actions: 'Actions',
    keys: 'Keys',
    nothing: 'Nothing fits'
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    move: 'Move through the list',
    ends: 'First and last key',
    open: 'Open the key',
    select: 'Select the key',
    back: 'One step back',
    copy: 'Copy the key',
    typeAhead: 'Jump to a name',
    or: 'or',
    letters: 'Letters'
  },
  relative: relativeEn,
  connections: connectionsEn,
  env: envEn,
  keys: keysEn,
  provider: providerEn,
  reminders: remindersEn,
  usage: usageEn
} as const
