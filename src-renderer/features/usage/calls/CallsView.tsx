import type { UsageFacets, UsageRecord } from '@contract/model/usage'
import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUsage } from '../../../stores/usage-store'
import { Loading } from '../../../ui/Loading'
import { CallsFailure } from '../CallsFailure'
import { OverTime } from '../charts/OverTime'
import { CallGrid } from '../log/CallGrid'
import { useCallPages } from '../log/use-call-pages'
import { countText } from '../model/numbers'
import type { Asked } from '../model/use-asked'
import { useFigures } from '../use-figures'
import { Cards } from './Cards'
import classes from './CallsView.module.css'
import { LiveSwitch } from './LiveSwitch'
import { NothingFits } from './NothingFits'

interface CallsViewProps {
  readonly asked: Asked
  readonly facets: UsageFacets | null
}

/** The numbers, the course and the log of what is looked at. */
export function CallsView({ asked, facets }: CallsViewProps) {
  const { t, i18n } = useTranslation()
  const { revision, zoomedFrom, look, zoom, zoomOut } = useUsage()
  const { summary, buckets, failure } = useFigures(asked)
  const calls = useCallPages(asked.filter)
  const { pages } = calls
  const { total } = calls.cache
  const [atTop, setAtTop] = useState(true)

  useEffect(() => {
    pages.renew(atTop)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only news renew the list, not the way it is scrolled
  }, [pages, revision])

  const onTop = useCallback(
    (top: boolean) => {
      setAtTop(top)
      if (top && pages.read().held > 0) pages.renew(true)
    },
    [pages]
  )

  const names = useMemo(() => new Map(facets?.keys.map(({ keyId, keyName }) => [keyId, keyName])), [facets])
  const nameOf = useCallback(({ keyId }: UsageRecord) => (keyId === null ? null : (names.get(keyId) ?? null)), [names])

  if (failure !== null && summary === null) return <CallsFailure failure={failure} />
  return (
    <>
      <Cards summary={summary} />
      {failure !== null && <CallsFailure failure={failure} />}
      <div className={classes.chart}>
        <OverTime
          buckets={buckets}
          zoomed={zoomedFrom !== null}
          onZoom={(fromMs, untilMs) => {
            zoom({ fromMs, untilMs })
          }}
          onZoomOut={zoomOut}
        />
      </div>
      <div className={classes.bar}>
        <p className={classes.total} role="status">
          {total !== null && t('usage.log.found', { count: total, formatted: countText(total, i18n.language) })}
        </p>
        {calls.held > 0 && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconArrowUp size={16} />}
            onClick={() => {
              document.querySelector('[role="grid"]')?.scrollTo({ top: 0 })
              pages.renew(true)
            }}
          >
            {t('usage.log.held', { count: calls.held, formatted: countText(calls.held, i18n.language) })}
          </Button>
        )}
        <LiveSwitch paused={!atTop} />
      </div>
      {total === null && calls.failure === null ? (
        <Loading label={t('common.loading')} />
      ) : total === 0 ? (
        <NothingFits />
      ) : (
        <CallGrid calls={calls} nameOf={nameOf} onNarrow={look} onTop={onTop} />
      )}
    </>
  )
}
