import type { KeyId } from '@contract/model/base'
import type { WrittenBinding } from '@contract/model/rotation'
import type { Actor } from '../actor'

/** The env files that hold a key's value. */
export interface BoundFiles {
  /**
   * Writes the key's present value to every name that is bound to it and reports each; one that cannot be written is
   * left as it is. Never throws for a file; throws `vault-locked`.
   */
  writeAll(id: KeyId, actor: Actor): Promise<WrittenBinding[]>
}
