import type { Delivery } from '@contract/model/reminder'
import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconHelp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { within } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { FailureNote } from '../../../ui/FailureNote'
import { Moment } from '../../../ui/Moment'
import { useNow } from '../../../ui/use-now'
import classes from '../Part.module.css'
import { forgetDelivery, retryDelivery } from './channel-actions'

interface DeliveriesProps {
  readonly deliveries: readonly Delivery[]
}

const marks = {
  waiting: { Icon: IconClock, tone: undefined },
  sent: { Icon: IconCheck, tone: classes.ok },
  failed: { Icon: IconAlertTriangle, tone: classes.danger },
  unsure: { Icon: IconHelp, tone: classes.warn }
} as const

/** What was sent, waits or failed, the newest first. */
export function Deliveries({ deliveries }: DeliveriesProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries" className={classes.heading}>
        {t('reminders.channels.deliveries')}
      </h2>
      {deliveries.length === 0 ? (
        <p className={classes.quiet}>{t('reminders.channels.deliveriesEmpty')}</p>
      ) : (
        <ul className={classes.list}>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface RowProps {
  readonly delivery: Delivery
}

function Row({ delivery }: RowProps) {
  const { t } = useTranslation()
  const nowMs = useNow(30_000)
  const { id, channelName: name, outcome, reminders, attempts, nextTryAt, failure, at } = delivery
  const { Icon, tone } = marks[outcome]
  const facts = [
    t('reminders.channels.reminders', { count: reminders }),
    attempts > 1 ? t('reminders.channels.attempts', { count: attempts }) : null,
    nextTryAt === null ? null : t('reminders.channels.nextTry', { when: within(nextTryAt, nowMs, t) })
  ]
  return (
    <li className={classes.row}>
      <Icon size={16} className={cx(classes.icon, tone)} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.name}>
          {name}
          <span className={cx(classes.aside, tone)}>{t(`reminders.channels.outcomes.${outcome}`)}</span>
        </p>
        <p className={classes.second}>
          <Moment at={at} past /> · {facts.filter((fact) => fact !== null).join(' · ')}
        </p>
      </div>
      {outcome !== 'waiting' && (
        <div className={classes.actions}>
          {outcome !== 'sent' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('reminders.channels.retryOf', { name })}
              onClick={() => {
                void retryDelivery(id)
              }}
            >
              {t('reminders.channels.retry')}
            </Button>
          )}
          <ActionIcon
            aria-label={t('reminders.channels.forgetOf', { name })}
            title={t('reminders.channels.forget')}
            onClick={() => {
              void forgetDelivery(id)
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      )}
      {outcome === 'unsure' && (
        <p className={cx(classes.below, classes.second)}>{t('reminders.channels.unsureHelp')}</p>
      )}
      {failure !== null && outcome !== 'sent' && (
        <div className={classes.below}>
          <FailureNote failure={{ id: '', ...failure }} plain />
        </div>
      )}
    </li>
  )
}
