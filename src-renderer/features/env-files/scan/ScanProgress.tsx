import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEnv } from '../../../stores/env-store'
import { Working } from '../../../ui/Working'
import { FilePath } from '../parts/FilePath'
import classes from './Scan.module.css'

interface ScanProgressProps {
  readonly onCancel: () => void
}

/** How far a scan is, and the way to end it. */
export function ScanProgress({ onCancel }: ScanProgressProps) {
  const { t } = useTranslation()
  const running = useEnv((state) => state.running)
  return (
    <div className={classes.progress}>
      <Working label={t('env.scan.running')} />
      {running !== null && (
        <>
          <p className={classes.count}>
            {t('env.scan.files', { count: running.files })} · {t('env.scan.finds', { count: running.finds })}
          </p>
          <FilePath file={running.path} />
        </>
      )}
      <Button variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
