import type { Channel } from '@contract/model/reminder'
import { Select, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../../ui/PasswordField'
import { channelShapes, type ChannelField, type ChannelForm } from '../model/channel-form'
import { EmailFields } from './EmailFields'

interface ChannelFieldsetProps {
  readonly form: ChannelForm
  /** The one that is edited; null for a new one. */
  readonly channel: Channel | null
  readonly problems: ReadonlySet<ChannelField>
  readonly secret: RefObject<HTMLInputElement | null>
  readonly onSecretTyped: (typed: boolean) => void
  readonly onChange: (form: ChannelForm) => void
}

export function ChannelFieldset({ form, channel, problems, secret, onSecretTyped, onChange }: ChannelFieldsetProps) {
  const { t } = useTranslation()
  const shapes =
    channel === null
      ? channelShapes
      : channelShapes.filter((shape) => (shape === 'email') === (channel.fields.kind === 'email'))
  const kept = channel?.hasSecret === true
  return (
    <>
      <Select
        label={t('reminders.channels.kind')}
        description={t(`reminders.channels.shapeHelps.${form.shape}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={shapes.map((value) => ({ value, label: t(`reminders.channels.shapes.${value}`) }))}
        value={form.shape}
        allowDeselect={false}
        disabled={shapes.length === 1}
        onChange={(value) => {
          const shape = channelShapes.find((one) => one === value)
          if (shape !== undefined) onChange({ ...form, shape })
        }}
      />
      <TextInput
        data-autofocus
        label={t('reminders.channels.name')}
        maxLength={60}
        autoComplete="off"
        value={form.name}
        error={problems.has('name') && t('reminders.channels.nameNeeded')}
        onChange={(event) => {
          onChange({ ...form, name: event.currentTarget.value })
        }}
      />
      {form.shape === 'email' && <EmailFields form={form} problems={problems} onChange={onChange} />}
      <PasswordField
        key={form.shape === 'email' ? 'password' : 'url'}
        ref={secret}
        label={t(form.shape === 'email' ? 'reminders.channels.password' : 'reminders.channels.url')}
        toggleLabel={t('reminders.channels.show')}
        description={
          form.shape === 'email'
            ? kept && t('reminders.channels.passwordKept')
            : kept
              ? t('reminders.channels.urlKept', { host: channel.host })
              : t('reminders.channels.urlHelp')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={problems.has('url') && t('reminders.channels.urlNeeded')}
        onChange={(event) => {
          onSecretTyped(event.currentTarget.value !== '')
        }}
      />
    </>
  )
}
