import { Button } from '@mantine/core'
import { IconBroadcast, IconPlus } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useApp } from '../../../stores/app-store'
import { useReminders } from '../../../stores/reminders-store'
import { useResource } from '../../../stores/use-resource'
import { EmptyState } from '../../../ui/EmptyState'
import { Loading } from '../../../ui/Loading'
import classes from '../Part.module.css'
import { LoadFailure } from '../LoadFailure'
import { ChannelRow } from './ChannelRow'
import { Deliveries } from './Deliveries'

/** Where reminders go besides this computer, and what became of what was sent there. */
export function ChannelsView() {
  const { t } = useTranslation()
  const revision = useReminders((state) => state.revision)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const load = useCallback(async () => {
    const [channels, rules, deliveries] = await Promise.all([
      client.call('reminders.channels', {}),
      client.call('reminders.rules', {}),
      client.call('reminders.deliveries', {})
    ])
    return { channels: channels.items, rules: rules.items, deliveries: deliveries.items }
  }, [])
  const { value, failure } = useResource(revision, load)
  const add = (): void => {
    useReminders.getState().open({ kind: 'channel', id: null })
  }
  const named = new Set(value?.rules.flatMap(({ parts }) => parts.channels ?? []))

  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('reminders.channels.title')}>
      {value?.channels.length !== 0 && (
        <div className={classes.head}>
          <p className={classes.lead}>{t('reminders.channels.lead')}</p>
          <Button leftSection={<IconPlus size={16} />} disabled={readOnly} onClick={add}>
            {t('reminders.channels.add')}
          </Button>
        </div>
      )}
      <LoadFailure failure={failure} />
      {value === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : value.channels.length === 0 ? (
        <EmptyState
          primary
          icon={<IconBroadcast size={20} />}
          title={t('reminders.channels.emptyTitle')}
          text={t('reminders.channels.emptyText')}
          action={t('reminders.channels.add')}
          onAction={add}
        />
      ) : (
        <>
          <ul className={classes.list} aria-label={t('reminders.channels.table')}>
            {value.channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} isNamed={named.has(channel.id)} readOnly={readOnly} />
            ))}
          </ul>
          <Deliveries deliveries={value.deliveries} />
        </>
      )}
    </div>
  )
}
