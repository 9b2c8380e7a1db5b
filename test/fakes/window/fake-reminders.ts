import type { KeyId } from '@contract/model/base'
import type { Place } from '@contract/model/place'
import {
  channelFields,
  DEFAULT_RULE_PARTS,
  type Channel,
  type Delivery,
  type Reminder,
  type ReminderId,
  type ReminderRule,
  type RuleParts,
  type RuleScope
} from '@contract/model/reminder'
import type { Settings } from '@contract/model/settings'
import { Refusal, type CallsOf, type FakeWorld } from './fake-calls.ts'
import { instantAt, sampleId, type SampleKey } from './sample-keys.ts'

export interface FakeReminderOptions {
  /** `sample`: channels, rules and deliveries, one of them failed. */
  readonly reminders?: 'none' | 'sample'
  /** What the keyring is called; `basic_text` can seal nothing. */
  readonly keyring?: string
  /** This desktop has no tray. */
  readonly noTray?: boolean
  /** Where a notification wants the window to be. */
  readonly place?: Place
}

interface Parts extends FakeReminderOptions {
  setSettings(change: Partial<Settings>): void
}

interface Mark {
  snoozedUntil?: string
  closed?: 'done' | 'dismissed'
  closedAt?: string
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const ALL_PARTS = structuredClone(DEFAULT_RULE_PARTS) as unknown as RuleParts

/** Reminders of the fake vault: the expiry of each key, and a few of the other kinds. */
export function createFakeReminders(world: FakeWorld, options: Parts): CallsOf<'reminders' | 'navigation'> {
  const nowMs = Date.now()
  const marks = new Map<string, Mark>()
  const sample = options.reminders !== 'none'
  const rules = new Map<string, { scope: RuleScope; parts: RuleParts }>([
    ['all', { scope: { of: 'all' }, parts: ALL_PARTS }]
  ])
  const channels = new Map<string, Channel>(sample ? sampleChannels(nowMs).map((one) => [one.id, one]) : [])
  let deliveries: Delivery[] = sample ? sampleDeliveries(nowMs) : []
  let place = options.place ?? null
  let made = 0
  if (sample) {
    rules.set('tag-ci', {
      scope: { of: 'tag', tag: 'ci' },
      parts: { ...nothingSet(), expiryLeadDays: [14, 3], channels: ['phone'] }
    })
  }

  const changed = (): void => {
    world.emit('reminders.changed', {})
  }
  const alive = (): SampleKey[] => [...world.keys.values()].filter(({ details }) => details.deletedAt === null)

  function all(): Reminder[] {
    const found = alive().flatMap(({ details: key }) =>
      key.expiresAt === null || key.state === 'revoked' ? [] : [reminderOf(key.id, 'expiry', Date.parse(key.expiresAt))]
    )
    const others = sample
      ? alive()
          .filter(({ details }) => details.expiresAt === null)
          .slice(0, 4)
      : []
    others.forEach(({ details: key }, at) => {
      const kind = (['rotation', 'unused', 'grace', 'usage'] as const)[at] ?? 'rotation'
      found.push(reminderOf(key.id, kind, nowMs + ([-2, 5, 0.3, 9][at] ?? 1) * DAY_MS))
    })
    return found.sort((one, other) => (one.targetAt < other.targetAt ? -1 : 1))
  }

  function reminderOf(keyId: KeyId, kind: Reminder['kind'], targetMs: number): Reminder {
    const id = `${keyId}.${kind}` as ReminderId
    const { name, provider } = world.keys.get(keyId)?.details ?? { name: '', provider: null }
    const mark = marks.get(id) ?? {}
    const leads = leadsOf(kind, targetMs).map(([lead, atMs]) => ({ lead, at: instantAt(atMs), told: atMs <= nowMs }))
    const snoozedUntil =
      mark.snoozedUntil !== undefined && Date.parse(mark.snoozedUntil) > Date.now() ? mark.snoozedUntil : null
    const state =
      mark.closed ??
      (snoozedUntil !== null
        ? 'snoozed'
        : targetMs <= nowMs
          ? 'overdue'
          : leads.some(({ told }) => told)
            ? 'due'
            : 'upcoming')
    const isOpen = mark.closed === undefined
    return {
      id,
      keyId,
      keyName: name,
      provider,
      kind,
      state,
      targetAt: instantAt(targetMs),
      usedPercent: kind === 'usage' ? 78 : null,
      what: kind === 'renewal' ? 'domain example.com' : null,
      leads,
      nextAt: isOpen ? (snoozedUntil ?? leads.find(({ told }) => !told)?.at ?? null) : null,
      snoozedUntil,
      closedAt: mark.closedAt ?? null,
      may: isOpen ? ['rotate', 'snooze', 'done', 'dismiss'] : ['reopen']
    }
  }

  function mark(ids: readonly string[], change: Mark): Record<string, never> {
    const known = new Set<string>(all().map(({ id }) => id))
    if (ids.some((id) => !known.has(id))) throw new Refusal('reminder-not-found')
    for (const id of ids) marks.set(id, change)
    changed()
    return {}
  }

  return {
    'reminders.list': (input) => {
      const wanted = input.states ?? ['upcoming', 'due', 'overdue', 'snoozed']
      const items = all().filter(
        (one) =>
          wanted.includes(one.state) &&
          ((input.kinds ?? []).length === 0 || input.kinds?.includes(one.kind) === true) &&
          (input.keyId == null || one.keyId === input.keyId) &&
          (input.from == null || one.targetAt >= input.from) &&
          (input.until == null || one.targetAt < input.until)
      )
      const offset = input.offset ?? 0
      return { total: items.length, items: items.slice(offset, offset + (input.limit ?? 200)) }
    },
    'reminders.summary': () => {
      const items = all()
      const count = (state: Reminder['state']): number => items.filter((one) => one.state === state).length
      const week = instantAt(nowMs + 7 * DAY_MS)
      return {
        overdue: count('overdue'),
        due: count('due'),
        thisWeek: items.filter((one) => one.closedAt === null && one.targetAt > instantAt(nowMs) && one.targetAt < week)
          .length,
        upcoming: count('upcoming'),
        snoozed: count('snoozed'),
        done: count('done'),
        dismissed: count('dismissed'),
        nextAt: items.flatMap((one) => one.nextAt ?? []).sort()[0] ?? null
      }
    },
    'reminders.calendar': ({ from, to }) => {
      const days = new Map<string, { day: string; open: number; overdue: number; settled: number }>()
      for (const one of all()) {
        const day = localDay(Date.parse(one.targetAt))
        if (day < from || day > to) continue
        const counts = days.get(day) ?? { day, open: 0, overdue: 0, settled: 0 }
        counts[one.closedAt !== null ? 'settled' : one.state === 'overdue' ? 'overdue' : 'open'] += 1
        days.set(day, counts)
      }
      return { days: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)) }
    },
    'reminders.snooze': ({ ids, until }) => {
      const spans: Record<string, number> = { hour: HOUR_MS, tomorrow: DAY_MS, 'next-week': 7 * DAY_MS }
      const atMs = until in spans ? Date.now() + (spans[until] ?? 0) : Date.parse(until)
      if (atMs <= Date.now()) throw new Refusal('input-invalid', { path: 'until', expected: 'a moment in the future' })
      return mark(ids, { snoozedUntil: instantAt(atMs) })
    },
    'reminders.done': ({ ids }) => mark(ids, { closed: 'done', closedAt: instantAt(Date.now()) }),
    'reminders.dismiss': ({ ids }) => mark(ids, { closed: 'dismissed', closedAt: instantAt(Date.now()) }),
    'reminders.reopen': ({ ids }) => mark(ids, {}),

