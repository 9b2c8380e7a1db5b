import type { UsageQuota } from '@contract/model/usage'
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { dateText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { FailureNote } from '../../../ui/FailureNote'
import { ChartFrame } from '../charts/ChartFrame'
import { FigureTable } from '../charts/FigureTable'
import { burnDownOf } from './burn-down'
import { amountText, forecastText, isShare, metricText } from './quota-words'
import classes from './Quotas.module.css'

interface QuotaRowProps {
  readonly quota: UsageQuota
  readonly opened: boolean
  readonly onToggle: () => void
}

const BurnDown = lazy(() => import('./BurnDown').then((module) => ({ default: module.BurnDown })))

/** How much of one quota is used and when it ends; opened, how it came to that. */
export function QuotaRow({ quota, opened, onToggle }: QuotaRowProps) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const language = i18n.language
  const { metric, unit, used, limit, percent, connectionName, periodStart, periodEnd } = quota
  const level = percent === null ? 'fine' : percent >= 100 ? 'over' : percent >= 75 ? 'near' : 'fine'
  const amount =
    limit === null
      ? amountText(used, unit, language)
      : isShare(quota)
        ? t('usage.quotas.ofLimit')
        : t('usage.quotas.of', { used: amountText(used, unit, language), limit: amountText(limit, unit, language) })
  return (
    <li className={classes.quota}>
      <UnstyledButton
        className={cx(classes.head)}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        disabled={limit === null}
        onClick={onToggle}
      >
        {opened ? <IconChevronDown size={16} aria-hidden="true" /> : <IconChevronRight size={16} aria-hidden="true" />}
        <span className={classes.words}>
          <span className={classes.name}>
            {metricText(metric)} <span className={classes.account}>{connectionName}</span>
          </span>
          <span className={classes.forecast}>{forecastText(quota, t, language)}</span>
        </span>
        <span className={classes.amount}>
          <span className={cx(classes.share, classes[level])}>
            {percent === null ? '' : t('usage.quotas.percent', { percent: Math.floor(percent) })}
          </span>
          <span>{amount}</span>
        </span>
      </UnstyledButton>
      {percent !== null && (
        <div className={classes.track} aria-hidden="true">
          <span className={cx(classes.fill, classes[level])} style={{ width: `${String(Math.min(100, percent))}%` }} />
        </div>
      )}
      {opened && limit !== null && (
        <div id={id} className={classes.course}>
          {periodStart !== null && periodEnd !== null && (
            <p className={classes.period}>
              {t('usage.quotas.period', {
                from: dateText(periodStart, language),
                until: dateText(periodEnd, language)
              })}
            </p>
          )}
          <Course quota={quota} />
        </div>
      )}
    </li>
  )
}

function Course({ quota }: { readonly quota: UsageQuota }) {
  const { t, i18n } = useTranslation()
  const revision = useUsage((state) => state.revision)
  const { connectionId, metric, unit } = quota
  const load = useCallback(() => client.call('usage.burndown', { connectionId, metric }), [connectionId, metric])
  const { value, failure } = useResource(revision, load)
  if (failure !== null) return <FailureNote failure={failure} />
  const title = t('usage.charts.burnDown', { metric: metricText(metric) })
  const points = value === null ? [] : burnDownOf(value).points
  return (
    <ChartFrame
      title={title}
      chart={
        value !== null && (
          <Suspense>
            <BurnDown course={value} />
          </Suspense>
        )
      }
      table={
        <FigureTable
          label={title}
          columns={[t('usage.charts.day'), t('usage.charts.left')]}
          figures={points.map(({ atMs, left, ahead }) => {
            const date = dateText(new Date(atMs).toISOString(), i18n.language)
            return {
              id: String(atMs),
              name: left === undefined ? t('usage.charts.forecast', { date }) : date,
              values: [amountText(left ?? ahead ?? 0, unit, i18n.language)]
            }
          })}
        />
      }
    />
  )
}
