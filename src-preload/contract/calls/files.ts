import { z } from 'zod'
import { call } from '../define'
import { nothing, password } from '../model/base'
import { backupSummary } from '../model/backup'
import { importChoice, importFormat, importPreview } from '../model/import'

/**
 * A file on this computer. Null asks the person with the system's own dialog, which is the only way the window may
 * name a file that Keyquay did not list itself.
 */
const file = z.string().min(1).max(4_096).nullable()

export const fileCalls = {
  'backups.list': call({
    requires: 'nothing',
    input: nothing,
    output: z.strictObject({ items: z.array(backupSummary) })
  }),
  /** Into the vault's own folder, keeping as many as the settings say. */
  'backups.make': call({ input: nothing, output: backupSummary }),
  /** To a file elsewhere. Throws `cancelled`. */
  'backups.save': call({ input: z.strictObject({ file }), output: backupSummary }),
  /** Proves a backup with the password it was made under; changes nothing. */
  'backups.verify': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ file, password }),
    output: backupSummary
  }),
  /** Puts a proven backup in the vault's place and leaves it locked. What stood there is moved aside. */
  'backups.restore': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ file, password }),
    output: backupSummary
  }),

  /** Writes every secret in plain text. */
  'export.plain': call({
    secret: 'input',
    input: z.strictObject({ format: z.enum(['json', 'csv']), password, file }),
    output: z.strictObject({ file: z.string(), keys: z.int() })
  }),

  /**
   * What the person dropped on the window or pasted into it, in the same order. The page hands over file objects; the
   * preload asks the system where they lie, so that no page can name a file by its path. What is answered may be named
   * from then on. One that cannot be read refuses them all.
   */
  'files.dropped': call({
    input: z.strictObject({ paths: z.array(z.string().max(4_096)).min(1).max(100) }),
    output: z.strictObject({
      items: z.array(z.strictObject({ kind: z.enum(['file', 'folder']), path: z.string(), name: z.string() }))
    })
  }),
  /** What was pasted outside of any field: one secret, or lines of `NAME=value` as a preview to import. */
  'import.pasted': call({
    secret: 'input',
    input: z.strictObject({ text: z.string().min(1).max(200_000) }),
    output: z.strictObject({
      found: z.enum(['nothing', 'secret', 'lines']),
      preview: importPreview.nullable()
    })
  }),
  /** Reads a file of another tool and says what taking it over would do. `password` is that file's own, where it has one. */
  'import.preview': call({
    secret: 'input',
    input: z.strictObject({ file, format: importFormat.nullable(), password: password.nullable() }),
    output: importPreview
  }),
  'import.apply': call({
    input: z.strictObject({
      token: z.string().max(64),
      choices: z.array(importChoice).max(20_000),
      /** Ties the keys that came from an env file to it, so that a rotation writes it. */
      bind: z.boolean().default(false)
    }),
    output: z.strictObject({ added: z.int(), replaced: z.int(), skipped: z.int(), bound: z.int() })
  }),
  /** Forgets what was read. */
  'import.cancel': call({ input: z.strictObject({ token: z.string().max(64) }), output: nothing })
} as const
