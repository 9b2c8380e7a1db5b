import { AppError } from '@contract/errors'
import type { Clock } from '../../ports/clock'
import type { HttpClient } from '../../ports/http'
import type { Log } from '../../ports/log'
import type { Mailer } from '../../ports/mailer'
import type { StoredDelivery } from '../../ports/reminder-store'
import type { SessionKeeper } from '../session-keeper'
import type { Unattended } from '../unattended'
import { sendToChannel, type Sent } from './send'

export interface Outbox {
  /** Sends what waits and is due, unless the vault is held. Never throws. */
  kick(): void
  /** Throws `channel-not-found` when there is no such delivery, or it is on its way. */
  retry(id: string): Promise<void>
  forget(id: string): Promise<void>
}

interface Parts {
  readonly session: SessionKeeper
  readonly unattended: Unattended
  readonly clock: Clock
  readonly log: Log
  readonly http: HttpClient
  readonly mailer: Mailer
  readonly keepsUp: boolean
  readonly changed: () => void
}

const MINUTE_MS = 60_000
/** How long after each try the next one comes; after the last it has failed. */
const AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS, 360 * MINUTE_MS]
/** A lock waits so long for an answer that is on its way. */
const PATIENCE_MS = 2_000

/**
 * Texts on their way to channels, one after another. Before one is sent, the vault holds that it may have arrived: after
 * a crash it is shown as such, and not sent a second time by itself.
 */
export function createOutbox({ session, unattended, clock, log, http, mailer, keepsUp, changed }: Parts): Outbox {
  let stopping = new AbortController()
  let running: Promise<void> | null = null
  let cancel = (): void => undefined

  function kick(): void {
    if (session.current().holds === null) send(null)
  }

  /** All that waits, or the one that was asked for. */
  function send(only: string | null): void {
    if (!keepsUp || running !== null) return
    cancel()
    running = sendAll(only)
      .catch(() => {
        log.warn('reminders not sent')
      })
      .finally(() => {
        running = null
      })
  }

  async function sendAll(only: string | null): Promise<void> {
    const { phase, readOnly } = session.current()
    if (phase !== 'unlocked' || readOnly) return
    // Taken now, so that a lock which waits for an answer can still have it written down.
    const store = session.store().reminders
    const { signal } = stopping
    const save = (delivery: StoredDelivery): Promise<void> => store.apply([{ op: 'save-delivery', delivery }], [])
    for (;;) {
      const waiting = (await store.deliveries())
        .filter(({ id, outcome }) => outcome === 'waiting' && (only === null || id === only))
        .reverse()
      const next = waiting.find(({ nextTryAtMs }) => (nextTryAtMs ?? 0) <= clock.nowMs())
      if (signal.aborted) return
      if (next === undefined) {
        const soonestMs = Math.min(...waiting.map(({ nextTryAtMs }) => nextTryAtMs ?? 0))
        if (waiting.length > 0) cancel = clock.after(Math.max(1_000, soonestMs - clock.nowMs()), kick)
        return
      }
      const channel = (await store.channels()).find(({ id }) => id === next.channelId)
      if (channel === undefined) return
      const started = { ...next, outcome: 'unsure' as const, attempts: next.attempts + 1, nextTryAtMs: null }
      await save(started)
      const secret = await store.channelSecret(channel.id)
      const text = secret === null ? null : Buffer.from(secret).toString('utf8')
      secret?.fill(0)
      const sent = await sendToChannel({ http, mailer }, channel, text, next.text, next.id, signal)
      await save(settled(started, sent, clock.nowMs()))
      changed()
    }
  }

  async function find(id: string): Promise<StoredDelivery> {
    const found = (await session.store().reminders.deliveries()).find((delivery) => delivery.id === id)
    if (found === undefined) throw new AppError('channel-not-found', {})
    return found
  }

  session.afterUnlock(() => {
    stopping = new AbortController()
  })
  unattended.after(kick)
  session.beforeLock(async () => {
    cancel()
    const under = running
    if (under === null) return
    const stop = clock.after(PATIENCE_MS, () => {
      stopping.abort()
    })
    await under
    stop()
  })

  return {
    kick,
    async retry(id) {
      const found = await find(id)
      const delivery: StoredDelivery = { ...found, outcome: 'waiting', attempts: 0, nextTryAtMs: clock.nowMs() }
      await session.store().reminders.apply([{ op: 'save-delivery', delivery }], [])
      changed()
      send(session.current().holds === null ? null : id)
    },
    async forget(id) {
      await find(id)
      await session.store().reminders.apply([{ op: 'drop-delivery', id }], [])
      changed()
    }
  }
}

function settled(delivery: StoredDelivery, sent: Sent, nowMs: number): StoredDelivery {
  if (sent.outcome === 'sent') return { ...delivery, outcome: 'sent', failure: null }
  const waitMs = AFTER_MS[delivery.attempts - 1]
  const { failure } = sent
  if (sent.outcome !== 'again' || waitMs === undefined) {
    return { ...delivery, outcome: sent.outcome === 'unsure' ? 'unsure' : 'failed', failure }
  }
  return { ...delivery, outcome: 'waiting', nextTryAtMs: nowMs + waitMs, failure }
}
