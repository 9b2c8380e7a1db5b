/** A vault that does nothing by itself on this computer yet. */
export const heldEn = {
  label: 'Held vault',
  new: 'This vault is new on this computer. Keyquay does nothing at providers and writes no file by itself until you allow it.',
  older:
    'This is another or older copy of the vault than the one this computer knew. Keyquay does nothing at providers and writes no file by itself until you allow it.',
  ask: 'Allow…',
  title: 'Let this vault act by itself?',
  whyNew:
    'Nobody allowed it on this computer yet. What it holds may have been set up by somebody else, for other files and folders.',
  whyOlder:
    'What it says of rotations may long be otherwise at the provider. Going on could revoke a key that is in use. If this is not meant, lock it and look for the newer copy.',
  work: 'What it would do',
  rotations_one: 'Go on with {{count}} rotation that is not finished',
  rotations_other: 'Go on with {{count}} rotations that are not finished',
  policies_one: 'Rotate or renew {{count}} key when it is due',
  policies_other: 'Rotate or renew {{count}} keys when they are due',
  deliveries_one: 'Send {{count}} reminder that waits',
  deliveries_other: 'Send {{count}} reminders that wait',
  nothing: 'Nothing is waiting now. Usage is read, backups are made, and what becomes due is done.',
  folders: 'Its keys are written to files in',
  moreFolders_one: 'and {{count}} more folder',
  moreFolders_other: 'and {{count}} more folders',
  hosts: 'It would speak to',
  moreHosts_one: 'and {{count}} more host',
  moreHosts_other: 'and {{count}} more hosts',
  allow: 'Allow',
  allowed: 'The vault acts by itself from now on'
} as const
