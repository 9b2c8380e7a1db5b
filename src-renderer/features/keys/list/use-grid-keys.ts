import type { KeyboardEvent } from 'react'
import { groupId, groupOf, lineOf, rowFrom, type GroupRows } from '../../../stores/group-rows'
import { useKeyList } from '../../../stores/key-list-store'
import { itemAt } from '../../../stores/pages-cache'
import { copyKey, deleteKeys } from '../key-actions'
import { useTypeAhead } from './use-type-ahead'

interface GridKeys {
  readonly layout: GroupRows
  readonly pageRows: number
  readonly scrollTo: (row: number) => void
}

/** What was pressed; `command` only for copying. */
interface Press {
  readonly key: string
  readonly shiftKey: boolean
  readonly command: boolean
}

/** Arrows, Home, End, pages, Enter, Space, Delete, copy, selecting and type-ahead in the list. */
export function useGridKeys({ layout, pageRows, scrollTo }: GridKeys): (event: KeyboardEvent) => void {
  const typeAhead = useTypeAhead((row) => {
    show(row)
    move(row)
  })

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

  const moves: Readonly<Record<string, (active: number) => number>> = {
    ArrowDown: (active) => rowAway(active, 1),
    ArrowUp: (active) => rowAway(active, -1),
    PageDown: (active) => rowAway(active, pageRows),
    PageUp: (active) => rowAway(active, -pageRows),
    Home: (active) => rowFrom(layout, 0, 1) ?? active,
    End: (active) => rowFrom(layout, layout.lines - 1, -1) ?? active
  }

  /** Opens the group of a row that is out of sight. */
  function show(row: number): void {
    const group = groupOf(layout, row)
    if (group?.closed === true) useKeyList.getState().toggleGroup(groupId(group))
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

  /** What a press does with the row that is active by then. */
  function act({ key, shiftKey, command }: Press): void {
    const list = useKeyList.getState()
    const active = list.activeIndex
    const item = itemAt(list.cache, active)
    const target = moves[key]
    if (target !== undefined) move(target(active), shiftKey)
    else if (command) void (item && copyKey(item, 'value'))
    else if (key === 'Delete' && list.selected.size > 0 && list.filter.view !== 'bin') {
      void deleteKeys([...list.selected].map((id) => ({ id, name: '' })))
    } else if (!item) return
    else if (key === 'Delete' && item.deletedAt === null) void deleteKeys([item])
    else if (key === 'Enter') list.open(item.id)
    else if (key === ' ' && shiftKey) void list.selectTo(active)
    else if (key === ' ') list.toggleSelected(item.id)
  }

  return (event) => {
    if (event.target !== event.currentTarget) return
    const list = useKeyList.getState()
    const { key, shiftKey, altKey } = event
    const command = event.ctrlKey || event.metaKey
    const isCopy = command && key.toLowerCase() === 'c'
    if (isCopy || key === 'Delete' || key === 'Enter' || key === ' ' || (key in moves && !altKey)) {
      event.preventDefault()
      typeAhead.afterwards(() => {
        act({ key, shiftKey, command: isCopy })
      })
    } else if (key === 'ArrowLeft') {
      closeGroup(list.activeIndex)
    } else if (command && key.toLowerCase() === 'a') {
      event.preventDefault()
      void list.selectAll()
    } else if (key === 'Escape') {
      if (list.openId === null) list.clearSelection()
    } else if (!command && !altKey && key.length === 1 && !'/?'.includes(key)) {
      typeAhead.type(key)
    }
  }
}
