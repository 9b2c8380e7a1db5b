import type { KeyId } from '@contract/model/base'
import type { Reminder } from '@contract/model/reminder'
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useApp } from '../../../stores/app-store'
import { useKeyList } from '../../../stores/key-list-store'
import { useReminders } from '../../../stores/reminders-store'
import { useResource } from '../../../stores/use-resource'
import { Moment } from '../../../ui/Moment'
import { useNow } from '../../../ui/use-now'
import { RowActions } from '../list/RowActions'
import { StateMark } from '../list/StateMark'
import { fateText, kindText } from '../words'
import classes from './ReminderPart.module.css'

interface ReminderPartProps {
  readonly id: KeyId
  readonly name: string
  /** How sections and their headings look where this stands. */
  readonly sectionClass: string | undefined
  readonly headingClass: string | undefined
}

/** What is to be said of a key and when, and the way to a rule of its own. */
export function ReminderPart({ id, name, sectionClass, headingClass }: ReminderPartProps) {
  const { t } = useTranslation()
  const revision = useReminders((state) => state.revision)
  const keys = useKeyList((state) => state.keysRevision)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const load = useCallback(async () => {
    const [reminders, rules] = await Promise.all([
      client.call('reminders.list', { keyId: id }),
      client.call('reminders.rules', {})
    ])
    return {
      reminders: reminders.items,
      hasRule: rules.items.some(({ scope }) => scope.of === 'key' && scope.keyId === id)
    }
  }, [id])
  const { value } = useResource(`${String(revision)} ${String(keys)}`, load)
  if (value === null) return null
  return (
    <section className={sectionClass} aria-label={t('reminders.key.heading')}>
      <h3 className={headingClass}>
        {t('reminders.key.heading')}
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={readOnly}
          onClick={() => {
            useReminders.getState().open({ kind: 'rule', scope: { of: 'key', keyId: id }, name })
          }}
        >
          {t(value.hasRule ? 'reminders.key.editOwn' : 'reminders.key.own')}
        </Button>
      </h3>
      {value.reminders.length === 0 ? (
        <p className={classes.none}>{t('reminders.key.none')}</p>
      ) : (
        <ul className={classes.list}>
          {value.reminders.map((reminder) => (
            <Line key={reminder.id} reminder={reminder} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface LineProps {
  readonly reminder: Reminder
}

function Line({ reminder }: LineProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  return (
    <li className={classes.line}>
      <StateMark state={reminder.state} word={t(`reminders.states.${reminder.state}`)} />
      <div className={classes.words}>
        <p>
          {kindText(reminder, nowMs, t)} · <Moment at={reminder.targetAt} inside />
        </p>
        <p className={classes.second}>{fateText(reminder, nowMs, t, i18n.language)}</p>
      </div>
      <RowActions reminder={reminder} brief />
    </li>
  )
}
