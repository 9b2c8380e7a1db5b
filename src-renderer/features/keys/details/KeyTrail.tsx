import type { KeyId } from '@contract/model/base'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import { Moment } from '../../../ui/Moment'
import classes from './DetailsPane.module.css'
import trail from './KeyTrail.module.css'

interface KeyTrailProps {
  readonly id: KeyId
  readonly revision: number
}

const MOST_ENTRIES = 20

export function KeyTrail({ id, revision }: KeyTrailProps) {
  const { t } = useTranslation()
  const load = useCallback(() => client.call('audit.list', { keyId: id, limit: MOST_ENTRIES }), [id])
  const { value } = useResource(revision, load)
  if (value === null || value.items.length === 0) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t('details.audit')}</h3>
      <ul className={trail.list}>
        {value.items.map((entry) => (
          <li key={entry.sequence}>
            <span>{t(`audit.actions.${entry.action}`)}</span>
            <span className={trail.from}>{t(`audit.actors.${entry.actor}`)}</span>
            <span className={trail.when}>
              <Moment at={entry.at} past />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
