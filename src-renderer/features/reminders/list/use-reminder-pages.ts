import type { OutputOf } from '@contract/ipc'
import type { ReminderState } from '@contract/model/reminder'
import { useCallback, useState } from 'react'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { useReminders } from '../../../stores/reminders-store'
import { useResource, type Resource } from '../../../stores/use-resource'
import { dayBounds } from '../model/days'

const PAGE = 200

type Page = OutputOf<'reminders.list'>

export interface ReminderPages extends Resource<Page> {
  readonly more: () => void
}

/** Reminders in some states, or those of one day; a page at first, and as many more as are asked for. */
export function useReminderPages(states: readonly ReminderState[], day: string | null): ReminderPages {
  const revision = useReminders((state) => state.revision)
  const keys = useKeyList((state) => state.keysRevision)
  const [pages, setPages] = useState(1)
  const load = useCallback(async (): Promise<Page> => {
    const bounds = day === null ? {} : dayBounds(day)
    const answers = await Promise.all(
      Array.from({ length: pages }, (_, at) =>
        client.call('reminders.list', { states: [...states], ...bounds, offset: at * PAGE, limit: PAGE })
      )
    )
    return { total: answers[0]?.total ?? 0, items: answers.flatMap(({ items }) => items) }
  }, [states, day, pages])
  const resource = useResource(`${String(revision)} ${String(keys)}`, load)
  return {
    ...resource,
    more: () => {
      setPages((before) => before + 1)
    }
  }
}
