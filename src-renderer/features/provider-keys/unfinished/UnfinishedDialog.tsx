import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { EmptyState } from '../../../ui/EmptyState'
import { Loading } from '../../../ui/Loading'
import { DialogPage } from '../dialogs/DialogPage'
import dialog from '../dialogs/Dialog.module.css'
import classes from './Unfinished.module.css'
import { UnfinishedItem } from './UnfinishedItem'

/** Requests that broke off, each with what is known of it and what may be done. */
export function UnfinishedDialog() {
  const { t } = useTranslation()
  const items = useUnfinished((state) => state.items)
  const { close } = useProviderDialog.getState()
  return (
    <DialogPage
      title={t('provider.unfinished.title')}
      footer={
        <Button variant="default" data-autofocus onClick={close}>
          {t('common.close')}
        </Button>
      }
    >
      {items === null && <Loading label={t('common.loading')} />}
      {items?.length === 0 && (
        <EmptyState
          icon={<IconCircleCheck size={20} />}
          title={t('provider.unfinished.none')}
          text={t('provider.unfinished.noneText')}
          action={t('common.close')}
          onAction={close}
        />
      )}
      {items !== null && items.length > 0 && (
        <>
          <p className={dialog.text}>{t('provider.unfinished.lead')}</p>
          <ul className={classes.list}>
            {items.map((item) => (
              <UnfinishedItem key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </DialogPage>
  )
}
