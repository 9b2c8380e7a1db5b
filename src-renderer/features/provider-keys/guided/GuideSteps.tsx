import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Note } from '../../../ui/Note'
import classes from './Guided.module.css'

interface GuideStepsProps {
  readonly steps: readonly string[]
  readonly provider: string
}

/** The steps in the provider's console, to be ticked off one by one. */
export function GuideSteps({ steps, provider }: GuideStepsProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState<ReadonlySet<number>>(new Set())
  if (steps.length === 0) return <Note tone="calm">{t('provider.guided.noSteps', { provider })}</Note>
  return (
    <ol className={classes.steps} aria-label={t('provider.guided.steps', { provider })}>
      {steps.map((step, index) => (
        <li key={step} className={cx(classes.step, done.has(index) && classes.done)}>
          <span className={classes.number} aria-hidden="true">
            {index + 1}
          </span>
          <Checkbox
            size="sm"
            labelPosition="left"
            label={<span className={classes.stepText}>{step}</span>}
            styles={{ body: { justifyContent: 'space-between' } }}
            checked={done.has(index)}
            onChange={() => {
              const next = new Set(done)
              if (!next.delete(index)) next.add(index)
              setDone(next)
            }}
          />
        </li>
      ))}
    </ol>
  )
}
