import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../client/failure'
import { useReminders } from '../../stores/reminders-store'
import { FailureNote } from '../../ui/FailureNote'
import classes from './Part.module.css'

interface LoadFailureProps {
  readonly failure: CallFailure | null
}

/** Why nothing, or nothing new, could be shown, and the way to ask again. */
export function LoadFailure({ failure }: LoadFailureProps) {
  const { t } = useTranslation()
  if (failure === null) return null
  return (
    <div className={classes.note}>
      <FailureNote failure={failure} />
      <Button
        mt="sm"
        variant="default"
        onClick={() => {
          useReminders.getState().refresh()
        }}
      >
        {t('common.tryAgain')}
      </Button>
    </div>
  )
}
