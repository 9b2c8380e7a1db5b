import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../client/failure'
import { useUsage } from '../../stores/usage-store'
import { FailureNote } from '../../ui/FailureNote'
import classes from './CallsFailure.module.css'

interface CallsFailureProps {
  readonly failure: CallFailure
}

/** Why calls could not be shown, and the way to ask again. */
export function CallsFailure({ failure }: CallsFailureProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.failure}>
      <FailureNote failure={failure} />
      <Button
        variant="default"
        onClick={() => {
          useUsage.getState().refresh()
        }}
      >
        {t('common.tryAgain')}
      </Button>
    </div>
  )
}
