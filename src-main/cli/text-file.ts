import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '@contract/errors'

/** A text file named on the command line. Throws `file-unreadable`, and `input-too-large` past `limitBytes`. */
export async function readTextFile(file: string, limitBytes: number): Promise<string> {
  const path = resolve(file)
  const bytes = await readFile(path).catch(() => {
    throw new AppError('file-unreadable', { file: path })
  })
  if (bytes.length > limitBytes) throw new AppError('input-too-large', { limitBytes })
  return bytes.toString('utf8')
}
