import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { Banner } from '../../ui/Banner'

/** What the vault's owner should still see to, in one line over the screen. */
export function CareBanners() {
  const { t } = useTranslation()
  const needsNewPassword = useApp((state) => state.session?.needsNewPassword === true)
  const canHaveKit = useApp(({ session }) => session?.recoveryCode === false && !session.readOnly)
  const kitOffered = useUi((state) => state.kitOffered)
  const { offerKit, makeKit, putOffNewPassword } = useUi.getState()

  if (needsNewPassword) {
    return (
      <Banner label={t('newPassword.title')} tone="warn" Icon={IconLifebuoy} text={t('newPassword.banner')}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            putOffNewPassword(false)
          }}
        >
          {t('newPassword.set')}
        </Button>
      </Banner>
    )
  }
  if (!kitOffered || !canHaveKit) return null
  return (
    <Banner label={t('kit.label')} Icon={IconLifebuoy} text={t('kit.offer')}>
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
    </Banner>
  )
}
