import { useTranslation } from 'react-i18next'
import { CopyablePath } from '../../../ui/CopyablePath'
import list from './ConnectionList.module.css'

interface ManifestFolderProps {
  readonly folder: string
}

/** Where a manifest of one's own goes. */
export function ManifestFolder({ folder }: ManifestFolderProps) {
  const { t } = useTranslation()
  return (
    <section className={list.section} aria-labelledby="manifest-folder">
      <h2 id="manifest-folder" className={list.heading}>
        {t('connections.other')}
      </h2>
      <p className={list.text}>{t('connections.otherText')}</p>
      <p className={list.text}>
        <CopyablePath path={folder} label={t('connections.copyFolder')} copiedLabel={t('connections.copied')} />
      </p>
    </section>
  )
}
