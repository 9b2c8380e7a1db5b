import { IconShieldExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { failureText, isErrorCode } from '../../texts/failure-text'
import classes from './DamagedScreen.module.css'

export function DamagedScreen() {
  const { t, i18n } = useTranslation()
  const trouble = useApp((state) => state.session?.trouble ?? null)
  const folder = useApp((state) => state.app?.vaultFolder ?? '')
  const code = trouble !== null && isErrorCode(trouble) ? trouble : 'vault-damaged'
  // The session names the trouble but not the file; the folder is where to look.
  const text = failureText({ code, details: { file: folder, folder }, id: '' }, i18n.language)
  return (
    <main className={classes.screen}>
      <div className={classes.card} role="alert">
        <IconShieldExclamation size={48} stroke={1.5} className={classes.icon} aria-hidden="true" />
        <h1 className={classes.title}>{t('damaged.title')}</h1>
        <p className={classes.happened}>{text.happened}</p>
        <dl className={classes.facts}>
          <div>
            <dt>{t('damaged.kept')}</dt>
            <dd>{text.kept}</dd>
          </div>
          <div>
            <dt>{t('damaged.next')}</dt>
            <dd>{text.next}</dd>
          </div>
          <div>
            <dt>{t('damaged.folder')}</dt>
            <dd className={classes.path} data-selectable>
              {folder}
            </dd>
          </div>
        </dl>
      </div>
    </main>
  )
}
