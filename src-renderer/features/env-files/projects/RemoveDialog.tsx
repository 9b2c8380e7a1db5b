import type { Project } from '@contract/model/env'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { useDoing } from '../../../stores/use-doing'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { showToast } from '../../../ui/toasts'

interface RemoveDialogProps {
  readonly project: Project
  readonly onClose: () => void
}

/** Takes a project off the list. Its files and keys stay; what is bound stays unless asked otherwise. */
export function RemoveDialog({ project, onClose }: RemoveDialogProps) {
  const { t } = useTranslation()
  const { busy, failure, run } = useDoing()
  const [unbind, setUnbind] = useState(false)
  const { id, name, bindings } = project
  return (
    <ConfirmDialog
      title={t('env.remove.title', { name })}
      text={t('env.remove.text')}
      action={t('env.remove.confirm')}
      danger={unbind}
      busy={busy}
      failure={failure}
      onConfirm={() => {
        void run(async () => {
          await client.call('projects.remove', { id, unbind })
          useEnv.getState().openProject(null)
          showToast(t('env.toast.removed', { name }))
          onClose()
        })
      }}
      onClose={onClose}
    >
      {bindings > 0 && (
        <Checkbox
          label={t('env.remove.unbind', { count: bindings })}
          description={t('env.remove.unbindHelp')}
          checked={unbind}
          onChange={(event) => {
            setUnbind(event.currentTarget.checked)
          }}
        />
      )}
    </ConfirmDialog>
  )
}
