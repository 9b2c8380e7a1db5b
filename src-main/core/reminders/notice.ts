import type { ReminderKind } from '@contract/model/reminder'
import type { Notice, NoticeChoice } from '../../ports/notifier'
import { isLikelySecret } from '../../importers/likely-secret'
import type { KeySubject } from './subjects'
import { reminderTexts, type Counts, type Distance, type Language } from './texts'
import { startOfLocalDay } from './zone-time'

/** What a text needs of a reminder; `label` is null where no name may be told. */
export interface NoticeItem {
  readonly keyId: string
  readonly kind: ReminderKind
  readonly targetMs: number
  readonly usedPercent: number | null
  readonly label: string | null
}

export interface Now {
  readonly nowMs: number
  readonly zone: string
  readonly language: Language
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const LONGEST_LABEL = 60
const PRESSING: readonly ReminderKind[] = ['expiry', 'grace', 'unusual', 'usage', 'renewal', 'rotation', 'unused']
/** What a rotation is an answer to. */
const ROTATED_FOR: readonly ReminderKind[] = ['expiry', 'rotation', 'unusual']
const SHORTEST_PART = 3
// eslint-disable-next-line no-control-regex -- finding these is the point
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>&\s]+/g

/** A subject as texts need it; `withNames`: they may hold the names that keys were given. */
export function itemOf({ kind, targetMs, usedPercent, key }: KeySubject, withNames: boolean): NoticeItem {
  return { keyId: key.id, kind, targetMs, usedPercent, label: withNames ? labelOf(key.name, key.preview) : null }
}

/**
 * The name a person gave a key, fit to be shown outside the window; null when it looks like a secret or holds what the
 * mask shows of one. Characters that steer a terminal or a reading direction are left out, and so are the brackets
 * that Linux desktops read as markup.
 */
export function labelOf(name: string, preview: string): string | null {
  const plain = name.replaceAll(STEERING, ' ').trim()
  if (plain === '' || isLikelySecret('', plain)) return null
  if (preview.split(/•+/).some((part) => part.length >= SHORTEST_PART && holdsAsWord(plain, part))) return null
  const letters = Array.from(plain)
  return letters.length <= LONGEST_LABEL ? plain : `${letters.slice(0, LONGEST_LABEL - 1).join('')}…`
}

/** Whether `part` begins a word of `text`: `sk-` is no part of `task-runner`. */
function holdsAsWord(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (at === 0 || !/[A-Za-z0-9]/.test(text.charAt(at - 1))) return true
  }
  return false
}

/** One text for all that is due; names a key only where there is just one. */
export function noticeText(all: readonly NoticeItem[], now: Now): { title: string; body: string } {
  const items = oneForEachKey(all)
  const texts = reminderTexts[now.language]
  const [only] = items
  if (only !== undefined && items.length === 1) {
    const title = texts.one(only.kind, only.label ?? texts.aKey, distanceTo(only.targetMs, now), only.usedPercent)
    return { title, body: texts.oneBody[only.kind] }
  }
  return { title: texts.many(items.length), body: texts.manyBody(countsOf(items, now)) }
}

export function noticeOf(all: readonly NoticeItem[], now: Now): Notice {
  const items = oneForEachKey(all)
  const { buttons } = reminderTexts[now.language]
  const [only] = items
  const mayRotate = items.length === 1 && only !== undefined && ROTATED_FOR.includes(only.kind)
  const choices: NoticeChoice[] = mayRotate ? ['show', 'rotate', 'snooze'] : ['show', 'snooze']
  return {
    ...noticeText(items, now),
    buttons: choices.map((choice) => ({ choice, label: buttons[choice] })),
    urgent: items.some(({ targetMs, kind }) => targetMs <= now.nowMs && (kind === 'expiry' || kind === 'grace'))
  }
}

/** A notification from counts alone, for a screen that anybody may see. */
export function lockedNoticeOf(all: readonly NoticeItem[], now: Now): Notice {
  const items = oneForEachKey(all)
  const texts = reminderTexts[now.language]
  return {
    title: texts.lockedMany(countsOf(items, now)),
    body: texts.lockedBody,
    buttons: [{ choice: 'show', label: texts.buttons.show }],
    urgent: false
  }
}

/** A key of which there is more than one thing to say counts once, with the most pressing. */
function oneForEachKey(items: readonly NoticeItem[]): NoticeItem[] {
  const chosen = new Map<string, NoticeItem>()
  for (const item of items) {
    const before = chosen.get(item.keyId)
    if (before === undefined || PRESSING.indexOf(item.kind) < PRESSING.indexOf(before.kind))
      chosen.set(item.keyId, item)
  }
  return [...chosen.values()]
}

function distanceTo(targetMs: number, { nowMs, zone }: Now): Distance {
  const leftMs = targetMs - nowMs
  const days = Math.round((startOfLocalDay(targetMs, zone) - startOfLocalDay(nowMs, zone)) / DAY_MS)
  return { isPast: leftMs <= 0, days: Math.max(0, days), hours: Math.max(1, Math.ceil(leftMs / HOUR_MS)) }
}

/** The most pressing ones count once each: what has ended is not due this week as well. */
function countsOf(items: readonly NoticeItem[], now: Now): Counts {
  const counts = { ended: 0, today: 0, thisWeek: 0, later: 0 }
  for (const { targetMs } of items) {
    const { isPast, days } = distanceTo(targetMs, now)
    counts[isPast ? 'ended' : days === 0 ? 'today' : days <= 7 ? 'thisWeek' : 'later'] += 1
  }
  return counts
}
