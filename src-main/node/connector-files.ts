import { constants } from 'node:fs'
import { open, readdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ConnectorFile, ConnectorFiles } from '../ports/connector-files'

const MOST_BYTES = 262_144
const MOST_FILES = 200

/** Manifests in `folder`, usually `connectors` below Keyquay's home. Only regular files that lie in it are read. */
export function createConnectorFiles(folder: string): ConnectorFiles {
  return {
    folder,
    async list() {
      const names = await readdir(folder).catch(() => [])
      const found = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort()
      return Promise.all(found.slice(0, MOST_FILES).map((name) => read(folder, name)))
    }
  }
}

async function read(folder: string, name: string): Promise<ConnectorFile> {
  try {
    const target = await realpath(join(folder, name))
    if (dirname(target) !== (await realpath(folder))) return { file: name, expected: 'a file of this folder' }
    // Without O_NONBLOCK a named pipe would be waited for.
    const handle = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) return { file: name, expected: 'a regular file' }
      if (facts.size > MOST_BYTES) return { file: name, expected: 'a file of at most 256 KiB' }
      const bytes = Buffer.alloc(MOST_BYTES + 1)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
      if (bytesRead > MOST_BYTES) return { file: name, expected: 'a file of at most 256 KiB' }
      return { file: name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytesRead)) }
    } finally {
      await handle.close()
    }
  } catch {
    return { file: name, expected: 'a readable file in UTF-8' }
  }
}
