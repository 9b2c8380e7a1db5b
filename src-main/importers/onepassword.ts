import { z } from 'zod'
import type { Importer } from './candidate'
import { createCollection, type Collection, type Found } from './collect'
import { readJson } from './json'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { readZipEntry } from './unzip'

const text = z.string().nullish()

/** A field holds one kind of value under that kind's name; only the kinds that are read are named. */
const value = z.object({ concealed: text, string: text, url: text, date: z.number().nullish() })
const field = z.object({ id: text, title: text, value: value.nullish() })
const item = z.object({
  favIndex: z.number().nullish(),
  createdAt: z.number().nullish(),
  state: text,
  details: z
    .object({
      loginFields: z.array(z.object({ value: text, designation: text })).nullish(),
      notesPlain: text,
      password: text,
      sections: z.array(z.object({ title: text, fields: z.array(field).nullish() })).nullish()
    })
    .nullish(),
  overview: z.object({ title: text, url: text, tags: z.array(z.string()).nullish() }).nullish()
})
const data = z.object({
  accounts: z.array(
    z.object({
      vaults: z.array(z.object({ attrs: z.object({ name: text }).nullish(), items: z.array(item).nullish() }))
    })
  )
})
type Item = z.infer<typeof item>
type Field = z.infer<typeof field>

/**
 * 1Password's 1PUX (support.1password.com/1pux-format): `export.data` of a zip. Reads login passwords, concealed
 * fields and fields that look like keys; the vault and the tags become tags, an API credential's dates its dates.
 * Archived items are tagged so. Files and previous passwords are left out.
 */
export const onepassword: Importer = {
  id: 'onepassword-1pux',
  read(input) {
    const bytes = readZipEntry(input.bytes, 'export.data', input.fileName)
    const { accounts } = readJson({ ...input, bytes }, IMPORT_LIMITS.inflatedBytes, data)
    const found = createCollection(input.fileName)
    for (const { attrs, items } of accounts.flatMap(({ vaults }) => vaults)) {
      for (const one of items ?? []) addItem(found, one, attrs?.name)
    }
    return Promise.resolve(found.all)
  }
}

function addItem(found: Collection, one: Item, vault: string | null | undefined): void {
  const { details, overview } = one
  const fields = (details?.sections ?? []).flatMap((section) => section.fields ?? [])
  const login = (designation: string): string =>
    details?.loginFields?.find((entry) => entry.designation === designation)?.value ?? ''
  const shared: Omit<Found, 'secret' | 'likelySecret'> = {
    name: overview?.title,
    notes: details?.notesPlain,
    user: login('username') || byId(fields, 'username')?.value?.string,
    address: overview?.url ?? byId(fields, 'hostname')?.value?.url,
    tags: [vault, ...(overview?.tags ?? []), one.state === 'archived' ? 'archived' : null],
    favourite: (one.favIndex ?? 0) > 0,
    createdAt: toMs(byId(fields, 'validFrom')?.value?.date ?? one.createdAt),
    expiresAt: toMs(byId(fields, 'expires')?.value?.date)
  }
  const before = found.all.length
  const password = login('password') || (details?.password ?? '')
  if (password !== '') found.add({ ...shared, secret: password, likelySecret: true })
  for (const { title, value: held } of fields) {
    const concealed = held?.concealed ?? ''
    const secret = concealed || (held?.string ?? '')
    if (secret === '' || (concealed === '' && !isLikelySecret(title ?? '', secret))) continue
    const isFurther = found.all.length > before
    const name = isFurther && title ? `${overview?.title ?? ''} ${title}` : overview?.title
    found.add({ ...shared, name, envName: title, secret, likelySecret: true })
  }
  if (found.all.length === before && details?.loginFields) found.add({ ...shared, secret: '', likelySecret: false })
}

function byId(fields: readonly Field[], id: string): Field | undefined {
  return fields.find((entry) => entry.id === id)
}

/** 1PUX counts seconds. */
function toMs(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds * 1000
}
