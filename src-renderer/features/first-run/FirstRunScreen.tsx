import { IconEye, IconFileArrowRight, IconLock, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { Mark } from '../../ui/Mark'
import { CreateVaultForm } from './CreateVaultForm'
import classes from './FirstRunScreen.module.css'
import { OtherWays } from './OtherWays'

export function FirstRunScreen() {
  const { t } = useTranslation()
  const folder = useApp((state) => state.app?.vaultFolder ?? '')
  const points = [
    { icon: <IconLock size={20} />, text: t('firstRun.pointVault') },
    { icon: <IconRefresh size={20} />, text: t('firstRun.pointManage') },
    { icon: <IconFileArrowRight size={20} />, text: t('firstRun.pointWrite') },
    { icon: <IconEye size={20} />, text: t('firstRun.pointLeave') }
  ]
  return (
    <main className={classes.screen}>
      <section className={classes.about}>
        <div className={classes.brand}>
          <Mark size={28} />
          <span>Keyquay</span>
        </div>
        <h1 className={classes.title}>{t('firstRun.title')}</h1>
        <p className={classes.lead}>{t('firstRun.lead')}</p>
        <ul className={classes.points}>
          {points.map(({ icon, text }) => (
            <li key={text}>
              <span aria-hidden="true">{icon}</span>
              {text}
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.form} aria-labelledby="create-vault">
        <div className={classes.card}>
          <h2 id="create-vault" className={classes.heading}>
            {t('firstRun.form')}
          </h2>
          <CreateVaultForm />
          <p className={classes.place} data-selectable>
            {t('firstRun.place', { folder })}
          </p>
        </div>
      </section>
      <div className={classes.ways}>
        <OtherWays />
      </div>
    </main>
  )
}
