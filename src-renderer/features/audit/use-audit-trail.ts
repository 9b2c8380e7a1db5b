import type { AuditEntry } from '@contract/model/audit'
import { useCallback, useEffect, useState } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useKeyList } from '../../stores/key-list-store'
import type { AuditFilter } from './audit-filter'

interface AuditTrail {
  /** Null until the first page is there. */
  readonly entries: readonly AuditEntry[] | null
  /** How many entries fit the filter. */
  readonly total: number
  readonly failure: CallFailure | null
  loadOlder(): void
}

interface Loaded {
  readonly filter: AuditFilter
  readonly entries: readonly AuditEntry[]
  readonly total: number
}

const PAGE = 200

/** The entries of a filter, newest first, page by page. It starts again when something in the vault changes. */
export function useAuditTrail(filter: AuditFilter): AuditTrail {
  const revision = useKeyList((state) => state.keysRevision)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  useEffect(() => {
    let wanted = true
    client.call('audit.list', { ...filter, limit: PAGE }).then(
      ({ items, total }) => {
        if (!wanted) return
        setLoaded({ filter, entries: items, total })
        setFailure(null)
      },
      (error: unknown) => {
        if (wanted) setFailure(toCallFailure(error))
      }
    )
    return () => {
      wanted = false
    }
  }, [filter, revision])

  const oldest = loaded?.entries.at(-1)?.sequence ?? null
  const loadOlder = useCallback(() => {
    if (oldest === null) return
    client.call('audit.list', { ...filter, limit: PAGE, before: oldest }).then(
      ({ items }) => {
        setLoaded((now) =>
          // Meanwhile another filter may hold, or the same page may have come already.
          now?.filter === filter && now.entries.at(-1)?.sequence === oldest
            ? { ...now, entries: [...now.entries, ...items] }
            : now
        )
      },
      (error: unknown) => {
        setFailure(toCallFailure(error))
      }
    )
  }, [filter, oldest])

  return { entries: loaded?.entries ?? null, total: loaded?.total ?? 0, failure, loadOlder }
}
