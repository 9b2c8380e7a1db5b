import { statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAppError } from '@contract/errors'
import { readEnvFile } from '@main/envfiles/read'
import { writeEnvFile, type WriteStep } from '@main/envfiles/write'

// A process of its own for crash.test.ts: dies at a step of a write, or meets a full or read-only disk.
const [what, root = '', step = ''] = process.argv.slice(2)
const file = join(root, '.env')
const place = { file, root, allowSymlink: false }

const die = (reached: WriteStep): void => {
  if (reached === step) process.kill(process.pid, 'SIGKILL')
}

function attempt(bytes: Uint8Array): string {
  try {
    const expected = readEnvFile(place)?.identity ?? null
    writeEnvFile({ ...place, bytes, expected, hooks: { at: die } })
    return 'written'
  } catch (error) {
    return isAppError(error) ? error.code : String(error)
  }
}

const text = Buffer.from(`A='new'\n# ${'x'.repeat(40_000)}\n`)
if (what === 'full') {
  const { bavail, bsize } = statfsSync(root)
  writeFileSync(join(root, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 8 * 1024)))
}
process.stdout.write(attempt(text))
