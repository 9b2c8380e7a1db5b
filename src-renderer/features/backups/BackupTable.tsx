import type { BackupSummary } from '@contract/model/backup'
import { Button, VisuallyHidden } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { absoluteText } from '../../texts/dates'
import { sizeText } from '../../texts/size'
import { cx } from '../../ui/cx'
import { Moment } from '../../ui/Moment'
import table from '../../ui/table.module.css'
import classes from './BackupTable.module.css'

interface BackupTableProps {
  readonly backups: readonly BackupSummary[]
  /** How many keys the backups that were checked hold, by file. */
  readonly whole: ReadonlyMap<string, number>
  readonly onCheck: (backup: BackupSummary) => void
  readonly onRestore: (backup: BackupSummary) => void
}

export function BackupTable({ backups, whole, onCheck, onRestore }: BackupTableProps) {
  const { t, i18n } = useTranslation()
  return (
    <table className={cx(table.table, table.tall, classes.table)} aria-label={t('backups.table')}>
      <thead>
        <tr>
          <th scope="col">{t('backups.when')}</th>
          <th scope="col" className={classes.number}>
            {t('backups.keys')}
          </th>
          <th scope="col" className={classes.number}>
            {t('backups.size')}
          </th>
          <th scope="col" className={classes.acts}>
            <VisuallyHidden>{t('backups.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const when = absoluteText(backup.madeAt, i18n.language)
          const keys = whole.get(backup.file)
          return (
            <tr key={backup.file} title={backup.file}>
              <td className={classes.ago}>
                <Moment at={backup.madeAt} past />
                <span className={table.second}>{when}</span>
              </td>
              <td className={classes.number}>{backup.keys.toLocaleString(i18n.language)}</td>
              <td className={classes.number}>{sizeText(backup.bytes, i18n.language)}</td>
              <td>
                <div className={classes.row}>
                  <span role="status" className={keys === undefined ? undefined : classes.whole}>
                    {keys !== undefined && (
                      <>
                        <IconShieldCheck size={16} aria-hidden="true" />
                        {t('backups.whole', { count: keys })}
                      </>
                    )}
                  </span>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('backups.checkOf', { when })}
                    onClick={() => {
                      onCheck(backup)
                    }}
                  >
                    {t('backups.check')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('backups.restoreOf', { when })}
                    onClick={() => {
                      onRestore(backup)
                    }}
                  >
                    {t('backups.restore')}
                  </Button>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
