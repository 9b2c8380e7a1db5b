import type { KeySummary } from '@contract/model/key'
import { useEffect, useState } from 'react'
import { client } from '../../client/client'

const MOST_KEYS = 8
/** As many are looked at for the names that fit best. */
const MOST_LOOKED_AT = 100
const none: readonly KeySummary[] = []

/** The keys that fit what is typed, those first whose name does; none while nothing is typed. */
export function useFoundKeys(query: string): readonly KeySummary[] {
  const text = query.trim()
  const [found, setFound] = useState<{ text: string; items: readonly KeySummary[] }>({ text: '', items: [] })
  useEffect(() => {
    if (text === '') return
    let wanted = true
    client.call('keys.list', { text, limit: MOST_LOOKED_AT }).then(
      ({ items }) => {
        if (wanted) setFound({ text, items: namesFirst(items, text).slice(0, MOST_KEYS) })
      },
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [text])
  return text === '' ? none : found.items
}

function namesFirst(items: readonly KeySummary[], text: string): KeySummary[] {
  const typed = text.toLowerCase()
  const rank = ({ name }: KeySummary): number => {
    const at = name.toLowerCase().indexOf(typed)
    return at < 0 ? 2 : Math.min(at, 1)
  }
  return items.toSorted((one, other) => rank(one) - rank(other))
}
