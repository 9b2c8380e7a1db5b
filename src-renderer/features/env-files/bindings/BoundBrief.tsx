import type { KeyId } from '@contract/model/base'
import type { Binding } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { FilePath } from '../parts/FilePath'
import { StateTag } from '../parts/StateTag'
import classes from './Bindings.module.css'
import { useBindingsOf } from './use-bindings-of'
import { usePlace } from './use-place'

interface BoundBriefProps {
  readonly id: KeyId
}

/** The names that hold a key, in a line each: what a rotation writes and a revocation leaves behind. */
export function BoundBrief({ id }: BoundBriefProps) {
  const { t } = useTranslation()
  const { value: bindings } = useBindingsOf(id)
  if (bindings === null) return null
  if (bindings.length === 0) return <p className={classes.none}>{t('env.bindings.none')}</p>
  return (
    <ul className={classes.brief} aria-label={t('env.bindings.heading')}>
      {bindings.map((binding) => (
        <Line key={binding.id} binding={binding} />
      ))}
    </ul>
  )
}

function Line({ binding }: { readonly binding: Binding }) {
  const { file, name, state } = binding
  const place = usePlace(binding)
  return (
    <li>
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <FilePath file={file} path={place} />
      </span>
      <StateTag state={state} />
    </li>
  )
}
