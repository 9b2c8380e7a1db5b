import type { BindingState } from '@contract/model/env'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import classes from './StateTag.module.css'

interface StateTagProps {
  readonly state: BindingState
}

// Half a diamond says which side moved: the left one is the file, the right one the vault.
const shapes: Readonly<Record<BindingState, string>> = {
  'in-step': 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  'file-moved': 'M8 2.2L13.8 8 8 13.8 2.2 8zm0 2.1v7.4L11.7 8z',
  'vault-moved': 'M8 2.2L13.8 8 8 13.8 2.2 8zm0 2.1L4.3 8 8 11.7z',
  'both-moved': 'M8 2.2L13.8 8 8 13.8 2.2 8z',
  missing: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  'file-gone': 'M4.4 3.3L8 6.9l3.6-3.6 1.1 1.1L9.1 8l3.6 3.6-1.1 1.1L8 9.1l-3.6 3.6-1.1-1.1L6.9 8 3.3 4.4z',
  orphaned: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm-2.5 4.2h5v1.6h-5z',
  unreadable: 'M3.8 3.8h8.4v8.4H3.8z'
}

/** How a file and the vault stand to each other, by colour, shape and word. */
export function StateTag({ state }: StateTagProps) {
  const { t } = useTranslation()
  return (
    <span className={cx(classes.tag, classes[state])} title={t(`env.statesText.${state}`)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className={classes.word}>{t(`env.states.${state}`)}</span>
    </span>
  )
}
