import type { UsageSeries, UsageSummary } from '@contract/model/usage'
import { useCallback, useMemo } from 'react'
import { client } from '../../client/client'
import type { CallFailure } from '../../client/failure'
import { useUsage } from '../../stores/usage-store'
import { useResource } from '../../stores/use-resource'
import { useNow } from '../../ui/use-now'
import { toBuckets } from './model/buckets'
import type { TimeBucket } from './model/time'
import type { Asked } from './model/use-asked'

interface Figures {
  readonly summary: UsageSummary | null
  readonly series: UsageSeries | null
  readonly buckets: readonly TimeBucket[]
  readonly failure: CallFailure | null
}

const none: readonly TimeBucket[] = []

/** The numbers of a view and what its charts are drawn from; asked for again with every change of usage. */
export function useFigures({ filter, bounds }: Asked): Figures {
  const revision = useUsage((state) => state.revision)
  const nowMs = useNow(60_000)
  const load = useCallback(async () => {
    const [summary, series] = await Promise.all([
      client.call('usage.summary', { filter }),
      client.call('usage.series', { filter })
    ])
    return { summary, series, bounds }
  }, [filter, bounds])
  const { value, failure } = useResource(revision, load)
  const buckets = useMemo(() => (value === null ? none : toBuckets(value.series, value.bounds, nowMs)), [value, nowMs])
  return { summary: value?.summary ?? null, series: value?.series ?? null, buckets, failure }
}
