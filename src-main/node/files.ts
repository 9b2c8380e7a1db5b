import { open, readFile, rm, stat } from 'node:fs/promises'
import { AppError } from '@contract/errors'
import type { Files } from '../ports/files'

export const nodeFiles: Files = {
  async read(file, limitBytes) {
    try {
      const found = await stat(file)
      if (!found.isFile()) throw new AppError('file-unreadable', { file })
      if (found.size > limitBytes) throw new AppError('input-too-large', { limitBytes })
      return new Uint8Array(await readFile(file))
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('file-unreadable', { file })
    }
  },
  async kindOf(path) {
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory()) return 'folder'
    if (found?.isFile()) return 'file'
    throw new AppError('file-unreadable', { file: path })
  },
  async writeNew(file, bytes) {
    const handle = await writing(file, () => open(file, 'wx', 0o600))
    try {
      await writing(file, async () => {
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
      })
    } catch (error) {
      // Half of it is no file, and would be in the way of the next try.
      await rm(file, { force: true }).catch(() => undefined)
      throw error
    }
  },
  async startNew(file) {
    const handle = await writing(file, () => open(file, 'wx', 0o600))
    return {
      write: (bytes) => writing(file, () => handle.writeFile(bytes)),
      finish: () =>
        writing(file, async () => {
          await handle.sync()
          await handle.close()
        }),
      async abandon() {
        await handle.close().catch(() => undefined)
        await rm(file, { force: true }).catch(() => undefined)
      }
    }
  }
}

async function writing<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') throw new AppError('file-exists', { file })
    if (code === 'ENOSPC') throw new AppError('disk-full', {})
    throw new AppError('file-unreadable', { file })
  }
}
