import type { Channel } from '@contract/model/reminder'
import { Button, Menu, ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconDots, IconMail, IconPencil, IconTrash, IconWebhook } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReminders } from '../../../stores/reminders-store'
import { within } from '../../../texts/dates'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { useNow } from '../../../ui/use-now'
import classes from '../Part.module.css'
import { addToRuleForAll, removeChannel } from './channel-actions'
import { TestAnswer } from './TestAnswer'
import { useChannelTest } from './use-channel-test'

interface ChannelRowProps {
  readonly channel: Channel
  /** Whether any rule tells it of anything. */
  readonly isNamed: boolean
  readonly readOnly: boolean
}

export function ChannelRow({ channel, isNamed, readOnly }: ChannelRowProps) {
  const { t } = useTranslation()
  const nowMs = useNow(30_000)
  const [removing, setRemoving] = useState(false)
  const test = useChannelTest(channel.id)
  const { fields, host, lastSentAt } = channel
  const { name } = fields
  const Icon = fields.kind === 'email' ? IconMail : IconWebhook
  const shape = fields.kind === 'email' ? 'email' : fields.shape
  const facts = [
    t(`reminders.channels.shapes.${shape}`),
    host,
    fields.withNames ? t('reminders.channels.withNames') : null,
    lastSentAt === null
      ? t('reminders.channels.neverSent')
      : t('reminders.channels.lastSent', { when: within(lastSentAt, nowMs, t) })
  ]
  return (
    <li className={classes.row}>
      <Icon size={16} className={classes.icon ?? ''} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={classes.second}>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          loading={test.running}
          aria-label={t('reminders.channels.testOf', { name })}
          onClick={() => {
            void test.run()
          }}
        >
          {t('reminders.channels.test')}
        </Button>
        <Menu width={200} position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('reminders.actionsOf', { name })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('reminders.actionsOf', { name })}>
            <Menu.Item
              leftSection={<IconPencil size={16} />}
              disabled={readOnly}
              onClick={() => {
                useReminders.getState().open({ kind: 'channel', id: channel.id })
              }}
            >
              {t('reminders.channels.edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              disabled={readOnly}
              onClick={() => {
                setRemoving(true)
              }}
            >
              {t('reminders.channels.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <TestAnswer answer={test.answer} stored={channel.failure} host={host} />
      {!isNamed && (
        <div className={classes.unnamed}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <p>{t('reminders.channels.unused')}</p>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={readOnly}
            onClick={() => {
              void addToRuleForAll(channel)
            }}
          >
            {t('reminders.channels.useForAll')}
          </Button>
        </div>
      )}
      {removing && (
        <ConfirmDialog
          title={t('reminders.channels.removeTitle', { name })}
          text={t('reminders.channels.removeText')}
          action={t('reminders.channels.remove')}
          danger
          onConfirm={() => {
            setRemoving(false)
            void removeChannel(channel)
          }}
          onClose={() => {
            setRemoving(false)
          }}
        />
      )}
    </li>
  )
}
