import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Connectors } from '../../../stores/connections-store'
import classes from './BrokenManifests.module.css'
import list from './ConnectionList.module.css'

interface BrokenManifestsProps {
  readonly broken: Connectors['broken']
}

/** Manifests that were left out, each with what is wrong and where. */
export function BrokenManifests({ broken }: BrokenManifestsProps) {
  const { t } = useTranslation()
  return (
    <section className={list.section} aria-labelledby="broken-manifests">
      <h2 id="broken-manifests" className={list.heading}>
        {t('connections.broken')}
      </h2>
      <p className={list.text}>{t('connections.brokenText')}</p>
      <ul className={classes.files}>
        {broken.map(({ file, problems }) => (
          <li key={file}>
            <p className={classes.file} data-selectable>
              <IconFileAlert size={16} aria-hidden="true" />
              <span>{file}</span>
            </p>
            <ul className={classes.problems}>
              {problems.map(({ path, expected }) => (
                <li key={`${path} ${expected}`} data-selectable>
                  <code>{path}</code> {t('connections.brokenExpected', { expected })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
