import { useTranslation } from 'react-i18next'
import type { Strength } from './strength-level'
import classes from './StrengthMeter.module.css'

interface StrengthMeterProps {
  readonly id: string
  readonly strength: Strength
  /** Said instead of the advice, once creating was tried. */
  readonly problem: string | null
}

const steps = { none: 0, tooWeak: 1, weak: 2, fair: 3, strong: 4 } as const

export function StrengthMeter({ id, strength, problem }: StrengthMeterProps) {
  const { t } = useTranslation()
  const filled = steps[strength.level]
  return (
    <div className={classes.root} data-level={strength.level}>
      <div
        className={classes.bars}
        role="meter"
        aria-label={t('strength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={filled}
        aria-valuetext={strength.level === 'none' ? t('common.none') : t(`strength.${strength.level}`)}
      >
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={classes.bar} data-filled={step <= filled || undefined} />
        ))}
      </div>
      <p id={id} className={classes.words} role="status" data-problem={problem !== null || undefined}>
        {problem ?? (
          <>
            {strength.level !== 'none' && <span className={classes.level}>{t(`strength.${strength.level}`)}. </span>}
            {strength.advice === null ? t('strength.none') : t(`strength.advice.${strength.advice}`)}
          </>
        )}
      </p>
    </div>
  )
}
