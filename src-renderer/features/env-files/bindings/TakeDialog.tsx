import type { Binding } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { useDoing } from '../../../stores/use-doing'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { showToast } from '../../../ui/toasts'
import { baseName } from '../parts/base-name'

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
    <ConfirmDialog
      title={t('env.take.title', { name })}
      text={t('env.take.text', { name, path, key: keyName })}
      action={t('env.take.confirm')}
      busy={busy}
      failure={failure}
      onConfirm={() => {
        void run(async () => {
          await withPassword(() => client.call('env.take', { id }))
          showToast(t('env.toast.took', { key: keyName, file: baseName(file) }))
          onClose()
        })
      }}
      onClose={onClose}
    />
  )
}
