import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import classes from './UnfinishedBanner.module.css'

/** Stands over every screen while the outcome of a request is not known. */
export function UnfinishedBanner() {
  const { t } = useTranslation()
  const items = useUnfinished((state) => state.items)
  const [first] = items ?? []
  if (items === null || first === undefined) return null
  return (
    <section className={classes.banner} aria-label={t('provider.unfinished.title')}>
      <IconAlertTriangle size={16} aria-hidden="true" />
      <p>{t('provider.unfinished.banner', { count: items.length, connection: first.connectionName })}</p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          useProviderDialog.getState().open({ kind: 'unfinished' })
        }}
      >
        {t('provider.unfinished.show')}
      </Button>
    </section>
  )
}
