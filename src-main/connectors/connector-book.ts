import type { ManifestProblem } from '@contract/model/connector'
import type { ConnectorFile, ConnectorFiles } from '../ports/connector-files'
import type { Connector, ConnectorBook, ConnectorParts } from './connector'
import { createConnector } from './create-connector'
import { describeManifest } from './describe'
import { checkManifest, parseManifest, type ParsedManifest } from './manifest/parse'

/** A manifest Keyquay comes with: the value of a JSON module. */
export interface BuiltInManifest {
  readonly file: string
  readonly value: unknown
}

export interface ConnectorBookParts {
  readonly builtIn: readonly BuiltInManifest[]
  readonly files: ConnectorFiles
  readonly parts: ConnectorParts
}

interface Broken {
  readonly file: string
  readonly problems: readonly ManifestProblem[]
}

/**
 * The connectors Keyquay comes with and those of the person's folder. A file of the folder replaces nothing: with the
 * id of another connector it is broken, and says so at `id`.
 */
export function createConnectorBook({ builtIn, files, parts }: ConnectorBookParts): ConnectorBook {
  let known: Sorted | null = null
  // Judged when first asked for: most runs of the command line ask for none.
  const own = (): Sorted =>
    (known ??= sort(
      builtIn.map(({ file, value }) => ({ file, parsed: checkManifest(value), builtIn: true })),
      parts
    ))

  async function all(): Promise<Sorted> {
    const found = await files.list()
    const entries = found.map((file) => ({ file: file.file, parsed: parseFile(file), builtIn: false }))
    const theirs = sort(entries, parts, new Set(own().usable.map(({ description }) => description.id)))
    return { usable: [...own().usable, ...theirs.usable], broken: [...own().broken, ...theirs.broken] }
  }

  return {
    folder: files.folder,
    all,
    async find(id) {
      const found = own().usable.find(({ description }) => description.id === id)
      return found ?? (await all()).usable.find(({ description }) => description.id === id) ?? null
    },
    check(text) {
      const parsed = parseManifest(text)
      if ('problems' in parsed) return { problems: parsed.problems, description: null }
      return { problems: [], description: describeManifest(parsed.manifest, false) }
    },
    end: () => parts.mapping.end()
  }
}

interface Entry {
  readonly file: string
  readonly parsed: ParsedManifest
  readonly builtIn: boolean
}

interface Sorted {
  readonly usable: Connector[]
  readonly broken: Broken[]
}

/** The first of an id has it. */
function sort(entries: readonly Entry[], parts: ConnectorParts, taken = new Set<string>()): Sorted {
  const usable: Connector[] = []
  const broken: Broken[] = []
  for (const { file, parsed, builtIn } of entries) {
    if ('problems' in parsed) {
      broken.push({ file, problems: parsed.problems })
    } else if (taken.has(parsed.manifest.id)) {
      broken.push({ file, problems: [{ path: 'id', expected: 'an id that no other connector has' }] })
    } else {
      taken.add(parsed.manifest.id)
      usable.push(createConnector(parsed.manifest, parts, { builtIn }))
    }
  }
  return { usable, broken }
}

function parseFile(file: ConnectorFile): ParsedManifest {
  return 'text' in file ? parseManifest(file.text) : { problems: [{ path: '', expected: file.expected }] }
}
