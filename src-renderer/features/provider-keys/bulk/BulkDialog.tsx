import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useResource } from '../../../stores/use-resource'
import { DialogPage } from '../dialogs/DialogPage'
import { useCloseGuard } from '../dialogs/close-guard'
import dialog from '../dialogs/Dialog.module.css'
import { planBulk, type BulkAction } from '../model/bulk-plan'
import { BulkReport } from './BulkReport'
import { BulkReview } from './BulkReview'
import { useBulkRun } from './use-bulk-run'

interface BulkDialogProps {
  readonly action: BulkAction
  readonly ids: readonly KeyId[]
}

const AT_ONCE = 500

/** Does one thing at the providers with many keys: first which and which not, then one by one, then what became of each. */
export function BulkDialog({ action, ids }: BulkDialogProps) {
  const { t } = useTranslation()
  const connections = useConnections((state) => state.connections)
  const connectors = useConnections((state) => state.connectors)
  const load = useCallback(async (keys: readonly KeyId[]) => {
    const items = []
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      items.push(...(await client.call('remote.tied', { ids: keys.slice(at, at + AT_ONCE) })).items)
    }
    return items
  }, [])
  const { value: found, failure } = useResource(ids, load)
  const run = useBulkRun(action)
  const { close } = useProviderDialog.getState()
  const title = t(`keys.bulk.${action}.title`, { count: ids.length })

  // What is under way at a provider is stopped, not walked away from.
  useCloseGuard(run.running ? run.stop : null)

  if (run.outcomes !== null) return <BulkReport action={action} run={run} outcomes={run.outcomes} />
  if (found === null || connections === null || connectors === null) {
    return (
      <DialogPage
        title={title}
        failure={failure}
        footer={
          <Button variant="default" data-autofocus onClick={close}>
            {t('common.cancel')}
          </Button>
        }
      >
        {failure === null && <p className={dialog.text}>{t('keys.bulk.looking')}</p>}
      </DialogPage>
    )
  }
  const plan = planBulk(action, ids.length, found, { connections, connectors })
  return <BulkReview action={action} plan={plan} onStart={run.start} />
}
