import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../../stores/account-marks'
import { absoluteText } from '../../../texts/dates'
import { ProvenanceChip } from '../../../ui/ProvenanceChip'
import facts from './AccountFacts.module.css'
import classes from './ConnectionDetails.module.css'

interface AccountFactsProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription | undefined
}

/** What is set of an account, and what its manifest says of the provider. */
export function AccountFacts({ connection, connector }: AccountFactsProps) {
  const { t, i18n } = useTranslation()
  const { mode, variables, allowPrivate, ca, createdAt, provider } = connection
  const address = mode === 'api' ? addressOf(connection, connector) : null
  const labelOf = (id: string): string => connector?.variables.find((known) => known.id === id)?.label ?? id
  const rows: [label: string, value: ReactNode][] = [
    [t('connections.details.provider'), provider],
    [t('connections.details.mode'), t(`connections.modes.${mode}`)],
    [
      t('connections.form.baseUrl'),
      address !== null && (
        <span className={facts.row}>
          <span className={facts.mono}>{address}</span>
          {connector !== undefined && connection.baseUrl === null && (
            <ProvenanceChip provenance={connector.baseUrlProvenance} />
          )}
        </span>
      )
    ],
    ...Object.entries(variables).map(([id, value]): [string, ReactNode] => [labelOf(id), value]),
    [t('connections.details.private'), allowPrivate && t('connections.details.privateAllowed')],
    [t('connections.details.ca'), ca !== null && t('connections.details.ownCa')],
    [
      t('connections.details.rate'),
      connector?.requestsPerMinute != null && t('connections.details.rateText', { count: connector.requestsPerMinute })
    ],
    [t('connections.details.rights'), connector?.permissionsNote],
    [
      t('connections.details.docs'),
      connector?.docsUrl != null && <span className={facts.mono}>{connector.docsUrl}</span>
    ],
    [t('connections.details.created'), absoluteText(createdAt, i18n.language)],
    [
      t('connections.details.notes'),
      connector !== undefined &&
        connector.sourceNotes.length > 0 &&
        connector.sourceNotes.map((note) => <p key={note}>{note}</p>)
    ]
  ]
  return (
    <section className={classes.section} aria-labelledby="account-facts">
      <h2 id="account-facts" className={classes.heading}>
        {t('connections.details.aboutTab')}
      </h2>
      <dl className={facts.list}>
        {rows
          .filter(([, value]) => value !== false && value !== undefined && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-selectable>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
