import type { Connection } from '@contract/model/connection'
import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectorOf, useConnections } from '../../../stores/connections-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Note } from '../../../ui/Note'
import { Screen, ScreenScroll } from '../../../ui/Screen'
import { showToast } from '../../../ui/toasts'
import { useEscape } from '../../../ui/use-escape'
import { Working } from '../../../ui/Working'
import { firstFailure } from '../connection-facts'
import { TestReport } from '../TestReport'
import { useConnectionTest } from '../use-connection-test'
import { AccountFacts } from './AccountFacts'
import classes from './ConnectionDetails.module.css'
import { ConnectionHeader } from './ConnectionHeader'
import { ConnectionStanding } from './ConnectionStanding'
import { CredentialList } from './CredentialList'
import { EndpointsPanel } from './EndpointsPanel'
import { RemoteKeysPanel } from './RemoteKeysPanel'

interface ConnectionDetailsProps {
  readonly connection: Connection
}

const nothing: ReadonlySet<string> = new Set<string>()

/** One account: whether it works, what the provider lists, and what is called how. */
export function ConnectionDetails({ connection }: ConnectionDetailsProps) {
  const { t } = useTranslation()
  const connector = useConnections((state) => connectorOf(state.connectors, connection))
  const testing = useConnectionTest()
  const [tab, setTab] = useState<string | null>('keys')
  const [passed, setPassed] = useState(0)
  const [editing, setEditing] = useState(false)
  const [chosen, setChosen] = useState(nothing)
  useEscape(() => {
    if (editing) setEditing(false)
    else if (chosen.size > 0) setChosen(nothing)
    else useConnections.getState().open(null)
  })
  const show = (wanted: string | null): void => {
    setTab(wanted)
    setEditing(false)
    setChosen(nothing)
  }

  const lastTest = testing.result ?? connection.lastTest
  const shownTest = lastTest?.ok === false && connection.mode === 'api' ? lastTest : null

  const test = async (): Promise<void> => {
    const result = await testing.run(connection.id)
    if (result?.ok !== true) return
    showToast(t('connections.test.passed'))
    // A list that was refused before is asked for again.
    setPassed((count) => count + 1)
  }
  const code = testing.running ? null : firstFailure(shownTest)?.code
  const lacksCredential = code === 'provider-credential-refused' || code === 'credential-missing'
  const isOutdated = lacksCredential && connection.credentials.some(({ updatedAt }) => updatedAt > (lastTest?.at ?? ''))

  return (
    <Screen>
      <ConnectionHeader
        connection={connection}
        connector={connector}
        testing={testing.running}
        onTest={() => {
          void test()
        }}
      />
      <ScreenScroll label={connection.name}>
        <ConnectionStanding connection={connection} connector={connector} />
        {(testing.running || testing.failure !== null || shownTest !== null) && (
          <div className={classes.test}>
            {testing.running && <Working label={t('connections.test.running')} />}
            {testing.failure !== null && testing.failure.code !== 'cancelled' && (
              <FailureNote failure={testing.failure} />
            )}
            {!testing.running && shownTest !== null && <TestReport test={shownTest} connector={connector} />}
            {isOutdated && (
              <Note>
                <p>{t('connections.credentialList.newer')}</p>
                <Button
                  size="compact-sm"
                  mt="xs"
                  onClick={() => {
                    void test()
                  }}
                >
                  {t('connections.test.again')}
                </Button>
              </Note>
            )}
            {lacksCredential && !isOutdated && (
              <Button
                className={classes.remedy ?? ''}
                variant="default"
                onClick={() => {
                  show('account')
                }}
              >
                {t('connections.credentialList.show')}
              </Button>
            )}
          </div>
        )}
        <Tabs className={classes.tabbed ?? ''} value={tab} onChange={show}>
          <Tabs.List aria-label={t('connections.details.tabs')}>
            <Tabs.Tab value="keys">{t('connections.details.keysTab')}</Tabs.Tab>
            {connector !== undefined && connection.mode === 'api' && (
              <Tabs.Tab value="endpoints">{t('connections.details.endpointsTab')}</Tabs.Tab>
            )}
            <Tabs.Tab value="account">{t('connections.details.aboutTab')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="keys">
            <RemoteKeysPanel
              key={passed}
              connection={connection}
              connector={connector}
              known={code ?? null}
              chosen={chosen}
              onChoose={setChosen}
            />
          </Tabs.Panel>
          {connector !== undefined && (
            <Tabs.Panel value="endpoints">
              <EndpointsPanel connection={connection} connector={connector} editing={editing} onEditing={setEditing} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="account">
            {connector !== undefined && connection.mode === 'api' && (
              <CredentialList connection={connection} connector={connector} />
            )}
            <AccountFacts connection={connection} connector={connector} />
          </Tabs.Panel>
        </Tabs>
      </ScreenScroll>
    </Screen>
  )
}
