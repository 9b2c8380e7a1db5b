import { z } from 'zod'
import type { DeviceKeyFile } from '../ports/secure-storage'
import type { PrivateFile } from './private-file'

const LONGEST = 10_000

/** What the keyring sealed, at most `longest` characters of base64. */
export function createDeviceKeyFile(file: PrivateFile, longest = LONGEST): DeviceKeyFile {
  const stored = z.strictObject({ backend: z.string().max(100), sealed: z.base64().max(longest) })
  return {
    read() {
      const parsed = stored.safeParse(file.read())
      return parsed.success
        ? { backend: parsed.data.backend, sealed: new Uint8Array(Buffer.from(parsed.data.sealed, 'base64')) }
        : null
    },
    write({ backend, sealed }) {
      file.write({ backend, sealed: Buffer.from(sealed).toString('base64') })
    },
    remove: file.remove
  }
}
