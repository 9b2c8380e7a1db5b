import type { Channel } from '@contract/model/reminder'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { useResource } from '../../../stores/use-resource'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { showToast } from '../../../ui/toasts'
import dialog from '../dialogs/Dialog.module.css'
import { FormDialog } from '../dialogs/FormDialog'
import { Tick } from '../dialogs/Tick'
import {
  channelProblems,
  needsSecret,
  newChannel,
  toChannelFields,
  toChannelForm,
  type ChannelForm
} from '../model/channel-form'
import { tellOfAllKeys } from './channel-actions'
import { ChannelFieldset } from './ChannelFieldset'

interface ChannelDialogProps {
  /** Null for a new channel. */
  readonly id: string | null
  readonly onClose: () => void
}

/** Sets up a channel. Its address or password stays in its field until it is sent, and is emptied then. */
export function ChannelDialog({ id, onClose }: ChannelDialogProps) {
  const { t } = useTranslation()
  const load = useCallback(() => client.call('reminders.channels', {}), [])
  const { value, failure } = useResource('once', load)
  const channel = value?.items.find((one) => one.id === id)
  if (id !== null && channel === undefined) {
    return (
      <FormDialog
        title={t('reminders.channels.title')}
        action={t('reminders.channels.save')}
        ready={false}
        onClose={onClose}
        run={() => Promise.resolve(true)}
      >
        {failure === null && value === null ? (
          <Loading label={t('common.loading')} />
        ) : (
          <FailureNote failure={failure ?? { code: 'channel-not-found', details: {}, id: '' }} />
        )}
      </FormDialog>
    )
  }
  return <ChannelEditor channel={channel ?? null} onClose={onClose} />
}

interface ChannelEditorProps {
  readonly channel: Channel | null
  readonly onClose: () => void
}

function ChannelEditor({ channel, onClose }: ChannelEditorProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<ChannelForm>(channel === null ? newChannel : toChannelForm(channel))
  const [tellAll, setTellAll] = useState(true)
  const [tried, setTried] = useState(false)
  const [changed, setChanged] = useState(false)
  const [hasTyped, setHasTyped] = useState(false)
  const secret = useRef<HTMLInputElement>(null)
  const needed = needsSecret(channel, form)
  const lacksSecret = needed && !hasTyped
  const problems = tried ? channelProblems(form, lacksSecret) : new Set<never>()

  async function save(): Promise<boolean> {
    setTried(true)
    if (channelProblems(form, lacksSecret).size > 0) return false
    const typed = secret.current?.value ?? ''
    const fields = toChannelFields(form)
    const { id } = await withPassword(() =>
      client.call('reminders.saveChannel', { id: channel?.id ?? null, fields, secret: typed === '' ? null : typed })
    )
    if (secret.current) secret.current.value = ''
    if (channel === null && tellAll) await tellOfAllKeys(id)
    showToast(t('reminders.channels.saved', { name: fields.name }))
    return true
  }

  return (
    <FormDialog
      title={
        channel === null
          ? t('reminders.channels.addTitle')
          : t('reminders.channels.editTitle', { name: channel.fields.name })
      }
      action={t(channel === null ? 'reminders.channels.saveNew' : 'reminders.channels.save')}
      changed={changed}
      onClose={onClose}
      run={save}
    >
      <ChannelFieldset
        form={form}
        channel={channel}
        kept={channel?.hasSecret === true && !needed}
        problems={problems}
        secret={secret}
        onSecretTyped={(typed) => {
          setHasTyped(typed)
          setChanged(true)
        }}
        onChange={(next) => {
          setForm(next)
          setChanged(true)
        }}
      />
      <div className={dialog.checks}>
        <Tick
          label={t('reminders.channels.names')}
          help={t('reminders.channels.namesHelp')}
          checked={form.withNames}
          onChange={(withNames) => {
            setForm({ ...form, withNames })
          }}
        />
        <Tick
          label={t('reminders.channels.allowPrivate')}
          help={t('reminders.channels.allowPrivateHelp')}
          checked={form.allowPrivate}
          onChange={(allowPrivate) => {
            setForm({ ...form, allowPrivate })
          }}
        />
        {channel === null && (
          <Tick
            label={t('reminders.channels.tellAll')}
            help={t('reminders.channels.tellAllHelp')}
            checked={tellAll}
            onChange={setTellAll}
          />
        )}
      </div>
    </FormDialog>
  )
}
