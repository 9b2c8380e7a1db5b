import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { Banner } from '../../../ui/Banner'

/** Stands over every screen while the outcome of a request is not known. */
export function UnfinishedBanner() {
  const { t } = useTranslation()
  const items = useUnfinished((state) => state.items)
  const [first] = items ?? []
  if (items === null || first === undefined) return null
  return (
    <Banner
      label={t('provider.unfinished.title')}
      tone="warn"
      Icon={IconAlertTriangle}
      text={t('provider.unfinished.banner', { count: items.length, connection: first.connectionName })}
    >
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          useProviderDialog.getState().open({ kind: 'unfinished' })
        }}
      >
        {t('provider.unfinished.show')}
      </Button>
    </Banner>
  )
}
