import { AppError } from '@contract/errors'
import { z } from 'zod'
import type { Importer } from './candidate'
import { createCollection, type Collection, type Found } from './collect'
import { readJson } from './json'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { unreadable } from './unreadable'

const text = z.string().nullish()
const SECURE_NOTE = 2
const HIDDEN = 1
const LINKED = 3

const item = z.object({
  type: z.int(),
  name: text,
  notes: text,
  folderId: text,
  collectionIds: z.array(z.string()).nullish(),
  favorite: z.boolean().nullish(),
  creationDate: text,
  deletedDate: text,
  login: z.object({ username: text, password: text, uris: z.array(z.object({ uri: text })).nullish() }).nullish(),
  sshKey: z.object({ privateKey: text, keyFingerprint: text }).nullish(),
  fields: z.array(z.object({ name: text, value: text, type: z.int() })).nullish()
})
type Item = z.infer<typeof item>

const named = z.array(z.object({ id: z.string(), name: z.string() })).nullish()
const vault = z.object({
  encrypted: z.boolean().nullish(),
  folders: named,
  collections: named,
  items: z.array(item).nullish()
})

/**
 * Bitwarden's unencrypted JSON (bitwarden.com/help/condition-bitwarden-import, "JSON for an individual vault"), of a
 * person or an organisation: passwords, SSH keys, hidden fields, and other fields and notes that look like keys.
 * The trash is left out. An encrypted export is `import-encrypted`.
 */
export const bitwarden: Importer = {
  id: 'bitwarden-json',
  read(input) {
    const { encrypted, folders, collections, items } = readJson(input, IMPORT_LIMITS.fileBytes, vault)
    if (encrypted === true) throw new AppError('import-encrypted', { file: input.fileName })
    if (!items) throw unreadable(input.fileName)
    const names = new Map([...(folders ?? []), ...(collections ?? [])].map(({ id, name }) => [id, name]))
    const found = createCollection(input.fileName)
    for (const one of items) if (!one.deletedDate) addItem(found, one, names)
    return Promise.resolve(found.all)
  }
}

function addItem(found: Collection, one: Item, names: ReadonlyMap<string, string>): void {
  const { login } = one
  const shared: Omit<Found, 'secret' | 'likelySecret'> = {
    name: one.name,
    notes: one.notes,
    user: login?.username,
    address: login?.uris?.[0]?.uri,
    tags: [one.folderId ?? '', ...(one.collectionIds ?? [])].map((id) => names.get(id)),
    favourite: one.favorite === true,
    createdAt: one.creationDate
  }
  const before = found.all.length
  if (login?.password) found.add({ ...shared, secret: login.password, likelySecret: true })
  if (one.sshKey?.privateKey) {
    found.add({ ...shared, secret: one.sshKey.privateKey, likelySecret: true, remoteId: one.sshKey.keyFingerprint })
  }
  for (const field of one.fields ?? []) {
    const { name, value, type } = field
    if (!value || type === LINKED || (type !== HIDDEN && !isLikelySecret(name ?? '', value))) continue
    found.add({
      ...shared,
      name: fieldName(one, name, found.all.length > before),
      envName: name,
      secret: value,
      likelySecret: true
    })
  }
  if (found.all.length > before) return
  const note = one.type === SECURE_NOTE ? (one.notes ?? '').trim() : ''
  if (note !== '' && isLikelySecret(one.name ?? '', note)) {
    found.add({ ...shared, notes: '', secret: one.notes ?? '', likelySecret: true })
  } else if (login) found.add({ ...shared, secret: '', likelySecret: false })
}

/** A second value of one item needs a name of its own. */
function fieldName(one: Item, name: string | null | undefined, isFurther: boolean): string {
  return isFurther && name ? `${one.name ?? ''} ${name}` : (one.name ?? name ?? '')
}
