import type { Grant } from '@contract/model/grant'
import { useTranslation } from 'react-i18next'
import classes from './GrantDialog.module.css'

const SHOWN = 6

/** What is asked for or was given: names and facts, secrets of which keys, changes. */
export function Wanted({ reach, secrets, made }: Pick<Grant, 'reach' | 'secrets' | 'made'>) {
  const { t } = useTranslation()
  const names = secrets === 'all' ? [] : secrets
  const hidden = names.length - SHOWN
  return (
    <ul className={classes.wanted}>
      <li>{t('grants.reads')}</li>
      {secrets === 'all' && <li data-strong>{t('grants.secretsAll')}</li>}
      {names.length > 0 && (
        <li data-strong>
          {t('grants.secretsOf', { count: names.length })}
          <span className={classes.names}>
            {names.slice(0, SHOWN).map(({ id, name }) => (
              <span key={id} className={classes.name}>
                {name}
              </span>
            ))}
            {hidden > 0 && <span>{t('grants.andMore', { count: hidden })}</span>}
          </span>
        </li>
      )}
      {made && secrets !== 'all' && <li data-strong>{t('grants.secretsMade')}</li>}
      {reach === 'change' && <li data-strong>{t('grants.changes')}</li>}
    </ul>
  )
}
