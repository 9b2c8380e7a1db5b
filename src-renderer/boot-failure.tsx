import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from './client/failure'
import classes from './boot-failure.module.css'
import { FailureNote } from './ui/FailureNote'

interface BootFailureProps {
  readonly failure: CallFailure
}

export function BootFailure({ failure }: BootFailureProps) {
  const { t } = useTranslation()
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <h1 className={classes.title}>{t('boot.title')}</h1>
        <FailureNote failure={failure} />
        <Button
          variant="default"
          onClick={() => {
            window.location.reload()
          }}
        >
          {t('common.tryAgain')}
        </Button>
      </div>
    </main>
  )
}
