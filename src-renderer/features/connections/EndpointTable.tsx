import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { operationText } from '../../texts/operations'
import { cx } from '../../ui/cx'
import { ProvenanceChip } from '../../ui/ProvenanceChip'
import type { Endpoint } from './endpoints'
import classes from './EndpointTable.module.css'

interface EndpointTableProps {
  readonly endpoints: readonly Endpoint[]
  readonly overrides: Readonly<Record<string, string>>
  readonly wrong?: readonly string[]
  /** Left out where the paths are only shown. */
  readonly onChange?: (overrides: Record<string, string>) => void
}

/** Endpoints by what they are for: method, path and how sure that is. */
export function EndpointTable({ endpoints, overrides, wrong = [], onChange }: EndpointTableProps) {
  const { t } = useTranslation()
  const groups = [...new Set(endpoints.map(({ kind }) => kind))]
  return (
    <table className={classes.table} aria-label={t('connections.endpoints.table')}>
      <thead>
        <tr>
          <th scope="col" className={classes.operation}>
            {t('connections.endpoints.operation')}
          </th>
          <th scope="col">{t('connections.endpoints.path')}</th>
          <th scope="col" className={classes.source}>
            {t('connections.endpoints.provenance')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group ?? ''}>
          <tr className={classes.group}>
            <th scope="rowgroup" colSpan={3}>
              {group ?? t('connections.endpoints.account')}
            </th>
          </tr>
          {endpoints
            .filter(({ kind }) => kind === group)
            .map((endpoint) => (
              <Row
                key={endpoint.name}
                endpoint={endpoint}
                override={overrides[endpoint.name]}
                wrong={wrong.includes(endpoint.name)}
                onChange={
                  onChange &&
                  ((path) => {
                    onChange({ ...overrides, [endpoint.name]: path })
                  })
                }
              />
            ))}
        </tbody>
      ))}
    </table>
  )
}

interface RowProps {
  readonly endpoint: Endpoint
  readonly override: string | undefined
  readonly wrong: boolean
  readonly onChange: ((path: string) => void) | undefined
}

function Row({ endpoint, override, wrong, onChange }: RowProps) {
  const { t } = useTranslation()
  const { operation, kind, method, path, provenance, note } = endpoint
  const word = operationText(operation, t)
  return (
    <tr>
      <td className={classes.word}>{word}</td>
      <td>
        <div className={classes.call}>
          <span className={classes.method}>{method}</span>
          {onChange === undefined ? (
            <span className={classes.path} data-selectable>
              {override ?? path}
            </span>
          ) : (
            <TextInput
              size="xs"
              className={cx(classes.field)}
              classNames={{ input: classes.input ?? '' }}
              aria-label={
                kind === null
                  ? t('connections.endpoints.pathOf', { operation: word })
                  : t('connections.endpoints.pathOfKind', { operation: word, kind })
              }
              value={override ?? path}
              error={wrong && t('connections.form.pathInvalid')}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                onChange(event.currentTarget.value)
              }}
            />
          )}
        </div>
        {onChange === undefined && override !== undefined && (
          <span className={classes.instead}>{t('connections.endpoints.instead', { path })}</span>
        )}
      </td>
      <td>
        {onChange === undefined && override !== undefined ? (
          <span className={classes.overridden}>{t('connections.endpoints.overridden')}</span>
        ) : (
          <ProvenanceChip provenance={provenance} note={note} />
        )}
      </td>
    </tr>
  )
}
