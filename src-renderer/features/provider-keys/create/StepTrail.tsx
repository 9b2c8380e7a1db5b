import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import classes from './StepTrail.module.css'

interface StepTrailProps {
  readonly steps: readonly string[]
  readonly at: number
  /** Goes back to a step that lies behind. */
  readonly onBack: (index: number) => void
}

/** Where one is in the wizard, and the way back. */
export function StepTrail({ steps, at, onBack }: StepTrailProps) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('provider.create.steps')}>
      <p className={classes.short}>
        {t('provider.create.stepOf', { at: at + 1, all: steps.length })} · {steps[at]}
      </p>
      <ol className={classes.trail}>
        {steps.map((step, index) => (
          <li key={step} className={classes.step} aria-current={index === at ? 'step' : undefined}>
            {index > 0 && <IconChevronRight size={16} aria-hidden="true" />}
            {index < at ? (
              <UnstyledButton
                className={cx(classes.past)}
                onClick={() => {
                  onBack(index)
                }}
              >
                {step}
              </UnstyledButton>
            ) : (
              step
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
