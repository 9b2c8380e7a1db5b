import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { LeftHereFile } from '../ports/left-here'
import { createPrivateFile } from './private-file'

const leftHere = z.strictObject({
  vaultId: z.string().min(1).max(100),
  sequence: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/)
})

export function createLeftHereFile(path: string): LeftHereFile {
  const file = createPrivateFile(path)
  return {
    read: () => (existsSync(path) ? (leftHere.safeParse(file.read()).data ?? null) : 'none'),
    write: file.write
  }
}
