import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Intake.module.css'
import { useDrop } from './use-drop'
import { usePaste } from './use-paste'

/** Takes what is dropped on the window or pasted outside of any field, and says so while something is held over it. */
export function Intake() {
  const { t } = useTranslation()
  const over = useDrop()
  usePaste()
  if (!over) return null
  return (
    <div className={classes.over}>
      <div className={classes.words} role="status">
        <IconFileImport size={28} aria-hidden="true" />
        <p className={classes.title}>{t('keys.drop.here')}</p>
        <p>{t('keys.drop.file')}</p>
        <p>{t('keys.drop.folder')}</p>
      </div>
    </div>
  )
}
