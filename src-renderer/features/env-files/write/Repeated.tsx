import type { EnvPreviewKey } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import classes from './WriteDialog.module.css'

interface RepeatedProps {
  readonly keys: readonly EnvPreviewKey[]
}

/** The other lines of the file that have a name too. */
export function Repeated({ keys }: RepeatedProps) {
  const { t, i18n } = useTranslation()
  const linesOf = ({ duplicates }: EnvPreviewKey): string =>
    new Intl.ListFormat(i18n.language).format(duplicates.map(String))
  const repeated = keys.filter(({ duplicates }) => duplicates.length > 0)
  const [first] = repeated
  if (first === undefined) return null
  if (keys.length === 1) {
    const { length: count } = first.duplicates
    return <Note tone="calm">{t('env.preview.duplicates', { count, lines: linesOf(first) })}</Note>
  }
  return (
    <Note tone="calm" title={t('env.preview.duplicatesMany')}>
      <ul className={classes.each}>
        {repeated.map((key) => (
          <li key={key.name}>
            {t('env.preview.duplicatesOf', { name: key.name, count: key.duplicates.length, lines: linesOf(key) })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
