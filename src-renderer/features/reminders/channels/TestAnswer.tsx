import type { Channel } from '@contract/model/reminder'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../../texts/failure-text'
import { cx } from '../../../ui/cx'
import { FailureNote } from '../../../ui/FailureNote'
import classes from '../Part.module.css'
import type { ChannelAnswer } from './use-channel-test'

interface TestAnswerProps {
  readonly answer: ChannelAnswer | null
  /** Why the newest delivery has not arrived, where no test has been made since. */
  readonly stored: Channel['failure']
  readonly host: string
}

/** Whether a channel works, as the last test or delivery told. */
export function TestAnswer({ answer, stored, host }: TestAnswerProps) {
  const { t, i18n } = useTranslation()
  const failure = answer?.failure ?? null
  if (answer === null && stored !== null) {
    return (
      <p className={cx(classes.below, classes.arrived)}>
        <IconAlertTriangle size={16} className={cx(classes.danger)} aria-hidden="true" />
        {failureText({ ...stored, id: '' }, i18n.language).happened}
      </p>
    )
  }
  if (failure !== null) {
    return (
      <div className={classes.below}>
        <FailureNote failure={{ code: failure.code, details: failure.details, id: '' }} plain />
      </div>
    )
  }
  if (answer === null) return null
  return (
    <p className={cx(classes.below, classes.arrived)} role="status">
      <IconCheck size={16} aria-hidden="true" />
      {t('reminders.channels.arrived', { host })}
    </p>
  )
}
