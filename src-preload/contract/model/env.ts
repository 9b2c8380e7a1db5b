import { z } from 'zod'
import { instant, keyId } from './base'
import { failure } from './connection'
import { importReason, importVerdict } from './import'

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/

export const bindingId = z.string().regex(ulid).brand<'BindingId'>()
export type BindingId = z.infer<typeof bindingId>
export const projectId = z.string().regex(ulid).brand<'ProjectId'>()
export type ProjectId = z.infer<typeof projectId>
export const undoId = z.string().regex(ulid).brand<'UndoId'>()
export type UndoId = z.infer<typeof undoId>

/**
 * What git would do with a file. `tracked`: it is in the next commit. `not-ignored`: the next `git add .` takes it.
 * `unknown`: git did not answer. All three are to be said loudly.
 */
export const gitState = z.enum(['tracked', 'not-ignored', 'ignored', 'no-repository', 'git-missing', 'unknown'])

/** Who else can read the file, or put another in its place. */
export const fileWarning = z.enum(['group-readable', 'world-readable', 'folder-writable-by-all'])

/** One line of a difference. Every value in `text` is masked. */
export const diffLine = z.strictObject({
  /** `skipped`: lines from here on stay as they are and are not listed; it has no text. */
  kind: z.enum(['same', 'removed', 'added', 'skipped']),
  /** In the old file for `removed`, else in the new one. */
  line: z.int().positive(),
  text: z.string()
})

/** The line that would make git ignore a file, and the `.gitignore` it belongs in. */
export const ignoreLine = z.strictObject({ gitignore: z.string(), line: z.string() })

const fileChange = z.enum(['added', 'changed', 'same'])

/** The most keys that are written in one go; so many secrets a program over the agent's socket may ask for at once. */
export const MOST_KEYS_AT_ONCE = 100

/** What a write would do with one key. */
const envPreviewKey = z.strictObject({
  keyId,
  keyName: z.string(),
  /** Under which it stands in the file. */
  name: z.string(),
  /** `same`: the file says so already. */
  change: fileChange,
  /** In the file after the write. */
  line: z.int().positive(),
  /** Lines of earlier assignments of the name. They stay, and do not count: the last one does. */
  duplicates: z.array(z.int().positive()),
  /** The name in this file is bound already, to this key or another. */
  bindingId: bindingId.nullable(),
  boundKeyName: z.string().nullable()
})
export type EnvPreviewKey = z.infer<typeof envPreviewKey>

/** What a write would do. It is held under `token` until it is written or forgotten, or the vault locks. */
export const envPreview = z.strictObject({
  token: z.string(),
  /** The real file. */
  file: z.string(),
  /** The file is not there yet. */
  creates: z.boolean(),
  /** The name asked for is a link to `file`: the write needs `followLink`. */
  link: z.string().nullable(),
  /** In the order they were asked for; none for a `.env.example`, which is written as a whole. */
  keys: z.array(envPreviewKey),
  /** Of the whole file. `same`: it says so already; nothing is written. `added`: what stands there stays. */
  change: fileChange,
  diff: z.array(diffLine),
  git: gitState,
  /** What `env.ignore` would write; null when it would change nothing. */
  ignore: ignoreLine.nullable(),
  warnings: z.array(fileWarning)
})
export type EnvPreview = z.infer<typeof envPreview>

/** What was written. */
export const envWritten = z.strictObject({
  file: z.string(),
  change: fileChange,
  /** Each key with its name in the file, in the order of the preview. */
  keys: z.array(
    envPreviewKey.pick({ keyId: true, name: true, change: true }).extend({ bindingId: bindingId.nullable() })
  ),
  /** Null when nothing was written. */
  undoId: undoId.nullable(),
  git: gitState,
  warnings: z.array(fileWarning)
})
export type EnvWritten = z.infer<typeof envWritten>

/**
 * How a file and the vault stand to each other, by digest. `orphaned`: its key is in the bin or gone, nothing is
 * written any more. `unreadable`: the file cannot be read; `failure` says why.
 */
export const bindingState = z.enum([
  'in-step',
  'file-moved',
  'vault-moved',
  'both-moved',
  'missing',
  'file-gone',
  'orphaned',
  'unreadable'
])
export type BindingState = z.infer<typeof bindingState>

