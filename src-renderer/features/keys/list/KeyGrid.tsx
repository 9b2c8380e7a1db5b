import type { KeySummary } from '@contract/model/key'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { lineAt, lineOf, type GroupRows, type Line } from '../../../stores/group-rows'
import { useKeyList } from '../../../stores/key-list-store'
import type { Span } from '../../../stores/key-rows'
import { useKeyTable } from '../../../stores/key-table-store'
import { itemAt } from '../../../stores/pages-cache'
import { FailureNote } from '../../../ui/FailureNote'
import { fitColumns } from './columns'
import { GridHeader } from './GridHeader'
import { GroupLine } from './GroupLine'
import classes from './KeyGrid.module.css'
import { KeyRow } from './KeyRow'
import { ListEmpty } from './ListEmpty'
import { searchWords } from './marked-parts'
import { RowMenu } from './RowMenu'
import { useGridKeys } from './use-grid-keys'
import { useGroupRows } from './use-group-rows'

const HEADER_HEIGHT = 32
const OVERSCAN = 12
/** What the bar over the foot of the list covers. */
const BAR_HEIGHT = 64

interface KeyGridProps {
  /** Pixels there are for the table. */
  readonly width: number
}

export function KeyGrid({ width }: KeyGridProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useApp((state) => (state.settings?.density === 'compact' ? 32 : 36))
  const { cache, failure, activeIndex, openId, selected, show, filter, searched } = useKeyList()
  const chosen = useKeyTable((state) => state.columns)
  const by = useKeyTable((state) => state.group)
  const sort = useKeyTable((state) => state.sort)
  const [menuKey, setMenuKey] = useState<KeySummary | null>(null)
  const [menuRow, setMenuRow] = useState<number | null>(null)
  const layout = useGroupRows()
  const words = useMemo(() => searchWords(searched), [searched])
  const { columns, template } = useMemo(() => fitColumns(chosen, width), [chosen, width])
  const foot = selected.size > 0 ? BAR_HEIGHT : 0

  // eslint-disable-next-line react-hooks/incompatible-library -- its getters change between renders; nothing here is memoised on them
  const virtualizer = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollPaddingEnd: foot,
    paddingEnd: foot
  })
  const lines = virtualizer.getVirtualItems()
  const first = lines[0]?.index ?? 0
  const last = lines[lines.length - 1]?.index ?? 0

  useEffect(() => {
    virtualizer.measure()
  }, [rowHeight, virtualizer])
  useEffect(() => {
    if (layout.lines > 0) show(spansOf(layout, first, last))
  }, [first, last, layout, show])
  useEffect(() => {
    // Asked of the element itself, where it stands would cost a layout of the whole table at each letter.
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo({ top: 0 })
  }, [filter, by, sort, virtualizer])

  useEffect(() => {
    // The arrow keys work at once, and again when the details are closed.
    if (openId === null && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [openId, layout.lines])

  const activeThere =
    itemAt(cache, activeIndex) !== undefined && lines.some(({ index }) => isRow(lineAt(layout, index), activeIndex))
  const onKeyDown = useGridKeys({
    layout,
    pageRows: Math.max(1, last - first - 2 * OVERSCAN),
    scrollTo: (row) => {
      virtualizer.scrollToIndex(lineOf(layout, row))
    }
  })

  const onClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    const item = index === null ? undefined : itemAt(cache, index)
    if (index === null || item === undefined) return
    const list = useKeyList.getState()
    list.setActive(index)
    const onBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    if (event.shiftKey) void list.selectTo(index)
    else if (event.ctrlKey || event.metaKey || onBox) list.toggleSelected(item.id)
    else list.open(item.id)
  }
  const onContextMenu = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    const item = index === null ? undefined : itemAt(cache, index)
    if (index !== null) useKeyList.getState().setActive(index)
    setMenuKey(item ?? null)
    setMenuRow(item === undefined ? null : index)
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
    <RowMenu
      item={menuKey}
      onClose={() => {
        setMenuRow(null)
      }}
    >
      <div
        ref={scroller}
        role="grid"
        aria-label={t('list.grid')}
        aria-rowcount={layout.lines + 1}
        aria-multiselectable="true"
        aria-activedescendant={activeThere ? `key-row-${String(activeIndex)}` : undefined}
        tabIndex={0}
        className={classes.grid}
        data-selecting={selected.size > 0 || undefined}
        style={{ '--kq-columns': template } as CSSProperties}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          // The ring belongs to the keyboard: taking the focus anew by pointer drops it.
          event.currentTarget.blur()
        }}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        <GridHeader columns={columns} />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {lines.map(({ index: line, start }) => {
            const there = lineAt(layout, line)
            if (there.kind === 'group') {
              return (
                by !== 'none' && (
                  <GroupLine key={line} group={there.group} by={by} top={start} columnCount={columns.length} />
                )
              )
            }
            const item = itemAt(cache, there.row)
            return (
              <KeyRow
                key={line}
                index={there.row}
                line={line}
                top={start}
                columns={columns}
                item={item}
                active={there.row === activeIndex}
                pointed={there.row === menuRow}
                open={openId !== null && item?.id === openId}
                selected={item !== undefined && selected.has(item.id)}
                words={words}
              />
            )
          })}
        </div>
      </div>
    </RowMenu>
  )
}

function isRow(there: Line, row: number): boolean {
  return there.kind === 'row' && there.row === row
}

function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset.index)
}

/** The rows on lines `first` to `last`, in as many spans as closed groups cut them into. */
function spansOf(layout: GroupRows, first: number, last: number): Span[] {
  const spans: { first: number; last: number }[] = []
  for (let line = first; line <= last; line++) {
    const there = lineAt(layout, line)
    if (there.kind === 'group') continue
    const before = spans.at(-1)
    if (before?.last === there.row - 1) before.last = there.row
    else spans.push({ first: there.row, last: there.row })
  }
  return spans
}
