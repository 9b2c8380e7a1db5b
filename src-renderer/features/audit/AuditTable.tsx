import type { AuditEntry } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { Moment } from '../../ui/Moment'
import table from '../../ui/table.module.css'
import classes from './AuditTable.module.css'

interface AuditTableProps {
  readonly entries: readonly AuditEntry[]
  /** Narrows the trail to what was done with one key. */
  readonly onKey: (key: { readonly id: KeyId; readonly name: string }) => void
}

export function AuditTable({ entries, onKey }: AuditTableProps) {
  const { t } = useTranslation()
  return (
    <table className={table.table} aria-label={t('audit.table')}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            {t('audit.number')}
          </th>
          <th scope="col" className={classes.when}>
            {t('audit.when')}
          </th>
          <th scope="col" className={classes.what}>
            {t('audit.what')}
          </th>
          <th scope="col">{t('audit.concerns')}</th>
          <th scope="col" className={classes.from}>
            {t('audit.from')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <td className={classes.number}>{entry.sequence}</td>
            <td>
              <Moment at={entry.at} past />
            </td>
            <td className={classes.action}>{t(`audit.actions.${entry.action}`)}</td>
            <td title={entry.detail}>
              <KeyName entry={entry} onKey={onKey} />
              {entry.detail !== '' && <span className={classes.detail}>{entry.detail}</span>}
            </td>
            <td>{t(`audit.actors.${entry.actor}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function KeyName({
  entry: { keyId, keyName },
  onKey
}: Pick<AuditTableProps, 'onKey'> & { readonly entry: AuditEntry }) {
  const { t } = useTranslation()
  if (keyId === null || keyName === null) return keyName
  return (
    <UnstyledButton
      className={cx(classes.keyName)}
      title={t('audit.onlyKey', { name: keyName })}
      onClick={() => {
        onKey({ id: keyId, name: keyName })
      }}
    >
      {keyName}
    </UnstyledButton>
  )
}
