import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import { useTranslation } from 'react-i18next'
import { NameField } from './NameField'
import type { NameTrouble } from './name-troubles'
import classes from './WriteDialog.module.css'

interface NameRowsProps {
  readonly keys: readonly KeyDetails[]
  readonly names: readonly string[]
  readonly troubles: readonly (NameTrouble | null)[]
  readonly onName: (id: KeyId, name: string) => void
}

/** Several keys, each with the name it has in the file. */
export function NameRows({ keys, names, troubles, onName }: NameRowsProps) {
  const { t } = useTranslation()
  return (
    <div>
      <div className={classes.nameHead} aria-hidden="true">
        <span className={classes.label}>{t('env.write.key')}</span>
        <span className={classes.label}>{t('env.write.name')}</span>
      </div>
      <ul className={classes.names} aria-label={t('env.write.names')}>
        {keys.map(({ id, name }, index) => (
          <li key={id} className={classes.nameRow}>
            <span className={classes.keyName} title={name}>
              {name}
            </span>
            <NameField
              of={name}
              name={names[index] ?? ''}
              trouble={troubles[index] ?? null}
              onName={(typed) => {
                onName(id, typed)
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
