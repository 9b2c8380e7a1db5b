import type { FolderText } from '../../envfiles/folder-texts'
import type { Holder } from '../../ports/env-store'
import type { SessionKeeper } from '../session-keeper'
import { envValuesIn } from './env-values'
import { createLineCounter } from './line-counter'
import type { Spotted } from './scan-finds'
import { SHORTEST_TOKEN, tokensOf } from './text-tokens'

/** Looks for the vault's values in texts, many words at a time, by asking the vault whose each is. */
export interface ValueSearch {
  /** What is known by now; the rest comes with later texts. */
  add(text: FolderText): Promise<Spotted[]>
  rest(): Promise<Spotted[]>
}

interface Seen {
  readonly file: string
  readonly path: string
  readonly line: number
  readonly name: string | null
}

/** Words asked about at once. */
const BATCH = 4_000
/** Words that are known to be nobody's: source code repeats itself. */
const MOST_REMEMBERED = 200_000

export function createValueSearch(session: SessionKeeper): ValueSearch {
  const waiting = new Map<string, Seen[]>()
  const nobodys = new Set<string>()

  function note(word: string, seen: Seen): void {
    if (nobodys.has(word) || word.length < SHORTEST_TOKEN) return
    const known = waiting.get(word)
    if (known === undefined) waiting.set(word, [seen])
    else if (known.at(-1)?.line !== seen.line || known.at(-1)?.file !== seen.file) known.push(seen)
  }

  async function ask(): Promise<Spotted[]> {
    const words = [...waiting.keys()]
    if (words.length === 0) return []
    const holders = Map.groupBy(await session.store().env.holders(words), ({ index }) => index)
    const spotted = words.flatMap((word, index) => {
      const [holder] = sorted(holders.get(index) ?? [])
      if (holder !== undefined) return (waiting.get(word) ?? []).map((seen) => toSpotted(seen, word, holder))
      if (nobodys.size < MOST_REMEMBERED) nobodys.add(word)
      return []
    })
    waiting.clear()
    return spotted
  }

  return {
    async add({ file, path, text }) {
      const spotted: Spotted[] = []
      const lineAt = createLineCounter(text)
      const values = envValuesIn(path, text)
      for (const [value, { name, line }] of values) note(value, { file, path, line, name })
      for (const { text: word, start } of tokensOf(text)) {
        note(word, { file, path, line: lineAt(start), name: values.get(word)?.name ?? null })
        if (waiting.size >= BATCH) spotted.push(...(await ask()))
      }
      return spotted
    },
    rest: ask
  }
}

/** A present value before a former one: that one still opens something. */
function sorted(holders: readonly Holder[]): Holder[] {
  return [...holders].sort((one, other) => Number(one.former) - Number(other.former))
}

function toSpotted(seen: Seen, word: string, holder: Holder): Spotted {
  return {
    ...seen,
    of: 'vault',
    what: holder.provider ?? '',
    text: word,
    masked: holder.preview,
    holder
  }
}
