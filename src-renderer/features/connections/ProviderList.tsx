import type { ConnectorDescription, Provenance } from '@contract/model/connector'
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { ProvenanceChip } from '../../ui/ProvenanceChip'
import { endpointsOf } from './endpoints'
import { inOrder } from './provider-order'
import classes from './ProviderList.module.css'

interface ProviderListProps {
  readonly connectors: readonly ConnectorDescription[]
  readonly onChoose: (connectorId: string) => void
}

/** Providers to choose from, each with how sure what its manifest says is. */
export function ProviderList({ connectors, onChoose }: ProviderListProps) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list} aria-label={t('connections.choose.list')}>
      {inOrder(connectors).map((connector) => (
        <li key={connector.id}>
          <UnstyledButton
            className={cx(classes.provider)}
            onClick={() => {
              onChoose(connector.id)
            }}
          >
            <span className={classes.words}>
              <span className={classes.name}>
                {connector.name}
                {!connector.builtIn && <span className={classes.own}>{t('connections.ownManifest')}</span>}
              </span>
              <span className={classes.summary}>{connector.summary}</span>
            </span>
            <span className={classes.sources}>
              {provenancesIn(connector).map(([provenance, count]) => (
                <span key={provenance} title={t('connections.choose.endpoints', { count })}>
                  <ProvenanceChip provenance={provenance} />
                </span>
              ))}
            </span>
            <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

const order = ['documented', 'observed', 'assumed'] as const satisfies readonly Provenance[]

function provenancesIn(connector: ConnectorDescription): [Provenance, number][] {
  const endpoints = endpointsOf(connector)
  return order
    .map((wanted): [Provenance, number] => [wanted, endpoints.filter(({ provenance }) => provenance === wanted).length])
    .filter(([, count]) => count > 0)
}
