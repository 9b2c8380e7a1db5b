import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { rowsIn, withGroupToggled, withToggled, type ImportGroup } from './import-choice'
import classes from './ImportGrid.module.css'
import { ImportGroupRow } from './ImportGroupRow'
import { ImportItemRow } from './ImportItemRow'

interface ImportGridProps {
  readonly groups: readonly ImportGroup[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (chosen: ReadonlySet<number>) => void
}

const OVERSCAN = 12

/** What the file holds, by what taking it would do. Arrows move, Space chooses. */
export function ImportGrid({ groups, chosen, onChoose }: ImportGridProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => rowsIn(groups), [groups])
  const rowHeight = useApp((state) => (state.settings?.density === 'compact' ? 32 : 36))
  const [active, setActive] = useState(0)

  // eslint-disable-next-line react-hooks/incompatible-library -- its getters change between renders; nothing here is memoised on them
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN
  })
  const shown = virtualizer.getVirtualItems()
  const pageRows = Math.max(1, shown.length - 2 * OVERSCAN)

  function toggle(index: number): void {
    const row = rows[index]
    if (row === undefined) return
    setActive(index)
    onChoose(row.kind === 'group' ? withGroupToggled(chosen, row.group) : withToggled(chosen, row.item))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: rows.length - 1
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      const wanted = Math.min(rows.length - 1, Math.max(0, target))
      setActive(wanted)
      virtualizer.scrollToIndex(wanted)
    } else if (event.key === ' ') {
      event.preventDefault()
      toggle(active)
    }
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('import.grid')}
      aria-rowcount={rows.length}
      aria-activedescendant={`import-row-${String(active)}`}
      tabIndex={0}
      className={classes.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const place = { index, top: start, active: index === active, chosen }
          const onToggle = (): void => {
            toggle(index)
          }
          return row.kind === 'group' ? (
            <ImportGroupRow key={index} {...place} group={row.group} onToggle={onToggle} />
          ) : (
            <ImportItemRow key={index} {...place} item={row.item} onToggle={onToggle} />
          )
        })}
      </div>
    </div>
  )
}
