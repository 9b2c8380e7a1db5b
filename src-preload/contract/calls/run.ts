import { z } from 'zod'
import { call } from '../define'
import { envName, keyId, line } from '../model/base'

const path = z.string().min(1).max(4_096)
const most = 500

export const runCalls = {
  /**
   * The values a command is to find in its environment: of bindings, of `keyquay://` references, and of names. All of
   * them or none; each counts as a use of its key. For the command line alone: the window has no command to give them to.
   */
  'run.values': call({
    secret: 'output',
    input: z.strictObject({
      /** The real folder the command runs in: the nearest env files of its bindings count. Null: only those of `files`. */
      folder: path.nullable(),
      /** Real env files whose bindings count; a later one before an earlier one. */
      files: z.array(path).max(20),
      /** Variables whose value is a reference; before bindings. */
      references: z.array(z.strictObject({ name: envName, reference: z.string().max(2_000) })).max(most),
      /** Give these names alone. Null gives all that are bound or refer to a key. */
      only: z
        .array(
          z.strictObject({
            name: envName,
            /** The key's name, env name or id; null for the key that is bound, referred to, or has this env name. */
            key: z.string().min(1).max(200).nullable(),
            /** The env file has a plain value for it: no key need have the name. */
            plain: z.boolean()
          })
        )
        .max(most)
        .nullable(),
      /** What is run, for the audit trail: the program's name without folder and arguments. */
      program: line(200).min(1)
    }),
    output: z.strictObject({
      values: z.array(z.strictObject({ name: envName, keyId, value: z.string() }))
    })
  })
} as const
