import type { Connection } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { connectorOf, useConnections } from '../../../stores/connections-store'
import { useAccountMarks } from '../../../stores/use-account-marks'
import { Note } from '../../../ui/Note'
import { ChoiceList } from '../form/ChoiceList'
import { forKind, type CreateValues } from '../model/create-form'

interface ChooseAccountProps {
  readonly values: CreateValues
  readonly onChange: (values: CreateValues) => void
}

/** The account that makes the key, and the kind of key where its provider has several. */
export function ChooseAccount({ values, onChange }: ChooseAccountProps) {
  const { t } = useTranslation()
  const connections = useConnections((state) => state.connections) ?? []
  const connectors = useConnections((state) => state.connectors)
  const marks = useAccountMarks()
  const chosen = connections.find(({ id }) => id === values.connectionId)
  const kinds = (chosen && connectorOf(connectors, chosen)?.kinds) ?? []
  const test = chosen?.lastTest ?? null
  const isFull = test?.keysUsed != null && test.keysLimit !== null && test.keysUsed >= test.keysLimit

  const asideOf = ({ usable, mode, lastTest }: Connection): string | undefined => {
    if (!usable) return t('provider.create.unusable')
    if (mode === 'guided') return t('provider.create.guided')
    if (lastTest?.keysUsed == null || lastTest.keysLimit === null) return undefined
    return t('provider.create.full', { used: lastTest.keysUsed, limit: lastTest.keysLimit })
  }
  const factsOf = (kind: KeyKind): string => {
    const facts = [
      kind.scopes.kind !== 'none' && kind.scopes.label,
      kind.roles !== 'none' && t('provider.create.kindFacts.roles'),
      kind.expiry.kind !== 'none' && t('provider.create.kindFacts.expiry'),
      kind.ipRanges && t('provider.create.kindFacts.ipRanges')
    ].filter((fact) => fact !== false)
    return facts.length === 0 ? t('provider.create.kindFacts.none') : facts.join(' · ')
  }

  return (
    <>
      <ChoiceList
        label={t('provider.create.chooseConnection')}
        value={values.connectionId}
        choices={connections.map((connection) => ({
          value: connection.id,
          label: connection.name,
          help: [connection.provider, marks.get(connection.id)].filter(Boolean).join(' · '),
          aside: asideOf(connection),
          disabled: !connection.usable
        }))}
        onChange={(id) => {
          const connection = connections.find((known) => known.id === id)
          const [only, ...others] = (connection && connectorOf(connectors, connection)?.kinds) ?? []
          if (connection === undefined || only === undefined) return
          onChange(
            others.length === 0
              ? forKind(values, connection.id, only)
              : { ...values, connectionId: connection.id, kindId: null }
          )
        }}
      />
      {chosen !== undefined && kinds.length > 1 && (
        <ChoiceList
          label={t('provider.create.chooseKind')}
          value={values.kindId}
          choices={kinds.map((kind) => ({
            value: kind.id,
            label: kind.label,
            help: factsOf(kind),
            aside:
              chosen.mode === 'api' && kind.operations.create === undefined ? t('provider.create.byHand') : undefined
          }))}
          onChange={(kindId) => {
            const kind = kinds.find(({ id }) => id === kindId)
            if (kind !== undefined) onChange(forKind(values, chosen.id, kind))
          }}
        />
      )}
      {isFull && <Note>{t('provider.create.fullWarning')}</Note>}
    </>
  )
}
