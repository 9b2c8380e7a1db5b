import { AppError } from '@contract/errors'
import type { Failure } from '@contract/model/connection'
import type { Channel, ChannelFields, Delivery } from '@contract/model/reminder'
import { parseProviderUrl } from '../../connectors/http/url-rules'
import type { Clock } from '../../ports/clock'
import type { HttpClient } from '../../ports/http'
import type { Mailer } from '../../ports/mailer'
import type { ReminderChange, StoredDelivery } from '../../ports/reminder-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import { itemOf, noticeText, type Now } from './notice'
import type { Telling } from './plan'
import { sendToChannel } from './send'
import type { KeySubject } from './subjects'
import { reminderTexts, type Language } from './texts'

export interface Channels {
  list(): Promise<Channel[]>
  deliveries(): Promise<Delivery[]>
  /**
   * Throws `channel-not-found`, `url-invalid`, `url-not-https`, `input-invalid`; `channel-secret-needed` for a change
   * that would take the stored secret elsewhere, and `password-needed-again` for one that brings its own.
   */
  save(id: string | null, fields: ChannelFields, secret: string | null, actor: Actor): Promise<string>
  remove(id: string, actor: Actor): Promise<void>
  /** Why a text that says it is a test has not arrived; null when it has. */
  test(id: string): Promise<Failure | null>
}

interface Parts {
  readonly session: SessionKeeper
  readonly clock: Clock
  readonly http: HttpClient
  readonly mailer: Mailer
  readonly language: () => Language
  /** For how many minutes a proof of the password lets a channel be pointed elsewhere. */
  readonly askAgainMinutes: () => number
  readonly changed: () => void
}

const iso = (ms: number): string => new Date(ms).toISOString()
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

/** Webhooks and mail servers of the person's own. Their addresses and passwords lie in the vault. */
export function createChannels(parts: Parts): Channels {
  const { session, clock, http, mailer, language, changed } = parts
  const store = (): ReturnType<SessionKeeper['store']>['reminders'] => session.store().reminders

  async function find(id: string): Promise<Awaited<ReturnType<ReturnType<typeof store>['channels']>>[number]> {
    const found = (await store().channels()).find((channel) => channel.id === id)
    if (found === undefined) throw new AppError('channel-not-found', {})
    return found
  }

  return {
    async list() {
      const [channels, deliveries] = await Promise.all([store().channels(), store().deliveries()])
      return channels.map((channel) => {
        const own = deliveries.filter(({ channelId }) => channelId === channel.id)
        const sent = own.find(({ outcome }) => outcome === 'sent')
        return { ...channel, lastSentAt: sent === undefined ? null : iso(sent.atMs), failure: own[0]?.failure ?? null }
      })
    },
    async deliveries() {
      const [channels, deliveries] = await Promise.all([store().channels(), store().deliveries()])
      const names = new Map(channels.map(({ id, fields }) => [id, fields.name]))
      return deliveries.slice(0, 100).map((delivery) => toDelivery(delivery, names.get(delivery.channelId) ?? ''))
    },
    async save(id, fields, secret, actor) {
      const before = id === null ? null : await find(id)
      const moves = before !== null && leadsElsewhere(before.fields, fields)
      // A secret was given to one server: it does not follow to another by a change of the server alone.
      if (moves && secret === null && needsSecret(fields, before.hasSecret)) {
        throw new AppError('channel-secret-needed', {})
      }
      if (moves) session.requireRecentPassword(parts.askAgainMinutes())
      const host = hostOf(fields, secret, before?.host ?? null)
      const saved = id ?? newId(clock.nowMs())
      const bytes = secret === null ? null : new Uint8Array(Buffer.from(secret, 'utf8'))
      await store().apply(
        [{ op: 'save-channel', id: saved, fields, host, secret: bytes, keepsSecret: !moves }],
        [auditOf('channel.set', actor, clock.nowMs(), null, `${fields.kind} to ${host}`.slice(0, 500))]
      )
      bytes?.fill(0)
      changed()
      return saved
    },
    async remove(id, actor) {
      const { host, fields } = await find(id)
      const detail = `${fields.kind} to ${host}`.slice(0, 500)
      await store().apply(
        [{ op: 'drop-channel', id }],
        [auditOf('channel.removed', actor, clock.nowMs(), null, detail)]
      )
      changed()
    },
    async test(id) {
      const channel = await find(id)
      const secret = await store().channelSecret(id)
      const text = secret === null ? null : Buffer.from(secret).toString('utf8')
      secret?.fill(0)
      const { test } = reminderTexts[language()]
      const stop = new AbortController()
      const sent = await sendToChannel({ http, mailer }, channel, text, test, newId(clock.nowMs()), stop.signal)
      return sent.outcome === 'sent' ? null : sent.failure
    }
  }
}

/** One text for each channel whose rules name it, whatever it tells of. */
export function deliveriesFor(
  due: readonly Telling<KeySubject>[],
  channels: readonly { readonly id: string; readonly fields: ChannelFields }[],
  now: Now
): ReminderChange[] {
  return channels.flatMap(({ id, fields }): ReminderChange[] => {
    const own = due.filter(({ subject }) => subject.rule.channels.includes(id))
    if (own.length === 0) return []
    const items = own.map(({ subject }) => itemOf(subject, fields.withNames))
    const delivery: StoredDelivery = {
      id: newId(now.nowMs),
      channelId: id,
      atMs: now.nowMs,
      reminders: own.length,
      outcome: 'waiting',
      attempts: 0,
      nextTryAtMs: now.nowMs,
      failure: null,
      text: noticeText(items, now)
    }
    return [{ op: 'save-delivery', delivery }]
  })
}

/** Whether the secret that was given for `before` would reach another server, or by another way, under `fields`. */
function leadsElsewhere(before: ChannelFields, fields: ChannelFields): boolean {
  if (before.kind === 'webhook' || fields.kind === 'webhook') return before.kind !== fields.kind
  return (['host', 'port', 'security', 'user'] as const).some((name) => before[name] !== fields[name])
}

/** A webhook is its secret; a mail server that asks for no login needs none, and what was stored for it goes. */
function needsSecret(fields: ChannelFields, had: boolean): boolean {
  return fields.kind === 'webhook' || (had && fields.user !== '')
}

function hostOf(fields: ChannelFields, secret: string | null, before: string | null): string {
  if (fields.kind === 'webhook') {
    if (secret !== null) return parseProviderUrl(secret).host
    if (before === null) throw new AppError('url-invalid', {})
    return before
  }
  if (fields.security === 'none' && !LOOPBACK.has(fields.host)) {
    throw new AppError('input-invalid', { path: 'fields.security', expected: 'tls or starttls to another computer' })
  }
  return fields.host
}

function toDelivery(stored: StoredDelivery, channelName: string): Delivery {
  const { id, channelId, reminders, outcome, attempts, failure, atMs, nextTryAtMs } = stored
  const nextTryAt = nextTryAtMs === null ? null : iso(nextTryAtMs)
  return { id, channelId, channelName, at: iso(atMs), reminders, outcome, attempts, nextTryAt, failure }
}
