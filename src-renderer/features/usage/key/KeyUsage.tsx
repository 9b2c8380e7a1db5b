import type { KeyDetails } from '@contract/model/key'
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everything, type CallView } from '../../../stores/call-view'
import { useUi } from '../../../stores/ui-store'
import { useUsage } from '../../../stores/usage-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Cards } from '../calls/Cards'
import { OverTime } from '../charts/OverTime'
import { SpanField } from '../filters/SpanField'
import { useAsked } from '../model/use-asked'
import { useFigures } from '../use-figures'
import classes from './KeyUsage.module.css'
import { LatestCalls } from './LatestCalls'
import { LocalUses } from './LocalUses'
import { useLogOffer } from './use-log-offer'

interface KeyUsageProps {
  readonly saved: KeyDetails
  /** How sections and their headings look where this stands. */
  readonly sectionClass: string | undefined
  readonly headingClass: string | undefined
}

/** What one key is used for, at its provider and on this computer. */
export function KeyUsage({ saved, sectionClass, headingClass }: KeyUsageProps) {
  const { t } = useTranslation()
  const [when, setWhen] = useState<CallView['when']>('30d')
  const view = useMemo<CallView>(() => ({ ...everything, keyIds: [saved.id], when }), [saved.id, when])
  const asked = useAsked(view)
  const { summary, buckets, failure } = useFigures(asked)
  const offer = useLogOffer(saved.id)
  const hasCalls = (summary?.requests ?? 0) > 0

  return (
    <>
      <section className={sectionClass} aria-label={t('usage.key.heading')}>
        <h3 className={headingClass}>
          {t('usage.key.heading')}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              useUsage.getState().lookAt({ keyId: saved.id })
              useUi.getState().goTo('usage')
            }}
          >
            {t('usage.key.all')}
          </Button>
        </h3>
        {failure !== null && <FailureNote failure={failure} />}
        {offer !== null && offer !== 'offered' && !hasCalls ? (
          <p className={classes.none}>
            {t(`usage.key.offers.${offer}`, { provider: saved.provider ?? t('reminders.noProvider') })}
          </p>
        ) : (
          <div className={classes.figures}>
            <SpanField brief when={when} onChange={setWhen} />
            <Cards brief summary={summary} />
            <OverTime
              brief
              buckets={buckets}
              zoomed={typeof when !== 'string'}
              onZoom={(fromMs, untilMs) => {
                setWhen({ fromMs, untilMs })
              }}
              onZoomOut={() => {
                setWhen('30d')
              }}
            />
            <LatestCalls filter={asked.filter} />
          </div>
        )}
      </section>
      <LocalUses id={saved.id} sectionClass={sectionClass} headingClass={headingClass} />
    </>
  )
}
