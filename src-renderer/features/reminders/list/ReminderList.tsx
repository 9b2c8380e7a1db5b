import { dayOf } from '@contract/local-days'
import type { Reminder } from '@contract/model/reminder'
import { Button } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { dateText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import { atHour, dayAfter, GROUP_DAYS, type DayGroup } from '../model/days'
import classes from './ReminderList.module.css'
import { ReminderRow } from './ReminderRow'

interface ReminderListProps {
  readonly groups: readonly { readonly group: DayGroup | 'snoozed' | 'settled'; readonly items: readonly Reminder[] }[]
  readonly total: number
  readonly onMore: () => void
}

/** Reminders one below the other on their line. Arrow keys, Home and End move between them. */
export function ReminderList({ groups, total, onMore }: ReminderListProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(60_000)
  const list = useRef<HTMLDivElement>(null)
  const lastRow = useRef(-1)
  const shown = groups.reduce((count, { items }) => count + items.length, 0)
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-reminder]') ?? [])]

  // A row that was settled leaves and takes the focus with it; its successor receives it.
  useEffect(() => {
    if (lastRow.current < 0 || document.activeElement !== document.body) return
    const left = rows()
    left[Math.min(lastRow.current, left.length - 1)]?.focus()
  }, [shown])

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = rows()
    const at = all.findIndex((row) => row === event.target)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    all[Math.min(all.length - 1, Math.max(0, next))]?.focus()
  }

  return (
    <div
      ref={list}
      className={classes.groups}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = event.target.closest('li')?.querySelector<HTMLElement>('[data-reminder]')
        lastRow.current = row == null ? -1 : rows().indexOf(row)
      }}
    >
      {groups.map(({ group, items }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={classes.heading}>
            {t(`reminders.groups.${group}`)}
            <span className={classes.count}>{items.length.toLocaleString(i18n.language)}</span>
            {(group === 'week' || group === 'month') && (
              <span className={classes.until}>
                {t('reminders.until', {
                  date: dateText(atHour(dayAfter(dayOf(nowMs), GROUP_DAYS[group]), 12), i18n.language)
                })}
              </span>
            )}
          </h2>
          <ul className={classes.rows}>
            {items.map((reminder) => (
              <ReminderRow key={reminder.id} reminder={reminder} />
            ))}
          </ul>
        </section>
      ))}
      {shown < total && (
        <p className={classes.more}>
          <Button variant="default" onClick={onMore}>
            {t('reminders.more')}
          </Button>
          <span>
            {t('reminders.shown', {
              shown: shown.toLocaleString(i18n.language),
              total: total.toLocaleString(i18n.language)
            })}
          </span>
        </p>
      )}
    </div>
  )
}
