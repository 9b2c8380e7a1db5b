import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { openConsole } from '../open-console'
import { Blanks } from './Blanks'
import type { Blank } from './blanks'
import classes from './Guided.module.css'
import { GuideSteps } from './GuideSteps'
import { useGuide, type GuideFor } from './use-guide'

interface GuidePartProps {
  readonly wanted: GuideFor
  readonly provider: string
  readonly blanks: readonly Blank[]
}

/** A job by hand: the way to the console, the steps there, and what to put in. */
export function GuidePart({ wanted, provider, blanks }: GuidePartProps) {
  const { t } = useTranslation()
  const { value: guide, failure } = useGuide(wanted)
  return (
    <>
      <div className={classes.head}>
        <h3>{t('provider.guided.steps', { provider })}</h3>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconExternalLink size={16} />}
          onClick={() => {
            void openConsole(wanted, provider)
          }}
        >
          {t('provider.openConsole', { provider })}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {guide === null && failure === null && <Loading label={t('common.loading')} />}
      {guide !== null && <GuideSteps steps={guide.steps} provider={provider} />}
      {blanks.length > 0 && <Blanks blanks={blanks} />}
    </>
  )
}
