import { useTranslation } from 'react-i18next'
import { useEnv } from '../../../stores/env-store'
import { Moment } from '../../../ui/Moment'
import { isProduction } from '../model/production'
import type { TiedKey } from '../use-tied-key'
import classes from './Bulk.module.css'

interface BulkKeysProps {
  readonly keys: readonly TiedKey[]
}

/** The keys by name, each with where it lives, when it was last used and what is bound to it. */
export function BulkKeys({ keys }: BulkKeysProps) {
  const { t } = useTranslation()
  const bindings = useEnv((state) => state.bindings)
  return (
    <ul className={classes.keys} aria-label={t('keys.bulk.touched')} tabIndex={0}>
      {keys.map(({ saved, provider }) => {
        const bound = bindings?.filter(({ keyId }) => keyId === saved.id).length ?? 0
        return (
          <li key={saved.id}>
            <span className={classes.name}>{saved.name}</span>
            {isProduction(saved) && <span className={classes.production}>{t('keys.bulk.production')}</span>}
            <span className={classes.facts}>
              {provider}
              {' · '}
              {saved.lastUsedAt === null ? (
                t('keys.bulk.neverUsed')
              ) : (
                <>
                  {t('keys.bulk.used')} <Moment at={saved.lastUsedAt} past inside />
                </>
              )}
              {bound > 0 && ` · ${t('keys.bulk.bound', { count: bound })}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
