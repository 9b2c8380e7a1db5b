import type { Binding } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../../texts/failure-text'
import { Moment } from '../../../ui/Moment'
import { FilePath } from '../parts/FilePath'
import { StateTag } from '../parts/StateTag'
import classes from './Bindings.module.css'
import { BindingMenu, Resolve } from './Resolve'
import { usePlace } from './use-place'

interface BindingRowProps {
  readonly binding: Binding
}

/** One name in a file: where it is, how it stands, and what puts it right. */
export function BindingRow({ binding }: BindingRowProps) {
  const { t, i18n } = useTranslation()
  const { name, file, line, state, failure, agreedAt } = binding
  const place = usePlace(binding)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <FilePath file={file} path={line === null ? place : `${place}:${String(line)}`} strong />
        <p className={classes.second}>
          <span className={classes.name} title={name} data-selectable>
            {name}
          </span>
          <StateTag state={state} />
        </p>
        {failure !== null && (
          <p className={classes.why}>{failureText({ ...failure, id: '' }, i18n.language).happened}</p>
        )}
        {state !== 'in-step' && failure === null && (
          <p className={classes.why}>
            {t(`env.statesText.${state}`)}{' '}
            {agreedAt !== null && (
              <>
                {t('env.bindings.agreed')} <Moment at={agreedAt} past inside />.
              </>
            )}
          </p>
        )}
        <Resolve binding={binding} />
      </div>
      <BindingMenu binding={binding} />
    </li>
  )
}
