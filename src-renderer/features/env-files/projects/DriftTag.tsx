import { useTranslation } from 'react-i18next'
import { StateTag } from '../parts/StateTag'
import classes from './DriftTag.module.css'
import type { Drift } from './drift'

interface DriftTagProps {
  readonly drift: Drift
}

/** How many names left the step, and the state among them that needs a person most. */
export function DriftTag({ drift: { all, out, worst } }: DriftTagProps) {
  const { t } = useTranslation()
  if (all === 0) return <span className={classes.none}>{t('env.drift.none')}</span>
  return (
    <span className={classes.drift}>
      <StateTag state={worst} />
      {out > 0 && <span className={classes.of}>{t('env.drift.of', { out, all })}</span>}
    </span>
  )
}
