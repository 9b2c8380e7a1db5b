import type { KeyId } from '@contract/model/base'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { FailureNote } from '../../../ui/FailureNote'
import { BindingRow } from './BindingRow'
import classes from './Bindings.module.css'
import { useBindingsOf } from './use-bindings-of'

interface BindingsPartProps {
  readonly id: KeyId
  readonly hasSecret: boolean
  /** How sections and their headings look where this stands. */
  readonly sectionClass: string | undefined
  readonly headingClass: string | undefined
}

/** The names in env files that should hold this key, and whether they do. */
export function BindingsPart({ id, hasSecret, sectionClass, headingClass }: BindingsPartProps) {
  const { t } = useTranslation()
  const { value: bindings, failure } = useBindingsOf(id)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  return (
    <section className={sectionClass} aria-label={t('env.bindings.heading')}>
      <h3 className={headingClass}>
        {t('env.bindings.heading')}
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={readOnly || !hasSecret}
          onClick={() => {
            useEnv.getState().openDialog({ kind: 'write', keyIds: [id] })
          }}
        >
          {t('env.write.open')}
        </Button>
      </h3>
      {failure !== null && <FailureNote failure={failure} />}
      {bindings?.length === 0 && <p className={classes.none}>{t('env.bindings.none')}</p>}
      {bindings !== null && bindings.length > 0 && (
        <ul className={classes.list}>
          {bindings.map((binding) => (
            <BindingRow key={binding.id} binding={binding} />
          ))}
        </ul>
      )}
    </section>
  )
}
