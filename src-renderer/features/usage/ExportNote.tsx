import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useUsage } from '../../stores/usage-store'
import { Progress } from './accounts/Progress'
import classes from './ExportNote.module.css'
import { cancelExport } from './usage-actions'

/** How far a file of calls is written, and the way to end it. */
export function ExportNote() {
  const { t } = useTranslation()
  const exporting = useUsage((state) => state.exporting)
  if (exporting === null) return null
  return (
    <div className={classes.note} role="status" aria-label={t('usage.export.working')}>
      <div className={classes.words}>
        <p>{t('usage.export.working')}</p>
        <Progress records={exporting.records} of={exporting.of} />
      </div>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          void cancelExport()
        }}
      >
        {t('common.cancel')}
      </Button>
    </div>
  )
}
