import { z } from 'zod'
import { createPrivateFile, type PrivateFile } from './private-file'

/** Which vault lies where this state is kept for; null while none can be told. */
export interface Keeper {
  vaultId: string | null
}

const envelope = z.strictObject({ vaultId: z.string().nullable(), kept: z.json() })

/**
 * A private file that says for which vault it is kept. What was kept for another one that lay in the same place is not
 * there for this one; what says nothing is from before it was said.
 */
export function createKeptFile(path: string, keeper: Readonly<Keeper>): PrivateFile {
  const file = createPrivateFile(path)
  return {
    read() {
      const found = file.read()
      const parsed = envelope.safeParse(found).data
      if (parsed === undefined) return found
      const { vaultId, kept } = parsed
      return vaultId === null || keeper.vaultId === null || vaultId === keeper.vaultId ? kept : null
    },
    write(kept) {
      file.write({ vaultId: keeper.vaultId, kept })
    },
    remove: file.remove
  }
}
