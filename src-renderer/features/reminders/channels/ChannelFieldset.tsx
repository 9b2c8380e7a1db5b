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
  /** Its address or password is stored, and serves what the form says now. */
  readonly kept: boolean
  readonly problems: ReadonlySet<ChannelField>
  readonly secret: RefObject<HTMLInputElement | null>
  readonly onSecretTyped: (typed: boolean) => void
  readonly onChange: (form: ChannelForm) => void
}

export function ChannelFieldset(props: ChannelFieldsetProps) {
  const { form, channel, kept, problems, secret, onSecretTyped, onChange } = props
  const { t } = useTranslation()
  const shapes =
    channel === null
      ? channelShapes
      : channelShapes.filter((shape) => (shape === 'email') === (channel.fields.kind === 'email'))

  function secretHelp(): string | null {
    if (form.shape !== 'email') {
      if (channel === null || !kept) return t('reminders.channels.urlHelp')
      return t('reminders.channels.urlKept', { host: channel.host })
    }
    if (kept) return t('reminders.channels.passwordKept')
    return channel?.hasSecret === true && form.user.trim() !== '' ? t('reminders.channels.passwordAgain') : null
  }

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
        description={secretHelp()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={
          (problems.has('url') && t('reminders.channels.urlNeeded')) ||
          (problems.has('password') && t('reminders.channels.passwordNeeded'))
        }
        onChange={(event) => {
          onSecretTyped(event.currentTarget.value !== '')
        }}
      />
    </>
  )
}
