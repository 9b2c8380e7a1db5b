import { z } from 'zod'
import { call } from '../define'
import { nothing } from '../model/base'
import { vaultPlace } from '../model/vault-place'

const folder = z.string().min(1).max(4_096)

/** Which vault Keyquay works with. All of it answers while the vault is locked, and tells nothing of what is in one. */
export const vaultsCalls = {
  /** `isWhole` is false where the list of vaults was damaged: only the own one is known then. */
  'vaults.list': call({
    requires: 'nothing',
    input: nothing,
    output: z.strictObject({ vaults: z.array(vaultPlace), isWhole: z.boolean() })
  }),
  /** What lies in a folder. Null has the person choose one, which is the only way the window may name a new one. */
  'vaults.look': call({
    requires: 'nothing',
    input: z.strictObject({ folder: folder.nullable() }),
    output: vaultPlace
  }),
  /**
   * Locks the vault and goes on with this one, which was looked at or is in the list. The window starts anew then.
   * `vaultId` is what the look told. Throws `vault-folder-changed` where another vault lies there by now.
   */
  'vaults.open': call({
    requires: 'nothing',
    input: z.strictObject({ folder, vaultId: vaultPlace.shape.vaultId }),
    output: vaultPlace
  }),
  /** Takes one out of the list. Its folder is not touched. */
  'vaults.forget': call({ requires: 'nothing', input: z.strictObject({ folder }), output: nothing })
} as const
