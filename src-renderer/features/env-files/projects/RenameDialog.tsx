import type { Project } from '@contract/model/env'
import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { renameProject } from '../env-actions'
import dialog from '../parts/Dialog.module.css'
import { useDoing } from '../../../stores/use-doing'

interface RenameDialogProps {
  readonly project: Project
  readonly onClose: () => void
}

export function RenameDialog({ project, onClose }: RenameDialogProps) {
  const { t } = useTranslation()
  const { busy, failure, run } = useDoing()
  const [name, setName] = useState(project.name)
  const wanted = name.trim()
  return (
    <Modal opened onClose={onClose} title={t('env.rename.title')} size={440} withCloseButton={false}>
      <form
        className={dialog.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === '') return
          void run(async () => {
            await renameProject(project, wanted)
            onClose()
          })
        }}
      >
        <TextInput
          label={t('env.rename.name')}
          description={t('env.rename.help')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-autofocus
          maxLength={200}
          value={name}
          error={wanted === '' ? t('env.rename.needed') : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
        />
        {failure !== null && <FailureNote failure={failure} />}
        <FormFoot action={t('env.rename.save')} busy={busy} ready={wanted !== ''} onCancel={onClose} />
      </form>
    </Modal>
  )
}
