import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import { keyFields, type KeyFields } from '@contract/model/key'
import { providerName } from '@contract/model/provider-names'
import type { ImportChoice, ImportFormat, ImportPreview } from '@contract/model/import'
import { passwordBytes } from '../crypto/password'
import type { Argon2Derive, Candidate } from '../importers/candidate'
import { compareImport, type ComparedCandidate } from '../importers/compare'
import { toCsv, toKeyquayJson, type ExportedKey } from '../importers/export'
import { toLine } from '../importers/clean'
import { IMPORT_LIMITS } from '../importers/limits'
import type { Clock } from '../ports/clock'
import type { Files } from '../ports/files'
import type { AsyncVaultStore, NewKey, StoredKey } from '../ports/vault-store'
import { auditOf, type Actor } from './actor'
import type { Bindings } from './env/bindings'
import { newKeyId } from './ids'
import { previewOf } from './preview'
import type { SessionKeeper } from './session-keeper'

/** Keys coming in from other tools' files, and going out in plain text. */
export interface Transfer {
  /** Asks for the password, then for the file. Throws `wrong-password`, `file-exists`, `disk-full`, `cancelled`. */
  exportPlain(
    format: 'json' | 'csv',
    password: string,
    chooseFile: () => Promise<string>,
    actor: Actor
  ): Promise<{ file: string; keys: number }>
  /** What a text from the clipboard is. Lines of `NAME=value` are previewed as a file's are; of a secret nothing is kept. */
  pasted(text: string): Promise<{ found: 'nothing' | 'secret' | 'lines'; preview: ImportPreview | null }>
  /** Throws `file-unreadable`, `import-unreadable`, `wrong-password` (of the file), `kdf-too-strong`, `input-too-large`. */
  preview(file: string, format: ImportFormat | null, password: string | null): Promise<ImportPreview>
  /**
   * Adds all chosen entries in one transaction, then replaces secrets one by one. `bind` ties the keys that came from
   * an env file to it. Throws `import-forgotten`.
   */
  apply(
    token: string,
    choices: readonly ImportChoice[],
    bind: boolean,
    actor: Actor
  ): Promise<{ added: number; replaced: number; skipped: number; bound: number }>
  cancel(token: string): Promise<void>
}

interface Held {
  readonly token: string
  /** Null for what was pasted. */
  readonly file: string | null
  readonly format: ImportFormat
  readonly fileName: string
  readonly compared: readonly ComparedCandidate[]
  readonly names: ReadonlyMap<KeyId, string>
}

const EXPORT_PAGE = 500

