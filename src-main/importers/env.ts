import type { Importer } from './candidate'
import { createCollection } from './collect'
import { readAssignments } from './env-assignments'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { decodeText } from './text'

/**
 * `.env` files by the rules of dotenv 18 (its README, "What rules does the parsing engine follow?"). A name that
 * is assigned twice makes two candidates: which of them is meant is for a person to say.
 */
export const env: Importer = {
  id: 'env',
  read(input) {
    const found = createCollection(input.fileName)
    for (const { name, value, line } of readAssignments(decodeText(input, IMPORT_LIMITS.configBytes))) {
      found.add({
        name,
        envName: name,
        secret: value,
        origin: `line ${String(line)}`,
        likelySecret: isLikelySecret(name, value)
      })
    }
    return Promise.resolve(found.all)
  }
}
