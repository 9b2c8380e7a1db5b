import type { EnvironmentTable } from '@contract/model/env'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FilePath } from '../parts/FilePath'
import classes from './Compare.module.css'
import { groupLetter, rowKind } from './compare-rows'

interface CompareTableProps {
  readonly files: EnvironmentTable['files']
  readonly rows: EnvironmentTable['rows']
}

/** Names by files. Equal letters in a row are equal values; what a file lacks is seen first. */
export function CompareTable({ files, rows }: CompareTableProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('env.project.compareTab')}>
      <table className={classes.table} aria-label={t('env.compare.table')}>
        <thead>
          <tr>
            <th scope="col" className={classes.first}>
              {t('env.compare.name')}
            </th>
            {files.map(({ file, path }) => (
              <th key={file} scope="col">
                <FilePath file={file} path={path} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} data-kind={rowKind(row)}>
              <th scope="row" className={classes.first} title={row.name}>
                {row.name}
              </th>
              {row.cells.map(({ is, group }, index) => (
                <td key={files[index]?.file ?? index} data-is={is}>
                  {is === 'value' ? (
                    <span className={classes.letter} data-group={Math.min(group ?? 1, 4)}>
                      {t('env.compare.value', { letter: groupLetter(group ?? 1) })}
                    </span>
                  ) : (
                    <span className={classes.lack}>
                      <IconAlertTriangle size={16} aria-hidden="true" />
                      {t(`env.compare.${is}`)}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
