import { z } from 'zod'
import { call, event } from '../define'
import { envName, keyId, line, nothing } from '../model/base'
import {
  adoptChoice,
  binding,
  bindingId,
  envPreview,
  envUndo,
  envWritten,
  environmentTable,
  fileWarning,
  gitState,
  ignoreLine,
  MOST_KEYS_AT_ONCE,
  project,
  projectContents,
  projectId,
  scanResult,
  undoId
} from '../model/env'
import { writtenBinding } from '../model/rotation'

/**
 * A file or folder on this computer. Null asks the person with the system's own dialog. The window names only files
 * that it was told of: of a binding, of a project, or chosen in a dialog since the vault was opened.
 */
const place = z.string().min(1).max(4_096).nullable()
const token = z.string().min(1).max(64)
const tables = z.array(z.string().min(1).max(4_096)).max(50)

export const envCalls = {
  /**
   * What writing keys to an env file in one go would do. `name` null: the key's env name, or one made from its name.
   * Throws `env-name-twice` where two of them would have one name.
   */
  'env.preview': call({
    input: z.strictObject({
      keys: z
        .array(z.strictObject({ keyId, name: envName.nullable().default(null) }))
        .min(1)
        .max(MOST_KEYS_AT_ONCE),
      file: place,
      /** The dialog is for a file that is not there yet. */
      newFile: z.boolean().default(false)
    }),
    output: envPreview
  }),
  /** What making a `.env.example` beside `file` would do. */
  'env.previewExample': call({ input: z.strictObject({ file: place }), output: envPreview }),
  /**
   * Writes what was previewed, all of it or nothing, if the file still is what was previewed; else throws
   * `env-file-changed`.
   */
  'env.write': call({
    input: z.strictObject({ token, followLink: z.boolean().default(false), bind: z.boolean().default(true) }),
    output: envWritten
  }),
  'env.forget': call({ input: z.strictObject({ token }), output: nothing }),
  /** How git stands to a file, and who can read it. */
  'env.safety': call({
    input: z.strictObject({ file: z.string().min(1).max(4_096) }),
    output: z.strictObject({ git: gitState, ignore: ignoreLine.nullable(), warnings: z.array(fileWarning) })
  }),
  /** Adds the line to `.gitignore`; answers what git says afterwards. */
  'env.ignore': call({
    input: z.strictObject({ file: z.string().min(1).max(4_096) }),
    output: z.strictObject({ git: gitState, gitignore: z.string() })
  }),
  /** Newest first. */
  'env.undos': call({ input: nothing, output: z.strictObject({ items: z.array(envUndo) }) }),
  /** Puts the bytes before a write back. Throws `undo-not-possible` when the file moved on. */
  'env.undo': call({ input: z.strictObject({ id: undoId }), output: z.strictObject({ file: z.string() }) }),

  /** Bindings of a key, of a project, or all, as files and vault stand now. */
  'env.bindings': call({
    input: z.strictObject({ keyId: keyId.nullable().default(null), projectId: projectId.nullable().default(null) }),
    output: z.strictObject({ items: z.array(binding) })
  }),
  /** Ties a name in a file to a key and writes nothing. */
  'env.bind': call({ input: z.strictObject({ keyId, name: envName, file: place }), output: binding }),
  /** Writes the vault's values to these bindings again and reports each. */
  'env.rewrite': call({
    input: z.strictObject({ ids: z.array(bindingId).min(1).max(500) }),
    output: z.strictObject({ items: z.array(writtenBinding) })
  }),
  /** Takes the file's value into the vault as the key's new value. Throws `rotation-running`. */
  'env.take': call({ input: z.strictObject({ id: bindingId }), output: binding }),
  'env.unbind': call({ input: z.strictObject({ ids: z.array(bindingId).min(1).max(500) }), output: nothing }),

  'projects.list': call({ input: nothing, output: z.strictObject({ items: z.array(project) }) }),
  /** A folder that is a project already is answered as it is. `name` null: the folder's own. */
  'projects.add': call({
    input: z.strictObject({ folder: place, name: line(200).min(1).nullable().default(null) }),
    output: project
  }),
  /**
   * The keys that carry the old name as their project take the new one and are answered. `keyIds` narrows them, as for
   * taking back another renaming.
   */
  'projects.rename': call({
    input: z.strictObject({
      id: projectId,
      name: line(200).min(1),
      keyIds: z.array(keyId).max(100_000).nullable().default(null)
    }),
    output: z.strictObject({ keyIds: z.array(keyId) })
  }),
  /** No file is touched. Its bindings stay unless `unbind`. */
  'projects.remove': call({
    input: z.strictObject({ id: projectId, unbind: z.boolean().default(false) }),
    output: nothing
  }),
  'projects.contents': call({ input: z.strictObject({ id: projectId }), output: projectContents }),
  /** Takes names of `projects.contents` into the vault and binds them. Files are not touched. */
  'projects.adopt': call({
    input: z.strictObject({ token, choices: z.array(adoptChoice).min(1).max(5_000) }),
    output: z.strictObject({ added: z.int(), replaced: z.int(), bound: z.int() })
  }),
  /** `files` null: all env files of the project but examples. */
  'projects.compare': call({
    input: z.strictObject({ id: projectId, files: tables.nullable().default(null) }),
    output: environmentTable
  }),

  /**
   * Looks for the vault's values and for known kinds of keys. `folder` null with no project asks. Without `ownValues`
   * the command line needs no open vault.
   */
  'scan.run': call({
    requires: 'nothing',
    input: z.strictObject({
      folder: place,
      projectId: projectId.nullable().default(null),
      staged: z.boolean().default(false),
      ownValues: z.boolean().default(true)
    }),
    output: scanResult
  }),
  'scan.cancel': call({ requires: 'nothing', input: nothing, output: nothing }),

  /** Bindings, projects or undos have changed in the vault. Files change unseen: ask again when the window is looked at. */
  'env.changed': event(z.strictObject({ revision: z.int() })),
  /** A scan under way; null when it ended. */
  'scan.progress': event(
    z.strictObject({
      revision: z.int(),
      running: z.strictObject({ files: z.int(), finds: z.int(), path: z.string() }).nullable()
    })
  )
} as const
