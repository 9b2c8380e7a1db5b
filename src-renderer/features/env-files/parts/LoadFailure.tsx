import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../../client/failure'
import { useEnv } from '../../../stores/env-store'
import { FailureNote } from '../../../ui/FailureNote'

interface LoadFailureProps {
  readonly failure: CallFailure
}

/** Why something could not be read, and the way to read it again. */
export function LoadFailure({ failure }: LoadFailureProps) {
  const { t } = useTranslation()
  return (
    <>
      <FailureNote failure={failure} />
      <Button
        mt="sm"
        variant="default"
        onClick={() => {
          useEnv.getState().refresh()
        }}
      >
        {t('env.retry')}
      </Button>
    </>
  )
}
