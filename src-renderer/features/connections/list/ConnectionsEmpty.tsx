import type { ConnectorDescription } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { ProviderList } from '../ProviderList'
import classes from './ConnectionsEmpty.module.css'

interface ConnectionsEmptyProps {
  readonly connectors: readonly ConnectorDescription[]
  readonly onChoose: (connectorId: string) => void
}

/** What a connection is for, and the providers one can start with. */
export function ConnectionsEmpty({ connectors, onChoose }: ConnectionsEmptyProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.empty} aria-labelledby="no-connections">
      <h2 id="no-connections" className={classes.title}>
        {t('connections.empty.title')}
      </h2>
      <p className={classes.text}>{t('connections.empty.text')}</p>
      <ProviderList connectors={connectors} onChoose={onChoose} />
    </section>
  )
}
