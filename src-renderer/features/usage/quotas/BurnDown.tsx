import type { OutputOf } from '@contract/ipc'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { dateText } from '../../../texts/dates'
import { tickText } from '../model/time'
import tip from '../charts/TimeTip.module.css'
import { burnDownOf } from './burn-down'
import { amountText, markText } from './quota-words'

interface BurnDownProps {
  readonly course: OutputOf<'usage.burndown'>
}

const axis = { fill: 'var(--kq-text-3)', fontSize: 12 } as const

const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const

/** What is left of a quota as time went on, and, dashed, how it goes on at the present pace. */
export function BurnDown({ course }: BurnDownProps) {
  const { i18n } = useTranslation()
  const language = i18n.language
  const unit = course.quota?.unit ?? null
  const { points, fromMs, untilMs } = useMemo(() => burnDownOf(course), [course])
  // The limit may have been higher before.
  const most = Math.max(course.quota?.limit ?? 0, ...points.map(({ left = 0 }) => left))
  return (
    <LineChart
      responsive
      data={points}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--kq-border)" />
      <XAxis
        dataKey="atMs"
        type="number"
        domain={[fromMs, untilMs]}
        tickFormatter={(at: number) => tickText(at, untilMs - fromMs, language)}
        tick={axis}
        tickLine={false}
        axisLine={{ stroke: 'var(--kq-border)' }}
        minTickGap={32}
        height={24}
      />
      <YAxis
        tickFormatter={(left: number) => markText(left, unit, language)}
        tick={axis}
        tickLine={false}
        axisLine={false}
        width={72}
        ticks={QUARTERS.map((share) => share * most)}
        domain={[0, most]}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--kq-border-strong)' }}
        wrapperStyle={{ outline: 'none', zIndex: 2 }}
        content={({ active, label }) => {
          const point = active ? points.find(({ atMs }) => atMs === label) : undefined
          const left = point?.left ?? point?.ahead
          return point === undefined || left === undefined ? null : (
            <div className={tip.tip}>
              <p className={tip.title}>{dateText(new Date(point.atMs).toISOString(), language)}</p>
              <p>{amountText(left, unit, language)}</p>
            </div>
          )
        }}
      />
      <Line dataKey="left" stroke="var(--kq-accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
      <Line
        dataKey="ahead"
        stroke="var(--kq-accent)"
        strokeWidth={2}
        strokeDasharray="4 4"
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  )
}
