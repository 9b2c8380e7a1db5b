import { AppError, isAppError, type ErrorCode } from '@contract/errors'
import type { Failure } from '@contract/model/connection'
import { parseProviderUrl } from '../../connectors/http/url-rules'
import type { HttpClient } from '../../ports/http'
import type { Mailer } from '../../ports/mailer'
import type { StoredChannel } from '../../ports/reminder-store'
import { toFailure } from '../remote/accounts'
import { webhookRequest, type ChannelText } from './webhook'

/** `again`: it has not arrived and may be sent again. `unsure`: it may have arrived. `failed`: trying again is of no use. */
export type Sent =
  { readonly outcome: 'sent' } | { readonly outcome: 'again' | 'failed' | 'unsure'; readonly failure: Failure }

interface Means {
  readonly http: HttpClient
  readonly mailer: Mailer
}

const DEADLINE_MS = 20_000
const MOST_BYTES = 65_536
/** Answers that say: not now. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504])
/** Failures that another try may not have. */
const PASSING: readonly ErrorCode[] = ['channel-unreachable', 'cancelled']

/** Sends one text once. Never throws; what it answers holds the host and nothing else of the address. */
export async function sendToChannel(
  { http, mailer }: Means,
  channel: StoredChannel,
  secret: string | null,
  text: ChannelText,
  id: string,
  signal: AbortSignal
): Promise<Sent> {
  const left = { maybe: false }
  const sending = (): void => {
    left.maybe = true
  }
  try {
    if (channel.fields.kind === 'webhook') {
      const status = await sendWebhook(http, channel.id, channel.fields, secret, text, id, signal, sending)
      if (status >= 200 && status < 300) return { outcome: 'sent' }
      const failure = toFailure(new AppError('channel-refused', { host: channel.host, status }))
      return { outcome: LATER.has(status) ? 'again' : 'failed', failure }
    }
    await mailer.send(serverOf(channel.fields, secret), mailOf(channel.fields, text, id), { signal, sending })
    return { outcome: 'sent' }
  } catch (error) {
    const known = toChannelError(error, channel.host)
    const isRefused = isAppError(known, 'channel-refused')
    if (left.maybe && !isRefused) return { outcome: 'unsure', failure: toFailure(known) }
    const isPassing =
      PASSING.includes(known.code) || (isRefused && known.details.status >= 400 && known.details.status < 500)
    // A mail server says 4xx for "not now" and 5xx for "never"; a webhook has been judged above.
    return { outcome: isPassing ? 'again' : 'failed', failure: toFailure(known) }
  }
}

type FieldsOf<Kind extends StoredChannel['fields']['kind']> = Extract<StoredChannel['fields'], { kind: Kind }>

async function sendWebhook(
  http: HttpClient,
  channelId: string,
  fields: FieldsOf<'webhook'>,
  secret: string | null,
  text: ChannelText,
  id: string,
  signal: AbortSignal,
  sending: () => void
): Promise<number> {
  if (secret === null) throw new AppError('url-invalid', {})
  const request = webhookRequest(secret, fields.shape, text, id)
  const policy = {
    origin: parseProviderUrl(secret).origin,
    allowPrivate: fields.allowPrivate,
    ca: null,
    deadlineMs: DEADLINE_MS,
    maxBytes: MOST_BYTES,
    requestsPerMinute: 30,
    paceKey: channelId
  }
  const { status } = await http.send(request, policy, { signal, sending })
  return status
}

function serverOf(fields: FieldsOf<'email'>, secret: string | null): Parameters<Mailer['send']>[0] {
  const { host, port, security, user, allowPrivate } = fields
  return { host, port, security, allowPrivate, login: user === '' ? null : { user, password: secret ?? '' } }
}

function mailOf(
  { from, to }: FieldsOf<'email'>,
  { title, body }: ChannelText,
  id: string
): Parameters<Mailer['send']>[1] {
  // RFC 5322 §3.6.4: unique for ever; the domain is the sender's own.
  const messageId = `<${id}@${from.split('@')[1] ?? 'keyquay.invalid'}>`
  return { from, to, subject: title, text: body, messageId }
}

/** The provider's codes in the words of a channel; what is wrong with the address itself keeps its own. */
function toChannelError(error: unknown, host: string): AppError {
  if (isAppError(error, 'provider-tls-failed')) return new AppError('channel-tls-failed', { host })
  if (isAppError(error, 'provider-redirected')) return new AppError('channel-refused', { host, status: 302 })
  if (isAppError(error) && !error.code.startsWith('provider-')) return error
  return new AppError('channel-unreachable', { host })
}
