import type { AuditEntry } from '@contract/model/audit'
import { useCallback, useEffect, useState } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useKeyList } from '../../stores/key-list-store'

interface AuditTrail {
  /** Null until the first page is there. */
  readonly entries: readonly AuditEntry[] | null
  readonly failure: CallFailure | null
  readonly more: boolean
  loadOlder(): void
}

const PAGE = 200

/** The audit trail, newest first, page by page. It starts again when something in the vault changes. */
export function useAuditTrail(): AuditTrail {
  const revision = useKeyList((state) => state.keysRevision)
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [more, setMore] = useState(false)

  useEffect(() => {
    let wanted = true
    client.call('audit.list', { limit: PAGE }).then(
      ({ items }) => {
        if (!wanted) return
        setEntries(items)
        setMore(items.length === PAGE)
        setFailure(null)
      },
      (error: unknown) => {
        if (wanted) setFailure(toCallFailure(error))
      }
    )
    return () => {
      wanted = false
    }
  }, [revision])

  const oldest = entries?.[entries.length - 1]?.sequence ?? null
  const loadOlder = useCallback(() => {
    if (oldest === null) return
    client.call('audit.list', { limit: PAGE, before: oldest }).then(
      ({ items }) => {
        setEntries((before) => [...(before ?? []), ...items])
        setMore(items.length === PAGE)
      },
      (error: unknown) => {
        setFailure(toCallFailure(error))
      }
    )
  }, [oldest])

  return { entries, failure, more, loadOlder }
}
