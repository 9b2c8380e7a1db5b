import { useRef, type KeyboardEvent } from 'react'
import { groupId, groupOf, lineOf, rowFrom, type GroupRows } from '../../../stores/group-rows'
import { useKeyList } from '../../../stores/key-list-store'
import { indexByPrefix, itemAt } from '../../../stores/pages-cache'
import { copyKey, deleteKeys } from '../key-actions'

interface GridKeys {
  readonly layout: GroupRows
  readonly pageRows: number
  readonly scrollTo: (row: number) => void
}

const TYPE_AHEAD_MS = 800

/** Arrows, Home, End, pages, Enter, Space, Delete, copy, selecting and type-ahead in the list. */
export function useGridKeys({ layout, pageRows, scrollTo }: GridKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', atMs: 0 })

  /** Goes to a row; with `extend` the rows on the way are selected. */
  function move(row: number, extend = false): void {
    const list = useKeyList.getState()
    if (extend && list.selected.size === 0) useKeyList.setState({ anchor: list.activeIndex })
    list.setActive(row)
    scrollTo(row)
    if (extend) void list.selectTo(row)
    // Open details follow the row, so that keys can be read one after the other.
    const item = itemAt(list.cache, row)
    if (list.openId !== null && item && !extend) list.open(item.id)
  }

  /** The row so many lines away, past what is out of sight; the last one in that direction if there are fewer. */
  function rowAway(active: number, lines: number): number {
    const here = lineOf(layout, active)
    const wanted = Math.min(layout.lines - 1, Math.max(0, here + lines))
    const step = lines < 0 ? -1 : 1
    return rowFrom(layout, wanted, step) ?? rowFrom(layout, wanted, step === 1 ? -1 : 1) ?? active
  }

  function typeAhead(letter: string, active: number): void {
    const nowMs = performance.now()
    const fresh = nowMs - typed.current.atMs > TYPE_AHEAD_MS
    typed.current = { text: fresh ? letter : typed.current.text + letter, atMs: nowMs }
    const found = indexByPrefix(useKeyList.getState().cache, typed.current.text, fresh ? active + 1 : active)
    if (found >= 0) move(found)
  }

  /** Hides the rows of the group that the active one stands in, and goes on below it. */
  function closeGroup(active: number): void {
    const group = groupOf(layout, active)
    if (group === undefined || group.closed) return
    useKeyList.getState().toggleGroup(groupId(group))
    const next = group.firstRow + group.count
    const below = layout.groups.some(({ firstRow }) => firstRow === next)
    move(below ? next : Math.max(0, group.firstRow - 1))
  }

  return (event) => {
    if (event.target !== event.currentTarget) return
    const list = useKeyList.getState()
    const active = list.activeIndex
    const item = itemAt(list.cache, active)
    const command = event.ctrlKey || event.metaKey
    const moves: Record<string, () => number> = {
      ArrowDown: () => rowAway(active, 1),
      ArrowUp: () => rowAway(active, -1),
      PageDown: () => rowAway(active, pageRows),
      PageUp: () => rowAway(active, -pageRows),
      Home: () => rowFrom(layout, 0, 1) ?? active,
      End: () => rowFrom(layout, layout.lines - 1, -1) ?? active
    }
    const target = moves[event.key]
    if (target !== undefined && !event.altKey) {
      event.preventDefault()
      move(target(), event.shiftKey)
    } else if (event.key === 'ArrowLeft') {
      closeGroup(active)
    } else if (event.key === 'Enter' && item) {
      event.preventDefault()
      list.open(item.id)
    } else if (event.key === ' ' && item) {
      event.preventDefault()
      if (event.shiftKey) void list.selectTo(active)
      else list.toggleSelected(item.id)
    } else if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      void list.selectAll()
    } else if (event.key === 'Delete' && list.selected.size > 0 && list.filter.view !== 'bin') {
      void deleteKeys([...list.selected].map((id) => ({ id, name: '' })))
    } else if (event.key === 'Delete' && item?.deletedAt === null) {
      void deleteKeys([item])
    } else if (command && event.key.toLowerCase() === 'c' && item) {
      event.preventDefault()
      void copyKey(item, 'value')
    } else if (event.key === 'Escape') {
      if (list.openId === null) list.clearSelection()
    } else if (!command && !event.altKey && event.key.length === 1 && !'/?'.includes(event.key)) {
      typeAhead(event.key, active)
    }
  }
}
