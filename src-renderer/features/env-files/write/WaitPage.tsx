import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import classes from './WriteDialog.module.css'

interface WaitPageProps {
  readonly failure: CallFailure | null
}

/** What stands in a dialog until its content has come, or instead of it. */
export function WaitPage({ failure }: WaitPageProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.waiting}>
      {failure === null ? <Loading label={t('common.loading')} /> : <FailureNote failure={failure} />}
    </div>
  )
}
