import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { dateText } from '../../texts/dates'
import { Mark } from '../../ui/Mark'
import { groupsOf } from '../../ui/recovery-code'
import classes from './RecoveryKit.module.css'

interface RecoveryKitProps {
  readonly code: string
  readonly madeAt: string
}

/** The one sheet that printing prints: the code, what it opens and where to keep it. */
export function RecoveryKit({ code, madeAt }: RecoveryKitProps) {
  const { t, i18n } = useTranslation()
  const vault = useApp((state) => state.session?.vaultName ?? '')
  return (
    <article className={classes.kit} data-print-only aria-label={t('kit.label')}>
      <header className={classes.head}>
        <Mark size={20} />
        <span className={classes.name}>{t('kit.label')}</span>
        <span className={classes.date}>{dateText(madeAt, i18n.language)}</span>
      </header>
      <p className={classes.vault}>{t('kit.vault', { vault })}</p>
      <div className={classes.code} role="group" aria-label={t('kit.code')}>
        {groupsOf(code).map((group, at) => (
          <span key={`${String(at)} ${group}`}>{group}</span>
        ))}
      </div>
      <dl className={classes.words}>
        <div>
          <dt>{t('kit.does')}</dt>
          <dd>{t('kit.doesText')}</dd>
        </div>
        <div>
          <dt>{t('kit.keep')}</dt>
          <dd>{t('kit.keepText')}</dd>
        </div>
      </dl>
    </article>
  )
}
