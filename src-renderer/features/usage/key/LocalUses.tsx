import type { KeyId } from '@contract/model/base'
import type { LocalUse } from '@contract/model/usage'
import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { FailureNote } from '../../../ui/FailureNote'
import { Moment } from '../../../ui/Moment'
import classes from './KeyUsage.module.css'

interface LocalUsesProps {
  readonly id: KeyId
  readonly sectionClass: string | undefined
  readonly headingClass: string | undefined
}

const PAGE = 20

/** Which env file, command or copy took the value out of the vault. */
export function LocalUses({ id, sectionClass, headingClass }: LocalUsesProps) {
  const { t } = useTranslation()
  const revision = useUsage((state) => state.revision)
  const [wanted, setWanted] = useState(PAGE)
  const load = useCallback(
    () => client.call('usage.localUse', { keyId: id, limit: Math.min(500, wanted) }),
    [id, wanted]
  )
  const { value, failure } = useResource(revision, load)
  return (
    <section className={sectionClass} aria-label={t('usage.local.heading')}>
      <h3 className={headingClass}>{t('usage.local.heading')}</h3>
      {failure !== null && <FailureNote failure={failure} />}
      {value !== null && value.items.length === 0 && <p className={classes.none}>{t('usage.local.none')}</p>}
      {value !== null && value.items.length > 0 && (
        <ul className={classes.uses}>
          {value.items.map((use) => (
            <Use key={use.id} use={use} />
          ))}
        </ul>
      )}
      {value !== null && value.items.length === wanted && wanted < 500 && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setWanted(wanted + PAGE)
          }}
        >
          {t('usage.local.more')}
        </Button>
      )}
    </section>
  )
}

function Use({ use: { kind, actor, place, envName, at } }: { readonly use: LocalUse }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className={classes.what}>
        {t(`usage.local.kinds.${kind}`)}
        <span className={classes.actor}> {t(`audit.actors.${actor}`)}</span>
      </span>
      <span className={classes.when}>
        <Moment at={at} past />
      </span>
      {(place !== null || envName !== null) && (
        <span className={classes.place} title={place ?? undefined}>
          {[envName, place].filter((part) => part !== null).join(' → ')}
        </span>
      )}
    </li>
  )
}
