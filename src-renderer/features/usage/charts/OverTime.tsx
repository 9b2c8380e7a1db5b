import { Button } from '@mantine/core'
import { IconZoomOut } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../model/numbers'
import { spanText, type TimeBucket } from '../model/time'
import { ChartFrame } from './ChartFrame'
import { FigureTable } from './FigureTable'

interface OverTimeProps {
  readonly buckets: readonly TimeBucket[]
  /** A part was chosen before, so that there is a way back. */
  readonly zoomed: boolean
  /** Without the words on how to zoom, for where there is little room. */
  readonly brief?: boolean
  readonly onZoom: (fromMs: number, untilMs: number) => void
  readonly onZoomOut: () => void
}

// The drawing library is as large as the rest of the window; it comes when the first chart does.
const TimeChart = lazy(() => import('./TimeChart').then((module) => ({ default: module.TimeChart })))

/** Requests and errors over time; choosing a part of it narrows everything else to that time. */
export function OverTime({ buckets, zoomed, brief = false, onZoom, onZoomOut }: OverTimeProps) {
  const { t, i18n } = useTranslation()
  const name = ({ atMs, untilMs }: TimeBucket): string => spanText(atMs, untilMs, i18n.language)
  return (
    <ChartFrame
      title={t('usage.charts.overTime')}
      {...(!brief && { hint: t('usage.charts.zoomHint') })}
      actions={
        zoomed && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconZoomOut size={16} />}
            onClick={onZoomOut}
          >
            {t('usage.charts.zoomOut')}
          </Button>
        )
      }
      chart={
        <Suspense>
          <TimeChart buckets={buckets} onZoom={onZoom} />
        </Suspense>
      }
      table={
        <FigureTable
          label={t('usage.charts.overTime')}
          columns={[t('usage.charts.time'), t('usage.requests'), t('usage.errors')]}
          figures={buckets.toReversed().map((bucket) => ({
            id: String(bucket.atMs),
            name: name(bucket),
            values: [countText(bucket.requests, i18n.language), countText(bucket.errors, i18n.language)],
            chooseLabel: t('usage.charts.onlyTime', { time: name(bucket) }),
            onChoose: () => {
              onZoom(bucket.atMs, bucket.untilMs)
            }
          }))}
        />
      }
    />
  )
}
