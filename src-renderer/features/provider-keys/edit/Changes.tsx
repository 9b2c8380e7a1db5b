import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../model/changes'
import classes from './Changes.module.css'

interface ChangesProps {
  readonly changes: readonly FieldChange[]
  /** What each field is called. */
  readonly labelOf: (field: FieldChange['field']) => string
}

/** What saving would change, line by line: what goes and what comes. */
export function Changes({ changes, labelOf }: ChangesProps) {
  const { t } = useTranslation()
  const line = (kind: 'added' | 'removed', text: string) => (
    <div
      key={`${kind} ${text}`}
      className={classes.line}
      data-added={kind === 'added' ? true : undefined}
      data-removed={kind === 'removed' ? true : undefined}
    >
      <span className={classes.sign} aria-hidden="true">
        {kind === 'added' ? '+' : '−'}
      </span>
      <span>
        <VisuallyHidden>{`${t(`provider.edit.${kind}`)}: `}</VisuallyHidden>
        {text === '' ? <span className={classes.empty}>{t('provider.edit.empty')}</span> : text}
      </span>
    </div>
  )
  return (
    <dl className={classes.list} aria-label={t('provider.edit.changes')}>
      {changes.map(({ field, from, to, added, removed }) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>
            {from !== undefined && line('removed', from)}
            {to !== undefined && line('added', to)}
            {removed?.map((one) => line('removed', one))}
            {added?.map((one) => line('added', one))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
