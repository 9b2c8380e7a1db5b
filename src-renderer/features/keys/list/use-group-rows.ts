import { useMemo } from 'react'
import { placeGroups, type GroupRows } from '../../../stores/group-rows'
import { useKeyList } from '../../../stores/key-list-store'

/** How the rows of the list lie among its groups. */
export function useGroupRows(): GroupRows {
  const groups = useKeyList((state) => state.groups)
  const closed = useKeyList((state) => state.closed)
  const total = useKeyList((state) => state.cache.total ?? 0)
  return useMemo(() => placeGroups(groups, total, closed), [groups, total, closed])
}
