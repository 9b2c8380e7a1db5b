import type { VaultPlace } from '@contract/model/vault-place'

const STANDS: Readonly<Record<VaultPlace['standing'], string>> = {
  present: 'there',
  absent: 'not made yet',
  missing: 'not there now',
  damaged: 'damaged'
}

export const standingWord = ({ standing }: VaultPlace): string => STANDS[standing]

/** What to know before a vault is used where it lies. */
export function cautions({ syncedBy, isOnNetwork, isReadOnly, isOpenToOthers, folder }: VaultPlace): string[] {
  return [
    ...(syncedBy === null
      ? []
      : [
          `${syncedBy} copies this folder. Keep the vault open on one computer at a time: two that write meanwhile lose what one of them wrote.`
        ]),
    ...(isOnNetwork
      ? [
          'This folder lies on another computer. Locks do not hold everywhere there: use it from one computer at a time.'
        ]
      : []),
    ...(isReadOnly ? ['This folder cannot be written to, so the vault opens for reading only.'] : []),
    ...(isOpenToOthers ? [`Other users of this computer can reach its files: chmod -R go= ${folder}`] : [])
  ]
}
