import type { VaultPlace } from '@contract/model/vault-place'

/** The folders vaults lie in, and which of them this Keyquay works with. */
export interface VaultFolders {
  /** The home's own vault first, then those that were open, the latest first. `isWhole`: the list could be read. */
  list(): Promise<{ readonly vaults: readonly VaultPlace[]; readonly isWhole: boolean }>
  /** Whether it is one of the list; looks at no folder. */
  knows(folder: string): boolean
  /**
   * The vault in `folder`, or in its folder `vault`; of the home's own also that there is none yet. Throws
   * `vault-absent`, `vault-folder-missing` for one of the list that is not there now, `vault-folder-silent` for one that
   * does not answer, `vault-newer`, and the codes of a damaged vault, unless it is in the list: that one can be opened to restore a backup.
   */
  look(folder: string): Promise<VaultPlace>
  /** From now on this is the vault, also after a restart. Throws `vault-choice-unwritable`. */
  choose(place: VaultPlace): void
  /** Takes a vault out of the list, with what this computer kept of it; its folder is not touched. Throws `vault-choice-unwritable`. */
  forget(folder: string): void
}