export const binding = z.strictObject({
  id: bindingId,
  /** Null when the key was removed for good. */
  keyId: keyId.nullable(),
  keyName: z.string(),
  file: z.string(),
  name: z.string(),
  projectId: projectId.nullable(),
  /** From the project's folder, with `/`; outside of a project the whole path. */
  path: z.string(),
  state: bindingState,
  failure: failure.nullable(),
  line: z.int().positive().nullable(),
  /** When file and vault last agreed; null when they never did. */
  agreedAt: instant.nullable(),
  may: z.array(z.enum(['write', 'take', 'unbind']))
})
export type Binding = z.infer<typeof binding>

/** A write that can be taken back while the file is as it left it. */
export const envUndo = z.strictObject({
  id: undoId,
  file: z.string(),
  /** The names it wrote; none for a whole file. */
  names: z.array(z.string()),
  what: z.enum(['write', 'example', 'gitignore']),
  /** The file was not there before: undoing removes it. */
  created: z.boolean(),
  at: instant,
  possible: z.boolean()
})
export type EnvUndo = z.infer<typeof envUndo>

export const project = z.strictObject({
  id: projectId,
  name: z.string(),
  folder: z.string(),
  bindings: z.int().nonnegative()
})
export type Project = z.infer<typeof project>

/** One name of an env file, without its value. */
export const projectName = z.strictObject({
  /** Names it in `projects.adopt`. */
  index: z.int().nonnegative(),
  name: z.string(),
  line: z.int().positive(),
  likelySecret: z.boolean(),
  provider: z.string().nullable(),
  preview: z.string(),
  /** As of an import: whether the vault has this value, or a key of this name with another. */
  verdict: importVerdict,
  reason: importReason.nullable(),
  keyId: keyId.nullable(),
  keyName: z.string().nullable(),
  bindingId: bindingId.nullable()
})

export const projectFile = z.strictObject({
  file: z.string(),
  /** From the project's folder, with `/`. */
  path: z.string(),
  kind: z.enum(['env', 'example', 'shell']),
  git: gitState,
  ignore: ignoreLine.nullable(),
  warnings: z.array(fileWarning),
  /** Why it could not be read; then it has no names. */
  failure: failure.nullable(),
  names: z.array(projectName)
})

/** What a project's folder holds now. The values stay in main under `token` until the vault locks. */
export const projectContents = z.strictObject({
  token: z.string(),
  files: z.array(projectFile),
  /** There are more files than are looked for. */
  truncated: z.boolean()
})
export type ProjectContents = z.infer<typeof projectContents>

export const adoptChoice = z.strictObject({
  index: z.int().nonnegative(),
  /** `bind` ties the name to the key that has its value already. The others bind it as well. */
  action: z.enum(['add', 'replace', 'bind'])
})
export type AdoptChoice = z.infer<typeof adoptChoice>

/** Which names stand in which files, and where their values are equal. Holds no value and nothing made of one. */
export const environmentTable = z.strictObject({
  files: z.array(z.strictObject({ file: z.string(), path: z.string() })),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      /** One for each file. In one row, values of the same group are equal; groups of other rows say nothing. */
      cells: z.array(z.strictObject({ is: z.enum(['absent', 'empty', 'value']), group: z.int().positive().nullable() }))
    })
  )
})
export type EnvironmentTable = z.infer<typeof environmentTable>

/** A secret that stands in a file. */
export const scanFind = z.strictObject({
  file: z.string(),
  /** From the folder, with `/`. */
  path: z.string(),
  line: z.int().positive(),
  /** `vault`: a value of this vault, now or formerly. `pattern`: it looks like an issuer's key. */
  of: z.enum(['vault', 'pattern']),
  /** Whose it is: the provider, or what the pattern is of. */
  what: z.string(),
  masked: z.string(),
  keyId: keyId.nullable(),
  keyName: z.string().nullable(),
  /** A value that was replaced meanwhile. */
  former: z.boolean(),
  /** The name it is assigned to, in an env file. */
  name: z.string().nullable(),
  bindingId: bindingId.nullable(),
  /** Where it belongs: a bound env file that git ignores. */
  expected: z.boolean(),
  /** What to do about it, in this order. */
  may: z.array(z.enum(['rotate', 'bind', 'ignore']))
})
export type ScanFind = z.infer<typeof scanFind>

export const scanResult = z.strictObject({
  folder: z.string(),
  staged: z.boolean(),
  /** What does not belong there first, then by path and line. */
  finds: z.array(scanFind),
  files: z.int().nonnegative(),
  /** Binary, too large, or not readable. */
  skipped: z.int().nonnegative(),
  /** A limit ended it before the folder did. */
  truncated: z.boolean()
})
export type ScanResult = z.infer<typeof scanResult>
