import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import classes from './CareBanners.module.css'

/** What the vault's owner should still see to, in one line over the screen. */
export function CareBanners() {
  const { t } = useTranslation()
  const needsNewPassword = useApp((state) => state.session?.needsNewPassword === true)
  const kitOffered = useUi((state) => state.kitOffered)
  const { offerKit, makeKit, putOffNewPassword } = useUi.getState()

  if (needsNewPassword) {
    return (
      <section className={classes.banner} data-urgent aria-label={t('newPassword.title')}>
        <IconLifebuoy size={16} aria-hidden="true" />
        <p>{t('newPassword.banner')}</p>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            putOffNewPassword(false)
          }}
        >
          {t('newPassword.set')}
        </Button>
      </section>
    )
  }
  if (!kitOffered) return null
  return (
    <section className={classes.banner} aria-label={t('kit.label')}>
      <IconLifebuoy size={16} aria-hidden="true" />
      <p>{t('kit.offer')}</p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          makeKit(true)
        }}
      >
        {t('kit.make')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => {
          offerKit(false)
        }}
      >
        {t('kit.notNow')}
      </Button>
    </section>
  )
}
