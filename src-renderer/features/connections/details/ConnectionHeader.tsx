import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconExternalLink, IconPencil, IconPlugConnectedX, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf, hostOf } from '../../../stores/account-marks'
import { useApp } from '../../../stores/app-store'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { ScreenHead } from '../../../ui/Screen'
import { openConsole } from '../connection-actions'
import { EditConnectionDialog } from '../form/EditConnectionDialog'
import classes from './ConnectionHeader.module.css'
import { RemoveConnectionDialog } from './RemoveConnectionDialog'

interface ConnectionHeaderProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription | undefined
  readonly testing: boolean
  readonly onTest: () => void
}

export function ConnectionHeader({ connection, connector, testing, onTest }: ConnectionHeaderProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const { name, provider, mode, usable } = connection
  const host = mode === 'api' ? hostOf(addressOf(connection, connector)) : null
  const hasConsole = (connector?.kinds[0]?.guides.create?.url ?? connector?.consoleUrl) != null
  const close = (): void => {
    setAsking(null)
  }

  return (
    <>
      <ScreenHead
        title={name}
        back={{
          label: t('connections.details.back'),
          onBack: () => {
            useConnections.getState().open(null)
          }
        }}
        lead={
          <p className={classes.lead}>
            {[provider, t(`connections.modes.${mode}`)].join(' · ')}
            {host !== null && (
              <>
                {' · '}
                <span className={classes.host} data-selectable>
                  {host}
                </span>
              </>
            )}
          </p>
        }
      >
        {mode === 'api' && (
          <Button variant="default" loading={testing} disabled={!usable} onClick={onTest}>
            {t('connections.test.run')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          disabled={readOnly || connector === undefined}
          onClick={() => {
            setAsking('edit')
          }}
        >
          {t('connections.details.edit')}
        </Button>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={readOnly || connector === undefined || !usable}
          onClick={() => {
            useProviderDialog.getState().open({ kind: 'create', connectionId: connection.id })
          }}
        >
          {t('connections.details.createKey')}
        </Button>
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon size={36} variant="default" aria-label={t('connections.details.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {hasConsole && (
              <Menu.Item
                leftSection={<IconExternalLink size={16} />}
                onClick={() => {
                  void openConsole(connection, connector)
                }}
              >
                {t('connections.details.openConsole')}
              </Menu.Item>
            )}
            <Menu.Item
              c="var(--kq-danger)"
              disabled={readOnly}
              leftSection={<IconPlugConnectedX size={16} />}
              onClick={() => {
                setAsking('remove')
              }}
            >
              {t('connections.details.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </ScreenHead>
      {asking === 'edit' && connector !== undefined && (
        <EditConnectionDialog connection={connection} connector={connector} onClose={close} />
      )}
      <RemoveConnectionDialog opened={asking === 'remove'} connection={connection} onClose={close} />
    </>
  )
}
