import { useTranslation } from 'react-i18next'
import { countText } from '../model/numbers'
import classes from './Progress.module.css'

interface ProgressProps {
  readonly records: number
  /** Null where nobody knows how many there will be. */
  readonly of: number | null
}

/** How many calls were read or written so far. */
export function Progress({ records, of }: ProgressProps) {
  const { t, i18n } = useTranslation()
  const done = countText(records, i18n.language)
  const text =
    of === null
      ? t('usage.progress.some', { done })
      : t('usage.progress.of', { done, all: countText(of, i18n.language) })
  return (
    <div
      className={classes.progress}
      role="progressbar"
      aria-label={t('usage.progress.label')}
      aria-valuetext={text}
      {...(of !== null && { 'aria-valuemin': 0, 'aria-valuemax': of, 'aria-valuenow': Math.min(records, of) })}
    >
      <span className={classes.track} aria-hidden="true">
        {of === null ? (
          <span className={classes.run} />
        ) : (
          <span
            className={classes.bar}
            style={{ width: `${String(of === 0 ? 100 : Math.min(100, (records / of) * 100))}%` }}
          />
        )}
      </span>
      <span>{text}</span>
    </div>
  )
}
