import { AppError, isAppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { KeyFacets } from '@contract/model/key-query'
import {
  DEFAULT_RULE_PARTS,
  type ReminderId,
  type ReminderRule,
  type RuleParts,
  type RuleScope
} from '@contract/model/reminder'
import type { Clock } from '../../ports/clock'
import type { StoredRule, SubjectState } from '../../ports/reminder-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import type { ReminderKeeper } from './keeper-types'
import { NO_PARTS, RULE_FOR_ALL } from './rules'
import { localTimeAt, momentOf } from './zone-time'

/** What a person does with reminders and rules. Throws `vault-locked`, `reminder-not-found` and the codes of a write. */
export interface ReminderActions {
  /** `until` is `hour`, `tomorrow`, `next-week` or an instant. */
  snooze(ids: readonly ReminderId[], until: string): Promise<void>
  done(ids: readonly ReminderId[]): Promise<void>
  dismiss(ids: readonly ReminderId[], actor: Actor): Promise<void>
  reopen(ids: readonly ReminderId[]): Promise<void>
  rules(): Promise<ReminderRule[]>
  saveRule(scope: RuleScope, parts: RuleParts, actor: Actor): Promise<string>
  removeRule(id: string, actor: Actor): Promise<void>
}

interface Parts {
  readonly session: SessionKeeper
  readonly keeper: ReminderKeeper
  readonly clock: Clock
  readonly zone: () => string
}

const HOUR_MS = 3_600_000
const MORNING = 9 * 60

export function createReminderActions({ session, keeper, clock, zone }: Parts): ReminderActions {
  async function change(ids: readonly ReminderId[], change: (state: SubjectState) => SubjectState): Promise<void> {
    const book = await keeper.book()
    await keeper.save(ids.map((id) => change(book.stateOf(book.subject(id, zone())))))
  }

  async function recordRule(actor: Actor, detail: string): Promise<void> {
    await session.record(auditOf('reminder.rule-set', actor, clock.nowMs(), null, detail))
  }

  async function toRule({ id, scope, parts }: StoredRule, facets: KeyFacets): Promise<ReminderRule> {
    if (scope.of !== 'key') return { id, scope, parts, keys: countOf(scope, facets), keyName: null }
    const key = await session
      .store()
      .keys.get(scope.keyId)
      .catch((error: unknown) => {
        if (isAppError(error, 'key-not-found')) return null
        throw error
      })
    const isThere = key !== null && key.deletedAt === null
    return { id, scope, parts, keys: isThere ? 1 : 0, keyName: isThere ? key.name : null }
  }

  return {
    async snooze(ids, until) {
      const fromMs = clock.nowMs()
      const untilMs = snoozeEnd(until, fromMs, zone())
      if (untilMs <= fromMs) throw new AppError('input-invalid', { path: 'until', expected: 'a moment in the future' })
      await change(ids, (state) => ({ ...state, snooze: { fromMs, untilMs }, closed: null, closedAtMs: null }))
    },
    done: (ids) => change(ids, (state) => ({ ...state, snooze: null, closed: 'done', closedAtMs: clock.nowMs() })),
    async dismiss(ids, actor) {
      await change(ids, (state) => ({ ...state, snooze: null, closed: 'dismissed', closedAtMs: clock.nowMs() }))
      for (const id of ids) {
        const [keyId = '', kind = ''] = id.split('.')
        await session.record(auditOf('reminder.dismissed', actor, clock.nowMs(), keyId as KeyId, kind))
      }
    },
    reopen: (ids) => change(ids, (state) => ({ ...state, snooze: null, closed: null, closedAtMs: null })),

    async rules() {
      const { rules } = await keeper.book()
      const forAll = rules.find(({ scope }) => scope.of === 'all') ?? {
        id: RULE_FOR_ALL,
        scope: { of: 'all' } as const,
        parts: NO_PARTS
      }
      const first = { ...forAll, parts: withDefaults(forAll.parts) }
      const facets = await session.store().keys.facets(new Date(clock.nowMs()).toISOString())
      const others = rules.filter(({ scope }) => scope.of !== 'all')
      return Promise.all([first, ...others].map((rule) => toRule(rule, facets)))
    },
    async saveRule(scope, parts, actor) {
      const { rules } = await keeper.book()
      const known = rules.find((rule) => isSameScope(rule.scope, scope))
      if (scope.of === 'key') await session.store().keys.get(scope.keyId)
      const id = scope.of === 'all' ? RULE_FOR_ALL : (known?.id ?? newId(clock.nowMs()))
      await session.store().reminders.apply([{ op: 'save-rule', rule: { id, scope, parts } }], [])
      await recordRule(actor, `for ${scope.of}`)
      keeper.changed()
      return id
    },
    async removeRule(id, actor) {
      const { rules } = await keeper.book()
      const known = rules.find((rule) => rule.id === id)
      if (known === undefined || known.scope.of === 'all') throw new AppError('reminder-not-found', {})
      await session.store().reminders.apply([{ op: 'drop-rule', id }], [])
      await recordRule(actor, `removed for ${known.scope.of}`)
      keeper.changed()
    }
  }
}

/** When a snooze ends: tomorrow and next Monday in the morning of the zone. */
export function snoozeEnd(until: string, nowMs: number, zone: string): number {
  const today = localTimeAt(nowMs, zone)
  const morningIn = (days: number): number => momentOf({ ...today, day: today.day + days, minute: MORNING }, zone)
  switch (until) {
    case 'hour':
      return nowMs + HOUR_MS
    case 'tomorrow':
      return morningIn(1)
    case 'next-week': {
      const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
      return morningIn((8 - weekday) % 7 || 7)
    }
    default:
      return Date.parse(until)
  }
}

function withDefaults(parts: RuleParts): RuleParts {
  const defaults: Record<string, unknown> = structuredClone({ ...DEFAULT_RULE_PARTS })
  for (const [part, value] of Object.entries(parts)) if (value !== null) defaults[part] = value
  return defaults as RuleParts
}

/** How many keys outside the bin a rule for more than one of them is about. */
function countOf(scope: Exclude<RuleScope, { of: 'key' }>, facets: KeyFacets): number {
  switch (scope.of) {
    case 'all':
      return facets.all
    case 'provider':
      return facets.providers.find(({ value }) => value === scope.provider)?.count ?? 0
    case 'tag':
      return facets.tags.find(({ value }) => value === scope.tag)?.count ?? 0
  }
}

function isSameScope(one: RuleScope, other: RuleScope): boolean {
  const name = (scope: RuleScope): string =>
    scope.of === 'provider' ? scope.provider : scope.of === 'tag' ? scope.tag : scope.of === 'key' ? scope.keyId : ''
  return one.of === other.of && name(one) === name(other)
}
