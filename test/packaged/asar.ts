import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourcesOf } from './binary.ts'

interface Node {
  files?: Record<string, Node>
  offset?: string
  size?: number
  unpacked?: boolean
}

/** The files of a packaged app's archive, by path, each with a function that reads it. */
export function readArchive(executable: string): Map<string, () => Buffer> {
  const path = join(resourcesOf(executable), 'app.asar')
  const bytes = readFileSync(path)
  // Chromium pickles: the size of the header's pickle at 4, the length of its JSON at 12, the JSON at 16.
  const bodyAt = 8 + bytes.readUInt32LE(4)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Node
  const files = new Map<string, () => Buffer>()
  const walk = (node: Node, name: string): void => {
    for (const [child, entry] of Object.entries(node.files ?? {})) walk(entry, name ? `${name}/${child}` : child)
    if (node.files) return
    const start = bodyAt + Number(node.offset)
    files.set(name, () => (node.unpacked ? readFileSync(join(`${path}.unpacked`, name)) : bytes.subarray(start, start + (node.size ?? 0))))
  }
  walk(header, '')
  return files
}

/** The packages in an archive's node_modules, as "name@version" of their own package.json. */
export function packagesIn(files: Map<string, () => Buffer>): string[] {
  return [...files]
    .filter(([path]) => /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path))
    .map(([, read]) => JSON.parse(read().toString()) as { name: string; version: string })
    .map(({ name, version }) => `${name}@${version}`)
    .sort()
}
