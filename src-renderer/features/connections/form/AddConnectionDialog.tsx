import type { ConnectionId } from '@contract/model/connection'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useUi } from '../../../stores/ui-store'
import { showToast } from '../../../ui/toasts'
import { useDiscard } from '../../../ui/use-discard'
import { useConnectionTest } from '../use-connection-test'
import { ChooseProvider } from './ChooseProvider'
import classes from './ConnectionForm.module.css'
import { ConnectionForm } from './ConnectionForm'
import { newConnectionForm } from './connection-form'
import { TestStep } from './TestStep'

/** Choose a provider, fill in what its manifest asks for, and see whether it answers. */
export function AddConnectionDialog() {
  const adding = useUi((state) => state.addingConnection)
  // Mounted afresh each time, so that nothing of an earlier one is left.
  return adding !== null && <AddConnection chosen={adding.connectorId} />
}

interface AddConnectionProps {
  readonly chosen: string | null
}

function AddConnection({ chosen }: AddConnectionProps) {
  const { t } = useTranslation()
  const { connectors, connections } = useConnections()
  const [connectorId, setConnectorId] = useState(chosen)
  const [saved, setSaved] = useState<{ readonly id: ConnectionId; readonly name: string } | null>(null)
  const [typed, setTyped] = useState(false)
  const testing = useConnectionTest()
  const connector = connectors?.items.find(({ id }) => id === connectorId)

  const close = (): void => {
    useUi.getState().addConnection(null)
  }
  const { leave, question } = useDiscard(typed && saved === null, close)
  const openSaved = (id: ConnectionId): void => {
    close()
    useConnections.getState().open(id)
    useUi.getState().goTo('connections')
  }
  const title =
    saved !== null
      ? t('connections.test.title', { name: saved.name })
      : connector === undefined
        ? t('connections.choose.title')
        : t('connections.form.addTitle', { provider: connector.name })

  return (
    <>
      <Modal
        opened
        onClose={leave}
        title={title}
        size={600}
        closeOnClickOutside={!typed}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      >
        {saved !== null ? (
          <TestStep
            testing={testing}
            connector={connector}
            onAgain={() => {
              void testing.run(saved.id)
            }}
            onDone={() => {
              openSaved(saved.id)
            }}
          />
        ) : connector === undefined ? (
          <ChooseProvider connectors={connectors} onChoose={setConnectorId} />
        ) : (
          <ConnectionForm
            description={connector}
            initial={newConnectionForm(
              connector,
              connections?.map(({ name }) => name)
            )}
            connection={null}
            onTyped={() => {
              setTyped(true)
            }}
            onSaved={(id, { name, mode }) => {
              if (mode === 'guided') {
                showToast(t('connections.form.added', { name }))
                openSaved(id)
                return
              }
              setSaved({ id, name })
              void testing.run(id)
            }}
            onCancel={leave}
          />
        )}
      </Modal>
      {question}
    </>
  )
}
