import type { Binding } from '@contract/model/env'
import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import { baseName } from '../parts/base-name'
import { useDoing } from '../../../stores/use-doing'
import dialog from '../parts/Dialog.module.css'

interface TakeDialogProps {
  readonly binding: Binding
  readonly onClose: () => void
}

/** Asks before a file's value becomes the key's: other files of the key are behind it afterwards. */
export function TakeDialog({ binding, onClose }: TakeDialogProps) {
  const { t } = useTranslation()
  const { busy, failure, run } = useDoing()
  const { id, name, path, file, keyName } = binding
  return (
    <Modal opened onClose={onClose} title={t('env.take.title', { name })} size={440} withCloseButton={false}>
      <p className={dialog.text}>{t('env.take.text', { name, path, key: keyName })}</p>
      {failure !== null && <FailureNote failure={failure} />}
      <footer className={dialog.footer}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={busy}
          onClick={() => {
            void run(async () => {
              await withPassword(() => client.call('env.take', { id }))
              showToast(t('env.toast.took', { key: keyName, file: baseName(file) }))
              onClose()
            })
          }}
        >
          {t('env.take.confirm')}
        </Button>
      </footer>
    </Modal>
  )
}