    'reminders.rules': () => ({
      items: [...rules].map(([id, { scope, parts }]): ReminderRule => {
        const keys = alive().filter(({ details }) => isAbout(scope, details))
        return {
          id,
          scope,
          parts,
          keys: keys.length,
          keyName: scope.of === 'key' ? (keys[0]?.details.name ?? null) : null
        }
      })
    }),
    'reminders.saveRule': ({ scope, parts }) => {
      const known = [...rules].find(([, rule]) => JSON.stringify(rule.scope) === JSON.stringify(scope))?.[0]
      const id = known ?? `rule-${String(++made)}`
      const base = scope.of === 'all' ? ALL_PARTS : nothingSet()
      const given = Object.entries(parts).filter(([, value]) => value !== null)
      rules.set(id, { scope: scope as RuleScope, parts: { ...base, ...Object.fromEntries(given) } })
      world.record('reminder.rule-set')
      changed()
      return { id }
    },
    'reminders.removeRule': ({ id }) => {
      if (id === 'all' || !rules.delete(id)) throw new Refusal('reminder-not-found')
      world.record('reminder.rule-set')
      changed()
      return {}
    },

    'reminders.channels': () => ({ items: [...channels.values()] }),
    'reminders.saveChannel': ({ id, fields, secret }) => {
      const before = id == null ? undefined : channels.get(id)
      if (id != null && !before) throw new Refusal('channel-not-found')
      if (fields.kind === 'webhook' && secret != null && !URL.canParse(secret)) throw new Refusal('url-invalid')
      if (before && secret == null && movesPassword(before, channelFields.parse(fields))) {
        throw new Refusal('channel-secret-needed')
      }
      const saved = id ?? `channel-${String(++made)}`
      channels.set(saved, {
        id: saved,
        fields: channelFields.parse(fields),
        host: fields.kind === 'email' ? fields.host : secret == null ? (before?.host ?? '') : new URL(secret).host,
        hasSecret: secret != null || before?.hasSecret === true,
        lastSentAt: before?.lastSentAt ?? null,
        failure: null
      })
      world.record('channel.set', undefined, fields.name)
      changed()
      return { id: saved }
    },
    'reminders.removeChannel': ({ id }) => {
      if (!channels.delete(id)) throw new Refusal('channel-not-found')
      deliveries = deliveries.filter(({ channelId }) => channelId !== id)
      world.record('channel.removed')
      changed()
      return {}
    },
    'reminders.testChannel': ({ id }) => {
      const tested = channels.get(id)
      if (!tested) throw new Refusal('channel-not-found')
      return { failure: tested.failure }
    },
    'reminders.deliveries': () => ({ items: deliveries }),
    'reminders.retryDelivery': ({ id }) => {
      deliveries = deliveries.map((one) =>
        one.id === id ? { ...one, outcome: 'sent', attempts: one.attempts + 1, nextTryAt: null, failure: null } : one
      )
      changed()
      return {}
    },
    'reminders.forgetDelivery': ({ id }) => {
      deliveries = deliveries.filter((one) => one.id !== id)
      changed()
      return {}
    },

