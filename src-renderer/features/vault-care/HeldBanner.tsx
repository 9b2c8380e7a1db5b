import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { Banner } from '../../ui/Banner'
import { AllowDialog } from './AllowDialog'

/** Says that the open vault does nothing by itself, and why, until it is allowed to. */
export function HeldBanner() {
  const { t } = useTranslation()
  const holds = useApp((state) => state.session?.holds ?? null)
  const [asking, setAsking] = useState(false)
  if (holds === null) return null
  return (
    <Banner
      label={t('held.label')}
      tone="warn"
      Icon={IconHandStop}
      text={t(holds === 'new' ? 'held.new' : 'held.older')}
    >
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
    </Banner>
  )
}
