import { AppError } from '@contract/errors'
import type { ScanResult } from '@contract/model/env'
import type { FolderText } from '../../envfiles/folder-texts'
import { previewOf } from '../preview'
import type { EnvParts } from './env-parts'
import { envValuesIn } from './env-values'
import { loadPatterns, type FindPatterns } from './known-patterns'
import { createLineCounter } from './line-counter'
import { toFinds, type Spotted } from './scan-finds'
import { createValueSearch } from './value-search'

export interface ScanOptions {
  readonly folder: string
  /** What the next commit holds anew, instead of the folder's files. */
  readonly staged: boolean
  /** Whether the vault's own values are looked for; without, known patterns alone, and no vault is needed. */
  readonly ownValues: boolean
}

export interface ScanProgress {
  readonly files: number
  readonly finds: number
  readonly path: string
}

/** Looks through files for secrets. */
export interface Scans {
  /** One at a time: another one ends the first. Throws `env-file-missing`, `repository-missing`, `cancelled`. */
  run(options: ScanOptions): Promise<ScanResult>
  cancel(): void
}

interface Parts extends EnvParts {
  readonly progress: (running: ScanProgress | null) => void
}

const TOLD_EVERY_FILES = 20
/** One file of nothing but keys must not make the answer too large to send. */
const MOST_FINDS = 2_000

export function createScans(parts: Parts): Scans {
  const { session, files, progress } = parts
  let running: AbortController | null = null
  session.beforeLock(() => {
    running?.abort()
  })

  async function scan(options: ScanOptions, signal: AbortSignal): Promise<ScanResult> {
    const folder = await files.folder(options.folder)
    const values = options.ownValues ? createValueSearch(session) : null
    const findPatterns = await loadPatterns()
    const texts = options.staged ? files.stagedTexts(folder, signal) : files.texts(folder, signal)
    const spotted: Spotted[] = []
    let [read, skipped, truncated] = [0, 0, false]
    for await (const text of texts) {
      if (signal.aborted) break
      if ('skipped' in text) {
        if (text.skipped === 'rest') truncated = true
        else skipped += 1
        continue
      }
      read += 1
      if (read % TOLD_EVERY_FILES === 1) progress({ files: read, finds: spotted.length, path: text.path })
      spotted.push(...(await patternsIn(text, findPatterns)))
      if (values !== null) spotted.push(...(await values.add(text)))
      if (spotted.length > MOST_FINDS) {
        truncated = true
        break
      }
    }
    if (values !== null && !signal.aborted) spotted.push(...(await values.rest()))
    if (signal.aborted) throw new AppError('cancelled', {})
    const finds = await toFinds(parts, spotted, { staged: options.staged, ownValues: options.ownValues })
    return { folder, staged: options.staged, finds: finds.slice(0, MOST_FINDS), files: read, skipped, truncated }
  }

  return {
    async run(options) {
      running?.abort()
      const mine = new AbortController()
      running = mine
      try {
        return await scan(options, mine.signal)
      } finally {
        if (running === mine) {
          running = null
          progress(null)
        }
      }
    },
    cancel() {
      running?.abort()
    }
  }
}

async function patternsIn({ file, path, text }: FolderText, findPatterns: FindPatterns): Promise<Spotted[]> {
  const lineAt = createLineCounter(text)
  const values = envValuesIn(path, text)
  return (await findPatterns(path, text)).map(({ start, end, what }) => ({
    file,
    path,
    line: lineAt(start),
    of: 'pattern' as const,
    what,
    text: text.slice(start, end),
    masked: previewOf(text.slice(start, end)),
    holder: null,
    name: values.get(text.slice(start, end))?.name ?? null
  }))
}