    'reminders.setWhileLocked': ({ mode, names }) => {
      if (mode === 'schedule' && isUnsafe(options.keyring))
        throw new Refusal('locked-schedule-unavailable', { backend: options.keyring ?? '' })
      options.setSettings({ whileLocked: mode, whileLockedNames: names ?? false })
      return {}
    },
    'reminders.abilities': () => ({
      notifications: true,
      notificationActions: true,
      tray: options.noTray !== true,
      badge: true,
      startAtLogin: true,
      sealedSchedule: !isUnsafe(options.keyring),
      keyring: options.keyring ?? 'gnome_libsecret'
    }),
    'reminders.testNotification': () => ({}),
    'reminders.exportCalendar': () => ({ events: all().filter(({ closedAt }) => closedAt === null).length }),

    'navigation.take': () => {
      const taken = place
      place = null
      return { place: taken }
    }
  }
}

const isUnsafe = (keyring: string | undefined): boolean => keyring === 'basic_text' || keyring === 'none'

function nothingSet(): RuleParts {
  return {
    expiryLeadDays: null,
    rotateEveryDays: null,
    unusedForDays: null,
    graceLeadHours: null,
    usagePercents: null,
    notify: null,
    channels: null
  }
}

function leadsOf(kind: Reminder['kind'], targetMs: number): [number, number][] {
  if (kind === 'expiry') return [30, 7, 1, 0].map((days) => [days, targetMs - days * DAY_MS])
  if (kind === 'grace') return [12, 1].map((hours) => [hours, targetMs - hours * HOUR_MS])
  return [[kind === 'usage' ? 75 : 0, targetMs]]
}

function isAbout(scope: RuleScope, key: SampleKey['details']): boolean {
  switch (scope.of) {
    case 'all':
      return true
    case 'provider':
      return key.provider === scope.provider
    case 'tag':
      return key.tags.includes(scope.tag)
    case 'key':
      return key.id === scope.keyId
  }
}

function localDay(ms: number): string {
  const at = new Date(ms)
  return `${String(at.getFullYear())}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}

function sampleChannels(nowMs: number): Channel[] {
  return [
    {
      id: 'phone',
      fields: { kind: 'webhook', name: 'Phone', withNames: false, allowPrivate: false, shape: 'ntfy' },
      host: 'ntfy.sh',
      hasSecret: true,
      lastSentAt: instantAt(nowMs - DAY_MS),
      failure: null
    },
    {
      id: 'mail',
      fields: {
        kind: 'email',
        name: 'Mail',
        withNames: true,
        allowPrivate: false,
        host: 'smtp.example.org',
        port: 465,
        security: 'tls',
        user: 'dev',
        from: 'keyquay@example.org',
        to: ['dev@example.org']
      },
      host: 'smtp.example.org',
      hasSecret: true,
      lastSentAt: null,
      failure: { code: 'channel-login-refused', details: { host: 'smtp.example.org' } }
    }
  ]
}

function sampleDeliveries(nowMs: number): Delivery[] {
  return [
    {
      id: sampleId(900_002),
      channelId: 'mail',
      channelName: 'Mail',
      at: instantAt(nowMs - HOUR_MS),
      reminders: 2,
      outcome: 'failed',
      attempts: 6,
      nextTryAt: null,
      failure: { code: 'channel-login-refused', details: { host: 'smtp.example.org' } }
    },
    {
      id: sampleId(900_001),
      channelId: 'phone',
      channelName: 'Phone',
      at: instantAt(nowMs - DAY_MS),
      reminders: 1,
      outcome: 'sent',
      attempts: 1,
      nextTryAt: null,
      failure: null
    }
  ]
}

function movesPassword({ fields: before, hasSecret }: Channel, fields: Channel['fields']): boolean {
  if (before.kind !== 'email' || fields.kind !== 'email') return before.kind !== fields.kind
  if (!hasSecret || fields.user === '') return false
  return (['host', 'port', 'security', 'user'] as const).some((name) => before[name] !== fields[name])
}
