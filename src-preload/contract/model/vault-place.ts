import { z } from 'zod'

/** A folder with a vault, as far as it can be told without its password. */
export const vaultPlace = z.strictObject({
  folder: z.string(),
  name: z.string(),
  /** Which vault it is, wherever it lies. Told by a look alone; null where none can be read. */
  vaultId: z.string().nullable(),
  /** The one in Keyquay's own folder. */
  isOwn: z.boolean(),
  /** The one Keyquay works with now. */
  isCurrent: z.boolean(),
  /**
   * `absent`: none was made there yet, of the own one. `missing`: it was there once. `silent`: its disk or share does not
   * answer.
   */
  standing: z.enum(['present', 'absent', 'missing', 'silent', 'damaged']),
  /** The program that copies this folder to other computers, by the names of folders; null where none is known. */
  syncedBy: z.string().nullable(),
  /** On another computer's disk. */
  isOnNetwork: z.boolean(),
  isReadOnly: z.boolean(),
  /** Other users of this computer can reach its files. */
  isOpenToOthers: z.boolean(),
  /** The folder around it in which other users can put another one in its place; null where none is. */
  exchangeableIn: z.string().nullable()
})
export type VaultPlace = z.infer<typeof vaultPlace>
