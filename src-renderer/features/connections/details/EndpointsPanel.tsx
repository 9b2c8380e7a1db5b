import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useApp } from '../../../stores/app-store'
import { withPassword } from '../../../stores/password-gate'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import { EndpointTable } from '../EndpointTable'
import { endpointsOf, isPath, realOverrides } from '../endpoints'
import classes from './ConnectionDetails.module.css'
import { FieldOverrides } from './FieldOverrides'

interface EndpointsPanelProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription
  readonly editing: boolean
  readonly onEditing: (editing: boolean) => void
}

/** Every endpoint of the manifest, and the paths this account has otherwise. */
export function EndpointsPanel({ connection, connector, editing, onEditing }: EndpointsPanelProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(connection.overrides)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const endpoints = endpointsOf(connector)

  async function save(given: Readonly<Record<string, string>>): Promise<void> {
    const overrides = realOverrides(given, endpoints)
    const bad = Object.keys(overrides).filter((name) => name.endsWith('.path') && !isPath(overrides[name] ?? ''))
    setWrong(bad)
    if (bad.length > 0) return
    setBusy(true)
    setFailure(null)
    try {
      await withPassword(() => client.call('connections.edit', { id: connection.id, fields: { overrides } }))
      showToast(t('connections.endpoints.saved'))
      onEditing(false)
    } catch (error) {
      setFailure(toCallFailure(error))
    }
    setBusy(false)
  }

  return (
    <section className={classes.section} aria-label={t('connections.details.endpointsTab')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (editing && !busy) void save(typed)
        }}
      >
        <div className={classes.heading}>
          <p className={classes.text}>{t('connections.endpoints.lead')}</p>
          {!editing && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} />}
              disabled={readOnly}
              onClick={() => {
                setTyped(connection.overrides)
                setWrong([])
                setFailure(null)
                onEditing(true)
              }}
            >
              {t('connections.endpoints.edit')}
            </Button>
          )}
        </div>
        <EndpointTable
          endpoints={endpoints}
          overrides={editing ? typed : connection.overrides}
          wrong={editing ? wrong : []}
          {...(editing && {
            onChange: (overrides: Record<string, string>) => {
              setTyped(overrides)
              setWrong([])
            }
          })}
        />
        {!editing && <FieldOverrides overrides={connection.overrides} />}
        {editing && failure && <FailureNote failure={failure} />}
        {editing && (
          <Group justify="flex-end" gap="xs" mt="md">
            <Button
              variant="default"
              onClick={() => {
                onEditing(false)
              }}
            >
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('connections.endpoints.save')}
            </Button>
          </Group>
        )}
      </form>
    </section>
  )
}
