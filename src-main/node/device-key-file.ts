import { z } from 'zod'
import type { DeviceKeyFile } from '../ports/secure-storage'
import { createPrivateFile } from './private-file'

const stored = z.strictObject({ backend: z.string().max(100), sealed: z.base64().max(10_000) })

export function createDeviceKeyFile(path: string): DeviceKeyFile {
  const file = createPrivateFile(path)
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
