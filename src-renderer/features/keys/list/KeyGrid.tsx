import type { KeySummary } from '@contract/model/key'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useKeyList } from '../../../stores/key-list-store'
import { itemAt } from '../../../stores/pages-cache'
import { FailureNote } from '../../../ui/FailureNote'
import { GridHeader } from './GridHeader'
import classes from './KeyGrid.module.css'
import { KeyRow } from './KeyRow'
import { ListEmpty } from './ListEmpty'
import { RowMenu } from './RowMenu'
import { useGridKeys } from './use-grid-keys'

const HEADER_HEIGHT = 32
const OVERSCAN = 12

export function KeyGrid() {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useApp((state) => (state.settings?.density === 'compact' ? 32 : 36))
  const { cache, failure, activeIndex, openId, selected, show, filter } = useKeyList()
  const [menuKey, setMenuKey] = useState<KeySummary | null>(null)
  const total = cache.total ?? 0

  // eslint-disable-next-line react-hooks/incompatible-library -- its getters change between renders; nothing here is memoised on them
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_HEIGHT
  })
  const rows = virtualizer.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows[rows.length - 1]?.index ?? 0

  useEffect(() => {
    virtualizer.measure()
  }, [rowHeight, virtualizer])
  useEffect(() => {
    if (total > 0) show(first, last)
  }, [first, last, total, show])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [filter])

  useEffect(() => {
    // The arrow keys work at once, and again when the details are closed.
    if (openId === null && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [openId, total])

  const onKeyDown = useGridKeys({
    total,
    pageRows: Math.max(1, last - first - 2 * OVERSCAN),
    scrollTo: (index) => {
      virtualizer.scrollToIndex(index)
    }
  })

  const onClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    const item = index === null ? undefined : itemAt(cache, index)
    if (index === null || item === undefined) return
    const list = useKeyList.getState()
    list.setActive(index)
    if (event.ctrlKey || event.metaKey) list.toggleSelected(item.id)
    else list.open(item.id)
  }
  const onContextMenu = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    const item = index === null ? undefined : itemAt(cache, index)
    if (index !== null) useKeyList.getState().setActive(index)
    setMenuKey(item ?? null)
  }

  if (failure !== null && cache.total === null) {
    return (
      <div className={classes.failure}>
        <FailureNote failure={failure} />
      </div>
    )
  }
  if (cache.total === 0) return <ListEmpty />

  return (
    <RowMenu item={menuKey}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('list.grid')}
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        aria-activedescendant={itemAt(cache, activeIndex) ? `key-row-${String(activeIndex)}` : undefined}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          // The ring belongs to the keyboard: taking the focus anew by pointer drops it.
          event.currentTarget.blur()
        }}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        <GridHeader />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => {
            const item = itemAt(cache, row.index)
            return (
              <KeyRow
                key={row.index}
                index={row.index}
                top={row.start}
                item={item}
                active={row.index === activeIndex}
                open={openId !== null && item?.id === openId}
                selected={item !== undefined && selected.has(item.id)}
              />
            )
          })}
        </div>
      </div>
    </RowMenu>
  )
}

function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset.index)
}
