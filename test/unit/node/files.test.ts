import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { nodeFiles } from '@main/node/files'

const folder = mkdtempSync(join(tmpdir(), 'keyquay-files-'))
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('leaves nothing of a file that could not be written whole, so that the next try is not in its own way', async () => {
  const file = join(folder, 'kit.txt')
  // What cannot be written fails as a full disk does: once the file is there.
  await expect(nodeFiles.writeNew(file, {} as unknown as Uint8Array)).rejects.toMatchObject({ code: 'file-unreadable' })
  expect(existsSync(file)).toBe(false)
  await nodeFiles.writeNew(file, new Uint8Array([1]))
  expect(existsSync(file)).toBe(true)
  await expect(nodeFiles.writeNew(file, new Uint8Array([2]))).rejects.toMatchObject({ code: 'file-exists' })
})
