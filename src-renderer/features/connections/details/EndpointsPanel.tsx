import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useApp } from '../../../stores/app-store'
import { FailureNote } from '../../../ui/FailureNote'
import { showToast } from '../../../ui/toasts'
import { EndpointTable } from '../EndpointTable'
import { endpointsOf, isPath, realOverrides } from '../endpoints'
import classes from './ConnectionDetails.module.css'
import { FieldOverrides } from './FieldOverrides'

interface EndpointsPanelProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription
}

/** Every endpoint of the manifest, and the paths this account has otherwise. */
export function EndpointsPanel({ connection, connector }: EndpointsPanelProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [typed, setTyped] = useState<Readonly<Record<string, string>> | null>(null)
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
      await client.call('connections.edit', { id: connection.id, fields: { overrides } })
      showToast(t('connections.endpoints.saved'))
      setTyped(null)
    } catch (error) {
      setFailure(toCallFailure(error))
    }
    setBusy(false)
  }

  return (
    <section className={classes.section} aria-label={t('connections.details.endpointsTab')}>
      <form
        className={classes.endpoints}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== null && !busy) void save(typed)
        }}
      >
        <div className={classes.heading}>
          <p className={classes.text}>{t('connections.endpoints.lead')}</p>
          {typed === null && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} />}
              disabled={readOnly}
              onClick={() => {
                setTyped(connection.overrides)
              }}
            >
              {t('connections.endpoints.edit')}
            </Button>
          )}
        </div>
        <EndpointTable
          endpoints={endpoints}
          overrides={typed ?? connection.overrides}
          wrong={wrong}
          {...(typed !== null && {
            onChange: (overrides: Record<string, string>) => {
              setTyped(overrides)
              setWrong([])
            }
          })}
        />
        {typed === null && <FieldOverrides overrides={connection.overrides} />}
        {failure && <FailureNote failure={failure} />}
        {typed !== null && (
          <Group justify="flex-end" gap="xs" mt="md">
            <Button
              variant="default"
              onClick={() => {
                setTyped(null)
                setWrong([])
                setFailure(null)
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
