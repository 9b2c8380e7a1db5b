import { useTranslation } from 'react-i18next'
import facts from './AccountFacts.module.css'
import classes from './ConnectionDetails.module.css'

interface FieldOverridesProps {
  readonly overrides: Readonly<Record<string, string>>
}

/** Fields that this account maps otherwise than its manifest. */
export function FieldOverrides({ overrides }: FieldOverridesProps) {
  const { t } = useTranslation()
  const fields = Object.entries(overrides).filter(([name]) => !name.endsWith('.path'))
  if (fields.length === 0) return null
  return (
    <>
      <h2 className={classes.heading}>{t('connections.endpoints.fields')}</h2>
      <dl className={facts.list}>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt className={facts.mono}>{name}</dt>
            <dd className={facts.mono} data-selectable>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
