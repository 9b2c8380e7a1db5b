import type { HeldBack, VaultHold } from '@contract/model/session'
import type { VaultPlace } from '@contract/model/vault-place'
import { quoted } from './env/env-words'
import { oneLine } from './terminal'

const STANDS: Readonly<Record<VaultPlace['standing'], string>> = {
  present: 'there',
  absent: 'not made yet',
  missing: 'not there now',
  silent: 'does not answer',
  damaged: 'damaged'
}

export const standingWord = ({ standing }: VaultPlace): string => STANDS[standing]

/** What to know before a vault is used where it lies. */
export function cautions({
  syncedBy,
  isOnNetwork,
  isReadOnly,
  isOpenToOthers,
  exchangeableIn,
  folder
}: VaultPlace): string[] {
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
    ...(isOpenToOthers ? [`Other users of this computer can reach its files: chmod -R go= ${oneLine(quoted(folder))}`] : []),
    ...(exchangeableIn === null
      ? []
      : [
          `Other users of this computer can put another folder in its place: ${oneLine(quoted(exchangeableIn))} is not yours alone to change.`
        ])
  ]
}

/** Why a vault does nothing by itself, and what it would do. */
export function aboutHeld(
  holds: VaultHold,
  { rotations, policies, deliveries, folders, moreFolders, hosts, moreHosts }: HeldBack
): string[] {
  return [
    holds === 'new'
      ? 'This vault is new on this computer: somebody else may have set up what it does.'
      : 'This is another or older copy of the vault than the one this computer knew: what it says of rotations may long be otherwise at the provider.',
    `It would go on with ${count(rotations, 'rotation')}, follow the policy of ${count(policies, 'key')} and send ${count(deliveries, 'reminder')}.`,
    ...(folders.length === 0 ? [] : ['Its keys are written to files in:', ...folders.map((folder) => `  ${oneLine(folder)}`)]),
    ...(moreFolders === 0 ? [] : [`  and in ${count(moreFolders, 'more folder')}`]),
    ...(hosts.length === 0 ? [] : ['It would speak to:', ...hosts.map((host) => `  ${oneLine(host)}`)]),
    ...(moreHosts === 0 ? [] : [`  and ${count(moreHosts, 'more host')}`])
  ]
}

const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? '' : 's'}`
