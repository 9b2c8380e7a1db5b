import { useRef, type KeyboardEvent } from 'react'
import { useKeyList } from '../../../stores/key-list-store'
import { indexByPrefix, itemAt } from '../../../stores/pages-cache'
import { copyKey, deleteKeys } from '../key-actions'

interface GridKeys {
  readonly total: number
  readonly pageRows: number
  readonly scrollTo: (index: number) => void
}

const TYPE_AHEAD_MS = 800

/** Arrows, Home, End, pages, Enter, Space, Delete, copy and type-ahead in the list. */
export function useGridKeys({ total, pageRows, scrollTo }: GridKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', atMs: 0 })

  function move(index: number): void {
    const wanted = Math.min(total - 1, Math.max(0, index))
    const list = useKeyList.getState()
    list.setActive(wanted)
    scrollTo(wanted)
    // Open details follow the row, so that keys can be read one after the other.
    const item = itemAt(list.cache, wanted)
    if (list.openId !== null && item) list.open(item.id)
  }

  function typeAhead(letter: string, active: number): void {
    const nowMs = performance.now()
    const fresh = nowMs - typed.current.atMs > TYPE_AHEAD_MS
    typed.current = { text: fresh ? letter : typed.current.text + letter, atMs: nowMs }
    const found = indexByPrefix(useKeyList.getState().cache, typed.current.text, fresh ? active + 1 : active)
    if (found >= 0) move(found)
  }

  return (event) => {
    if (event.target !== event.currentTarget) return
    const list = useKeyList.getState()
    const active = list.activeIndex
    const item = itemAt(list.cache, active)
    const command = event.ctrlKey || event.metaKey
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: total - 1
    }
    const target = moves[event.key]
    if (target !== undefined && !event.altKey) {
      event.preventDefault()
      move(target)
    } else if (event.key === 'Enter' && item) {
      event.preventDefault()
      list.open(item.id)
    } else if (event.key === ' ' && item) {
      event.preventDefault()
      list.toggleSelected(item.id)
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
