import type { UsageSeries } from '@contract/model/usage'
import { useTranslation } from 'react-i18next'
import { useUsage } from '../../../stores/usage-store'
import { Loading } from '../../../ui/Loading'
import { CallsFailure } from '../CallsFailure'
import { NothingFits } from '../calls/NothingFits'
import { BarList } from '../charts/BarList'
import { ChartFrame } from '../charts/ChartFrame'
import { FigureTable } from '../charts/FigureTable'
import { countText } from '../model/numbers'
import { meaningOf, statusWord } from '../model/status'
import type { Asked } from '../model/use-asked'
import { useFigures } from '../use-figures'
import classes from './BreakdownView.module.css'

interface BreakdownViewProps {
  readonly asked: Asked
}

/** Which endpoints are called, and how calls are answered. Choosing one shows its calls. */
export function BreakdownView({ asked }: BreakdownViewProps) {
  const { t } = useTranslation()
  const { series, summary, failure } = useFigures(asked)
  if (failure !== null && series === null) return <CallsFailure failure={failure} />
  if (series === null || summary === null) return <Loading label={t('common.loading')} />
  if (summary.requests === 0) return <NothingFits />
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('usage.tabs.breakdown')}>
      <div className={classes.columns}>
        <Endpoints series={series} />
        <Statuses series={series} />
      </div>
    </div>
  )
}

function Endpoints({ series: { endpoints, otherEndpoints } }: { readonly series: UsageSeries }) {
  const { t, i18n } = useTranslation()
  const title = t('usage.charts.byEndpoint')
  const named = endpoints.map(({ method, endpoint, requests, errors }) => {
    const name = endpoint === null ? t('usage.charts.noEndpoint') : [method, endpoint].filter(Boolean).join(' ')
    return { id: name, name, endpoint, method, requests, errors, chooseLabel: t('usage.charts.onlyEndpoint', { name }) }
  })
  const others =
    otherEndpoints.endpoints === 0
      ? []
      : [
          {
            id: 'others',
            name: t('usage.charts.otherEndpoints', { count: otherEndpoints.endpoints }),
            requests: otherEndpoints.requests,
            errors: otherEndpoints.errors
          }
        ]
  const choose = (id: string): void => {
    const chosen = named.find((one) => one.id === id)
    if (chosen?.endpoint == null) return
    const { look, show } = useUsage.getState()
    // Up to the first id: that is what its calls have in common as text.
    look({ path: chosen.endpoint.split('{id}')[0] ?? '', ...(chosen.method !== null && { methods: [chosen.method] }) })
    show('calls')
  }
  return (
    <ChartFrame
      tall
      title={title}
      chart={<BarList mono label={title} items={named} onChoose={choose} rest={others} />}
      table={
        <FigureTable
          mono
          label={title}
          columns={[t('usage.charts.endpoint'), t('usage.requests'), t('usage.errors')]}
          figures={[...named, ...others].map(({ id, name, requests, errors }) => ({
            id,
            name,
            values: [countText(requests, i18n.language), countText(errors, i18n.language)]
          }))}
        />
      }
    />
  )
}

function Statuses({ series: { statuses } }: { readonly series: UsageSeries }) {
  const { t, i18n } = useTranslation()
  const title = t('usage.charts.byStatus')
  const named = statuses.map(({ status, requests }) => {
    const name = [status, statusWord(status, t)].filter((part) => part !== null).join(' ')
    const isError = ['refused', 'failed'].includes(meaningOf(status))
    const chooseLabel = t('usage.charts.onlyStatus', { name })
    return { id: String(status), name, status, requests, errors: isError ? requests : 0, chooseLabel }
  })
  const choose = (id: string): void => {
    const chosen = named.find((one) => one.id === id)
    if (chosen === undefined) return
    const { look, show } = useUsage.getState()
    look(chosen.status === null ? { classes: ['none'], statuses: [] } : { statuses: [chosen.status], classes: [] })
    show('calls')
  }
  return (
    <ChartFrame
      tall
      title={title}
      chart={<BarList label={title} items={named} onChoose={choose} />}
      table={
        <FigureTable
          label={title}
          columns={[t('usage.charts.status'), t('usage.requests')]}
          figures={named.map(({ id, name, requests }) => ({ id, name, values: [countText(requests, i18n.language)] }))}
        />
      }
    />
  )
}
