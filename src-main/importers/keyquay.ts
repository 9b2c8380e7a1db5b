import { keyFields } from '@contract/model/key'
import { z } from 'zod'
import type { Importer } from './candidate'
import { createCollection } from './collect'
import { readJson } from './json'
import { IMPORT_LIMITS } from './limits'

/** What names our plaintext export. */
export const KEYQUAY_FORMAT = 'keyquay-keys'
export const KEYQUAY_VERSION = 1

/** A connection is a thing of one vault: its id means nothing elsewhere, so it is neither written nor read. */
export const portableFields = keyFields
export type PortableFields = z.output<typeof portableFields>

const exported = z.object({
  format: z.literal(KEYQUAY_FORMAT),
  version: z.literal(KEYQUAY_VERSION),
  keys: z.array(portableFields.extend({ secret: z.string().nullable() }))
})
export type KeyquayExport = z.input<typeof exported>

/** Our own plaintext JSON. Strict: a field that is not ours, or breaks a limit, refuses the file. */
export const keyquay: Importer = {
  id: 'keyquay',
  read(input) {
    const { keys } = readJson(input, IMPORT_LIMITS.fileBytes, exported)
    const found = createCollection(input.fileName)
    for (const { secret, ...fields } of keys) {
      found.add({ name: fields.name, secret: secret ?? '', likelySecret: (secret ?? '') !== '' }, fields)
    }
    return Promise.resolve(found.all)
  }
}
