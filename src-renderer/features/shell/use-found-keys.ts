import type { KeySummary } from '@contract/model/key'
import { useEffect, useState } from 'react'
import { client } from '../../client/client'

const MOST_KEYS = 8
const none: readonly KeySummary[] = []

/** The first keys that fit what is typed; none while nothing is. */
export function useFoundKeys(query: string): readonly KeySummary[] {
  const text = query.trim()
  const [found, setFound] = useState<{ text: string; items: readonly KeySummary[] }>({ text: '', items: [] })
  useEffect(() => {
    if (text === '') return
    let wanted = true
    client.call('keys.list', { text, limit: MOST_KEYS }).then(
      ({ items }) => {
        if (wanted) setFound({ text, items })
      },
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [text])
  return text === '' ? none : found.items
}
