import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { AllowDialog } from './AllowDialog'
import classes from './CareBanners.module.css'

/** Says that the open vault does nothing by itself, and why, until it is allowed to. */
export function HeldBanner() {
  const { t } = useTranslation()
  const holds = useApp((state) => state.session?.holds ?? null)
  const [asking, setAsking] = useState(false)
  if (holds === null) return null
  return (
    <section className={classes.banner} data-urgent aria-label={t('held.label')}>
      <IconHandStop size={16} aria-hidden="true" />
      <p>{t(holds === 'new' ? 'held.new' : 'held.older')}</p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setAsking(true)
        }}
      >
        {t('held.ask')}
      </Button>
      {asking && (
        <AllowDialog
          holds={holds}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </section>
  )
}
