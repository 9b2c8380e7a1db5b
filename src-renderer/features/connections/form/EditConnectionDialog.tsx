import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../../ui/toasts'
import { useDiscard } from '../../../ui/use-discard'
import classes from './ConnectionForm.module.css'
import { ConnectionForm } from './ConnectionForm'
import { connectionFormOf } from './connection-form'

interface EditConnectionDialogProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription
  readonly onClose: () => void
}

export function EditConnectionDialog({ connection, connector, onClose }: EditConnectionDialogProps) {
  const { t } = useTranslation()
  // As it was when the dialog opened: a change from elsewhere must not move what is being typed.
  const [initial] = useState(() => connectionFormOf(connection, connector))
  const [typed, setTyped] = useState(false)
  const { leave, question } = useDiscard(typed, onClose)
  return (
    <>
      <Modal
        opened
        onClose={leave}
        closeOnClickOutside={!typed}
        title={t('connections.form.editTitle', { name: initial.name })}
        size={600}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      >
        <ConnectionForm
          description={connector}
          initial={initial}
          connection={connection}
          onSaved={() => {
            showToast(t('connections.form.saved'))
            onClose()
          }}
          onTyped={() => {
            setTyped(true)
          }}
          onCancel={leave}
        />
      </Modal>
      {question}
    </>
  )
}
