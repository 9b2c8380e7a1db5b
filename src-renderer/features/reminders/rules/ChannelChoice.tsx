import { Checkbox } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useReminders } from '../../../stores/reminders-store'
import { useResource } from '../../../stores/use-resource'
import dialog from '../dialogs/Dialog.module.css'
import classes from './RulePart.module.css'

interface ChannelChoiceProps {
  readonly ids: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** The channels a rule tells as well. */
export function ChannelChoice({ ids, onChange }: ChannelChoiceProps) {
  const { t } = useTranslation()
  const revision = useReminders((state) => state.revision)
  const load = useCallback(() => client.call('reminders.channels', {}), [])
  const { value } = useResource(revision, load)
  if (value === null) return null
  if (value.items.length === 0) return <p className={dialog.help}>{t('reminders.rules.noChannelsYet')}</p>
  return (
    <div className={classes.channels}>
      {value.items.map(({ id, fields, host }) => (
        <Checkbox
          key={id}
          size="xs"
          label={`${fields.name} · ${host}`}
          checked={ids.includes(id)}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? [...ids, id] : ids.filter((one) => one !== id))
          }}
        />
      ))}
    </div>
  )
}
