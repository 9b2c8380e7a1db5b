import { ProtectedValue, type KdbxEntry, type KdbxEntryField, type KdbxGroup } from 'kdbxweb'
import type { Importer } from './candidate'
import { createCollection, type Collection, type Found } from './collect'
import { openKdbx } from './kdbx-open'
import { isLikelySecret } from './likely-secret'

const STANDARD = new Set(['Title', 'UserName', 'Password', 'URL', 'Notes'])
/** One-time passwords and passkeys, as KeePass and KeePassXC store them: secrets, but no keys to hand out. */
const NOT_KEYS = /^(?:otp$|TOTP |TimeOtp-|HmacOtp-|KPEX_)/

/**
 * KeePass databases, KDBX 3 and 4 (keepass.info/help/kb/kdbx_4.html), keyed by a password with AES-KDF or Argon2.
 * Each entry's password is a candidate, and so is each protected field of its own that looks like a key. Groups become
 * tags. Histories, attachments and the recycle bin are left out; key files are not supported.
 */
export const keepass: Importer = {
  id: 'keepass-kdbx',
  async read(input) {
    const { groups, meta } = await openKdbx(input)
    const found = createCollection(input.fileName)
    const open = groups.map((group): [KdbxGroup, string] => [group, ''])
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [group, path] = next
      if (meta.recycleBinEnabled === true && group.uuid.equals(meta.recycleBinUuid)) continue
      for (const entry of group.entries) addEntry(found, entry, path)
      open.push(...group.groups.map((inner): [KdbxGroup, string] => [inner, joined(path, inner.name)]))
    }
    return found.all
  }
}

function addEntry(found: Collection, entry: KdbxEntry, path: string): void {
  const { fields, tags, times } = entry
  const shared: Omit<Found, 'secret' | 'likelySecret'> = {
    name: textOf(fields.get('Title')),
    user: textOf(fields.get('UserName')),
    address: textOf(fields.get('URL')),
    notes: textOf(fields.get('Notes')),
    tags: [path, ...tags.filter((tag) => !isFavourite(tag))],
    favourite: tags.some(isFavourite),
    createdAt: times.creationTime,
    expiresAt: times.expires === true ? times.expiryTime : null
  }
  const before = found.all.length
  const password = textOf(fields.get('Password'))
  if (password !== '') found.add({ ...shared, secret: password, likelySecret: !password.startsWith('{REF:') })
  for (const [field, value] of fields) {
    if (STANDARD.has(field) || NOT_KEYS.test(field) || !(value instanceof ProtectedValue)) continue
    const secret = value.getText()
    if (!isLikelySecret(field, secret)) continue
    const name = found.all.length > before ? `${shared.name ?? ''} ${field}` : shared.name
    found.add({ ...shared, name, envName: field, secret, likelySecret: true })
  }
  if (found.all.length === before) found.add({ ...shared, secret: '', likelySecret: false })
}

function textOf(field: KdbxEntryField | undefined): string {
  return field instanceof ProtectedValue ? field.getText() : (field ?? '')
}

/** KeePassXC keeps its star as a tag. */
function isFavourite(tag: string): boolean {
  return tag.toLowerCase() === 'favorite'
}

function joined(path: string, name: string | undefined): string {
  return path === '' ? (name ?? '') : `${path}/${name ?? ''}`.slice(0, 200)
}
