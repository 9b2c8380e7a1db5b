import type { Project } from '@contract/model/env'
import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import dialog from '../parts/Dialog.module.css'
import { useDoing } from '../../../stores/use-doing'

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
    <Modal opened onClose={onClose} title={t('env.remove.title', { name })} size={440} withCloseButton={false}>
      <p className={dialog.text}>{t('env.remove.text')}</p>
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
      {failure !== null && <FailureNote failure={failure} />}
      <footer className={dialog.footer}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          color="red"
          loading={busy}
          onClick={() => {
            void run(async () => {
              await client.call('projects.remove', { id, unbind })
              useEnv.getState().openProject(null)
              showToast(t('env.toast.removed', { name }))
              onClose()
            })
          }}
        >
          {t('env.remove.confirm')}
        </Button>
      </footer>
    </Modal>
  )
}
