import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
  type ActiveLabel
} from 'recharts'
import { compactText } from '../model/numbers'
import { spanText, tickText, type TimeBucket } from '../model/time'
import classes from './TimeChart.module.css'
import { TimeTip } from './TimeTip'

interface TimeChartProps {
  readonly buckets: readonly TimeBucket[]
  /** Asked to look at a part only: Unix milliseconds, the end not included. */
  readonly onZoom: (fromMs: number, untilMs: number) => void
}

const axis = { fill: 'var(--kq-text-3)', fontSize: 12 } as const

/** Requests and errors in stacked bars. Dragging across some, or Enter on one that the arrow keys reached, zooms. */
export function TimeChart({ buckets, onZoom }: TimeChartProps) {
  const { i18n } = useTranslation()
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const active = useRef<number | null>(null)
  const first = buckets[0]
  const spanMs = first === undefined ? 0 : (buckets.at(-1)?.untilMs ?? 0) - first.atMs

  const zoom = (one: number, other: number): void => {
    const from = buckets.find(({ atMs }) => atMs === Math.min(one, other))
    const to = buckets.find(({ atMs }) => atMs === Math.max(one, other))
    if (from !== undefined && to !== undefined) onZoom(from.atMs, to.untilMs)
  }

  // The pointer may be let go outside the chart.
  const latest = useRef({ drag, zoom })
  useEffect(() => {
    latest.current = { drag, zoom }
  })
  useEffect(() => {
    const end = (): void => {
      const held = latest.current.drag
      if (held === null) return
      setDrag(null)
      latest.current.zoom(held.from, held.to)
    }
    window.addEventListener('pointerup', end)
    return () => {
      window.removeEventListener('pointerup', end)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && active.current !== null) zoom(active.current, active.current)
  }

  return (
    <div className={classes.chart} onKeyDown={onKeyDown}>
      <BarChart
        responsive
        data={[...buckets]}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={buckets.length > 60 ? 1 : '16%'}
        style={{ width: '100%', height: '100%' }}
        onMouseDown={({ activeLabel }) => {
          const at = numberOf(activeLabel)
          if (at !== null) setDrag({ from: at, to: at })
        }}
        onMouseMove={({ activeLabel }) => {
          const at = numberOf(activeLabel)
          if (at !== null) setDrag((held) => held && { from: held.from, to: at })
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--kq-border)" />
        <XAxis
          dataKey="atMs"
          tickFormatter={(at: number) => tickText(at, spanMs, i18n.language)}
          tick={axis}
          tickLine={false}
          axisLine={{ stroke: 'var(--kq-border)' }}
          minTickGap={32}
          height={24}
        />
        <YAxis
          tickFormatter={(count: number) => compactText(count, i18n.language)}
          tick={axis}
          tickLine={false}
          axisLine={false}
          allowDecimals={false}
          width={44}
          tickCount={4}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--kq-active)' }}
          wrapperStyle={{ outline: 'none', zIndex: 2 }}
          content={({ active: shown, label }) => {
            const bucket = shown ? buckets.find(({ atMs }) => atMs === label) : undefined
            return bucket === undefined ? null : (
              <TimeTip
                title={spanText(bucket.atMs, bucket.untilMs, i18n.language)}
                requests={bucket.requests}
                errors={bucket.errors}
              />
            )
          }}
        />
        <Bar dataKey="fine" stackId="calls" fill="var(--kq-accent)" isAnimationActive={false} />
        <Bar dataKey="errors" stackId="calls" fill="var(--kq-danger)" isAnimationActive={false} />
        {drag !== null && drag.from !== drag.to && (
          <ReferenceArea
            x1={Math.min(drag.from, drag.to)}
            x2={Math.max(drag.from, drag.to)}
            fill="var(--kq-accent)"
            fillOpacity={0.16}
          />
        )}
        <ActiveBar
          onChange={(at) => {
            active.current = at
          }}
        />
      </BarChart>
    </div>
  )
}

/** Tells which bar the pointer or the arrow keys are on; only a child of the chart learns that. */
function ActiveBar({ onChange }: { readonly onChange: (at: number | null) => void }) {
  const label = useActiveTooltipLabel()
  useEffect(() => {
    onChange(numberOf(label))
  })
  return null
}

function numberOf(label: ActiveLabel): number | null {
  const at = Number(label)
  return label === undefined || Number.isNaN(at) ? null : at
}
