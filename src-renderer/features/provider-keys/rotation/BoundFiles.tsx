import type { WrittenBinding } from '@contract/model/rotation'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../../texts/failure-text'
import classes from './Rotation.module.css'

interface BoundFilesProps {
  readonly bindings: readonly WrittenBinding[]
}

/** The env files that hold the key, and whether the new value reached them. */
export function BoundFiles({ bindings }: BoundFilesProps) {
  const { t, i18n } = useTranslation()
  if (bindings.length === 0) return null
  return (
    <ul className={classes.files}>
      {bindings.map(({ bindingId, file, name, outcome, failure }) => (
        <li key={bindingId}>
          <span className={classes.file} title={`${file} ${name}`}>
            <bdi>{file}</bdi>
          </span>
          <span
            className={classes.outcome}
            data-failed={outcome === 'failed' ? true : undefined}
            title={failure === null ? undefined : failureText({ ...failure, id: '' }, i18n.language).happened}
          >
            {t(`provider.rotation.outcomes.${outcome}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
