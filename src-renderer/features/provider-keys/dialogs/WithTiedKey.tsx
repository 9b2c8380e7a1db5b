import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { Loading } from '../../../ui/Loading'
import { useTiedKey, type TiedKey } from '../use-tied-key'
import classes from './Dialog.module.css'
import { DialogPage } from './DialogPage'

interface WithTiedKeyProps {
  readonly id: KeyId
  readonly title: (name: string) => string
  readonly children: (tied: TiedKey) => ReactNode
}

/** A dialog about a tied key, once all of it is at hand. */
export function WithTiedKey({ id, title, children }: WithTiedKeyProps) {
  const { t } = useTranslation()
  const { saved, link, tied, failure } = useTiedKey(id)
  const known = useConnections((state) => state.connections !== null && state.connectors !== null)
  if (tied !== null) return children(tied)
  const settled = failure !== null || (link !== undefined && known)
  return (
    <DialogPage
      title={title(saved?.name ?? '')}
      failure={failure}
      footer={
        <Button
          variant="default"
          data-autofocus
          onClick={() => {
            useProviderDialog.getState().close()
          }}
        >
          {t('common.close')}
        </Button>
      }
    >
      {settled ? (
        failure === null && <p className={classes.text}>{t('provider.gone')}</p>
      ) : (
        <Loading label={t('common.loading')} />
      )}
    </DialogPage>
  )
}
