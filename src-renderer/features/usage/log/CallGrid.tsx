import type { UsageRecord } from '@contract/model/usage'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import type { CallPages, CallPagesState } from '../../../stores/call-pages'
import { itemAt } from '../../../stores/pages-cache'
import { FailureNote } from '../../../ui/FailureNote'
import { CallMenu, type Narrow } from './CallMenu'
import classes from './CallGrid.module.css'
import { CallRow } from './CallRow'
import { columns } from './columns'
import { copyCall } from './copy-call'
import { bodyHeight, rowsInView, scrollTopFor, type Look } from './strip'
import { useLook } from './use-look'

interface CallGridProps {
  readonly calls: CallPagesState & { readonly pages: CallPages }
  /** What a key is called; null for one that the vault does not have. */
  readonly nameOf: (record: UsageRecord) => string | null
  readonly onNarrow: Narrow
  /** Whether the newest calls are in view. */
  readonly onTop: (atTop: boolean) => void
}

const HEADER_HEIGHT = 32

/** The log. Its rows stand still in view and change what they show, so a jump to anywhere never shows a hole. */
export function CallGrid({ calls, nameOf, onNarrow, onTop }: CallGridProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useApp((state) => (state.settings?.density === 'compact' ? 28 : 32))
  const { cache, failure, pages } = calls
  const total = cache.total ?? 0
  const look: Look = { ...useLook(scroller, HEADER_HEIGHT), total, rowHeight }
  const { first, last, offset } = rowsInView(look)
  const [active, setActive] = useState(0)
  const [menuCall, setMenuCall] = useState<UsageRecord | null>(null)
  const atTop = look.scrollTop === 0

  useEffect(() => {
    if (total > 0) pages.show(first, last)
  }, [pages, first, last, total])
  useEffect(() => {
    onTop(atTop)
  }, [atTop, onTop])

  const moveTo = (row: number): void => {
    const wanted = Math.min(total - 1, Math.max(0, row))
    setActive(wanted)
    scroller.current?.scrollTo({ top: scrollTopFor(look, wanted) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const page = Math.max(1, last - first - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1
    }
    const target = moves[event.key]
    const call = itemAt(cache, active)
    if (target !== undefined) {
      event.preventDefault()
      moveTo(target)
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && call) {
      event.preventDefault()
      copyCall(call, nameOf(call))
    }
  }
  const rowOf = (event: MouseEvent): number => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    return row === null ? active : Number(row.dataset.index)
  }

  if (failure !== null && cache.total === null) {
    return (
      <div className={classes.failure}>
        <FailureNote failure={failure} />
      </div>
    )
  }
  return (
    <CallMenu call={menuCall} name={menuCall === null ? null : nameOf(menuCall)} onNarrow={onNarrow}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('usage.log.grid')}
        aria-rowcount={total + 1}
        aria-activedescendant={itemAt(cache, active) ? `call-${String(active)}` : undefined}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          // The ring belongs to the keyboard: taking the focus anew by pointer drops it.
          event.currentTarget.blur()
        }}
        onClick={(event) => {
          setActive(rowOf(event))
        }}
        onContextMenu={(event) => {
          const row = rowOf(event)
          setActive(row)
          setMenuCall(itemAt(cache, row) ?? null)
        }}
      >
        <div role="rowgroup" className={classes.header}>
          <div role="row" aria-rowindex={1} className={classes.columns}>
            {columns.map((column) => (
              <div key={column} role="columnheader" className={classes[column]}>
                {t(`usage.log.columns.${column}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="presentation" className={classes.body} style={{ height: bodyHeight(look) }}>
          <div role="rowgroup" className={classes.view} style={{ height: look.viewHeight }}>
            {total > 0 &&
              Array.from({ length: last - first + 1 }, (_, at) => {
                const index = first + at
                const call = itemAt(cache, index)
                return (
                  <CallRow
                    key={index}
                    index={index}
                    top={offset + at * rowHeight}
                    height={rowHeight}
                    call={call}
                    name={call === undefined ? null : nameOf(call)}
                    active={index === active}
                  />
                )
              })}
          </div>
        </div>
      </div>
    </CallMenu>
  )
}