export function createTransfer(parts: {
  session: SessionKeeper
  clock: Clock
  files: Files
  derive: Argon2Derive
  bindings: Pick<Bindings, 'bind'>
  changed: () => void
}): Transfer {
  const { session, clock, files, derive, bindings, changed } = parts
  let held: Held | null = null

  const now = (): string => new Date(clock.nowMs()).toISOString()
  const store = (): AsyncVaultStore => session.store()

  // Secrets of a file that was only looked at do not outlive the session.
  session.beforeLock(() => {
    held = null
  })

  async function compare(candidates: readonly Candidate[]): Promise<Pick<Held, 'compared' | 'names'>> {
    const fingerprints = await store().keys.fingerprints(candidates.map(({ secret }) => utf8(secret)))
    const bySecret = new Map(candidates.map(({ secret }, index) => [secret, fingerprints[index] ?? '']))
    const existing = await store().keys.identities()
    return {
      compared: compareImport(candidates, existing, (secret) => bySecret.get(secret) ?? ''),
      names: new Map(existing.map(({ id, name }) => [id, name]))
    }
  }

  async function readAll(): Promise<ExportedKey[]> {
    const all: ExportedKey[] = []
    let after: KeyId | null = null
    for (;;) {
      const page = await store().keys.withSecrets(after, EXPORT_PAGE)
      for (const { key, secret } of page) {
        all.push({ fields: fieldsOf(key), secret: secret === null ? null : Buffer.from(secret).toString('utf8') })
        secret?.fill(0)
      }
      const last = page.at(-1)
      if (last === undefined) return all
      after = last.key.id
    }
  }

  return {
    async exportPlain(format, password, chooseFile, actor) {
      await session.confirm(password, actor)
      const stillUnlocked = session.hold()
      const file = await chooseFile()
      // The dialog may have stood open over a lock, and somebody else may have unlocked since.
      stillUnlocked()
      const keys = await readAll()
      const bytes = format === 'json' ? toKeyquayJson(keys) : toCsv(keys)
      try {
        // Recorded first: what cannot be recorded does not leave.
        await store().audit.append(
          auditOf('vault.exported', actor, clock.nowMs(), null, `${String(keys.length)} keys as ${format}`)
        )
        await files.writeNew(file, bytes)
      } finally {
        bytes.fill(0)
      }
      return { file, keys: keys.length }
    },

    async pasted(text) {
      const { isLikelySecret, readImport } = await import('../importers')
      if (isOneWord(text)) return { found: isLikelySecret('', text) ? 'secret' : 'nothing', preview: null }
      // A text that is no env file either is just that.
      const found = await readImport('env', { bytes: utf8(text), fileName: '' }).catch(() => [])
      if (!found.some(({ likelySecret }) => likelySecret)) return { found: 'nothing', preview: null }
      const candidates = found.map(withProviderName)
      held = { token: randomUUID(), file: null, format: 'env', fileName: '', ...(await compare(candidates)) }
      return { found: 'lines', preview: toPreview(held) }
    },

    async preview(file, format, password) {
      // The readers of other tools' formats are heavy; a start of the app does not wait for them.
      const { detectFormat, readImport } = await import('../importers')
      const bytes = await files.read(file, IMPORT_LIMITS.fileBytes)
      const fileName = toLine(basename(file), 200)
      const detected = format ?? detectFormat(fileName, bytes)
      if (detected === null) throw new AppError('import-unreadable', { file: fileName, line: null })
      const filePassword = password === null ? {} : { password: passwordBytes(password) }
      const found = await readImport(detected, { bytes, fileName, derive, ...filePassword })
      const candidates = found.map(withProviderName)
      bytes.fill(0)
      held = { token: randomUUID(), file, format: detected, fileName, ...(await compare(candidates)) }
      return toPreview(held)
    },

    async apply(token, choices, bind, actor) {
      if (held?.token !== token) throw new AppError('import-forgotten', {})
      const { compared, file, fileName, format } = held
      if (new Set(choices.map(({ index }) => index)).size < choices.length) {
        throw new AppError('input-invalid', { path: 'choices', expected: 'each entry once' })
      }
      // From here on the token is spent: a second apply must not add everything again.
      held = null
      const adds: NewKey[] = []
      const replaces: { id: KeyId; secret: string }[] = []
      const taken: { id: KeyId; name: string | null }[] = []
      for (const { index, action } of choices) {
        const entry = compared[index]
        if (entry === undefined || !mayTake(entry, action))
          throw new AppError('input-invalid', { path: 'choices', expected: 'an entry of the preview' })
        const { candidate, ids } = entry
        const [id] = ids
        const name = candidate.fields.envName ?? null
        if (action === 'replace' && id !== undefined) {
          replaces.push({ id, secret: candidate.secret })
          taken.push({ id, name })
        } else {
          const key = toNewKey(candidate, clock.nowMs(), now())
          adds.push(key)
          taken.push({ id: key.id, name })
        }
      }
      const detail =
        `${String(adds.length)} added, ${String(replaces.length)} replaced from ${fileName === '' ? 'the clipboard' : fileName}`.slice(
          0,
          500
        )
      await store().keys.addMany(adds, auditOf('vault.imported', actor, clock.nowMs(), null, detail))
      for (const { id, secret } of replaces) {
        await store().keys.replaceSecret(
          id,
          utf8(secret),
          previewOf(secret),
          now(),
          auditOf('key.value-replaced', actor, clock.nowMs(), id, 'import')
        )
      }
      changed()
      const named = bind && file !== null && format === 'env' ? taken : []
      let bound = 0
      for (const { id, name } of named) {
        if (name === null || file === null) continue
        await bindings.bind(id, name, file, actor)
        bound += 1
      }
      return { added: adds.length, replaced: replaces.length, skipped: compared.length - choices.length, bound }
    },

    cancel(token) {
      if (held?.token === token) held = null
      return Promise.resolve()
    }
  }
}

/** Without a blank in it, and not a name with its value: the `=` at the end of base64 names nothing. */
function isOneWord(text: string): boolean {
  const word = text.trim()
  return !/\s/u.test(word) && !/^[A-Za-z_][\w.-]*=[^=]/.test(word)
}

function toNewKey({ fields, secret }: Candidate, nowMs: number, at: string): NewKey {
  return {
    id: newKeyId(nowMs),
    fields: keyFields.parse(fields),
    state: 'active',
    preview: previewOf(secret),
    secret: utf8(secret),
    at
  }
}

function withProviderName(candidate: Candidate): Candidate {
  const { provider } = candidate.fields
  return typeof provider === 'string'
    ? { ...candidate, fields: { ...candidate.fields, provider: providerName(provider) } }
    : candidate
}

/** What cannot be stored is never taken; a secret is replaced only where exactly one key is meant. */
function mayTake({ reason, ids }: ComparedCandidate, action: ImportChoice['action']): boolean {
  const storable = reason === null || reason === 'not-a-secret' || reason === 'duplicate'
  return storable && (action === 'add' || ids.length === 1)
}

function toPreview({ token, fileName, format, compared, names }: Held): ImportPreview {
  return {
    token,
    fileName,
    format,
    items: compared.map(({ candidate: { fields, secret, origin }, verdict, reason, ids }, index) => {
      const keyId = ids.length === 1 ? (ids[0] ?? null) : null
      return {
        index,
        name: fields.name,
        origin,
        provider: fields.provider ?? null,
        envName: fields.envName ?? null,
        preview: previewOf(secret),
        verdict,
        reason,
        keyId,
        keyName: keyId === null ? null : (names.get(keyId) ?? null)
      }
    })
  }
}

/** The writable part of a stored key. */
function fieldsOf(key: StoredKey): KeyFields {
  return keyFields.parse(
    Object.fromEntries(Object.keys(keyFields.shape).map((name) => [name, key[name as keyof KeyFields]]))
  )
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}
