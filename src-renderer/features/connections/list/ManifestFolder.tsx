import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../../ui/copy-text'
import list from './ConnectionList.module.css'
import classes from './ManifestFolder.module.css'

interface ManifestFolderProps {
  readonly folder: string
}

/** Where a manifest of one's own goes. */
export function ManifestFolder({ folder }: ManifestFolderProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const label = copied ? t('connections.copied') : t('connections.copyFolder')
  return (
    <section className={list.section} aria-labelledby="manifest-folder">
      <h2 id="manifest-folder" className={list.heading}>
        {t('connections.other')}
      </h2>
      <p className={list.text}>{t('connections.otherText')}</p>
      <p className={classes.folder}>
        <code data-selectable>{folder}</code>
        <Tooltip label={label}>
          <ActionIcon
            aria-label={t('connections.copyFolder')}
            onClick={() => {
              setCopied(copyText(folder))
            }}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        </Tooltip>
      </p>
    </section>
  )
}
