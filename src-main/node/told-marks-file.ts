import { z } from 'zod'
import type { ToldMarks } from '../ports/told-marks'
import type { PrivateFile } from './private-file'

const MOST = 50_000

const marks = z
  .array(z.strictObject({ occasion: z.string().regex(/^[0-9a-f]{32}$/), lead: z.int().nullable() }))
  .max(MOST)

/** What cannot be understood counts as nothing told: better a reminder twice than none. */
export function createToldMarks(file: PrivateFile): ToldMarks {
  const read = (): z.infer<typeof marks> => marks.safeParse(file.read()).data ?? []
  return {
    read,
    add(added) {
      try {
        file.write([...read(), ...added].slice(-MOST))
        return true
      } catch {
        return false
      }
    },
    clear() {
      try {
        file.remove()
      } catch {
        // What stays says again what the vault knows by now.
      }
    }
  }
}
