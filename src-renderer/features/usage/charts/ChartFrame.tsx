import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import classes from './ChartFrame.module.css'

interface ChartFrameProps {
  readonly title: string
  /** What can be done with the chart, in one sentence. */
  readonly hint?: string
  readonly chart: ReactNode
  /** The same figures as a table. */
  readonly table: ReactNode
  /** What else can be done with it, beside the switch. */
  readonly actions?: ReactNode
  /** As high as its content, instead of one fixed height. */
  readonly tall?: boolean
}

/** A chart and the table that says the same; a button changes between them. */
export function ChartFrame({ title, hint, chart, table, actions, tall = false }: ChartFrameProps) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className={classes.frame} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {hint !== undefined && !asTable && <p className={classes.hint}>{hint}</p>}
        <div className={classes.actions}>
          {actions}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
            aria-label={t(asTable ? 'usage.charts.asChartOf' : 'usage.charts.asTableOf', { title })}
            onClick={() => {
              setAsTable(!asTable)
            }}
          >
            {t(asTable ? 'usage.charts.asChart' : 'usage.charts.asTable')}
          </Button>
        </div>
      </header>
      {asTable ? (
        <div
          className={cx(classes.body, classes.scroll, tall && classes.tall)}
          tabIndex={0}
          role="group"
          aria-label={title}
        >
          {table}
        </div>
      ) : (
        <div className={cx(classes.body, tall && classes.tall)}>{chart}</div>
      )}
    </section>
  )
}
