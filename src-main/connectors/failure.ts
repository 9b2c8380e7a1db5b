import { AppError } from '@contract/errors'
import { toLine } from '../importers/clean'
import type { Answer } from './answer'
import type { MappingRunner } from './connector'
import { showMessage } from './hide'
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from './http/retry-after'
import type { Manifest } from './manifest'
import type { Meaning } from './manifest/account'

/** When the provider does not say how long to wait: the window of the documented rates. */
const UNSAID_WAIT_MS = 60_000
/** A rule looks for its words in this much of a message, with nothing hidden in it yet. */
const MOST_LOOKED_AT = 200

interface Parts {
  readonly manifest: Manifest
  readonly mapping: MappingRunner
  readonly host: string
  /** What may not be shown, should the provider repeat it. */
  readonly secrets: readonly string[]
  readonly nowMs: number
}

/** What an answer of failure means, by the rules of the manifest and then by its status, as one of our errors. */
export async function toFailure(answer: Answer, parts: Parts): Promise<AppError> {
  const { host, manifest } = parts
  const { said, code } = await readError(answer, parts)
  const message = showMessage(
    said,
    parts.secrets,
    manifest.kinds.map((kind) => kind.format)
  )
  const { status } = answer
  switch (meaningOf(manifest, status, said, code)) {
    case 'credential':
      return new AppError('provider-credential-refused', { host })
    case 'forbidden':
      return new AppError('provider-forbidden', { host, message })
    case 'limit':
      return new AppError('provider-limit-reached', { host, message })
    case 'conflict':
      return new AppError('provider-conflict', { host })
    case 'not-found':
      return new AppError('provider-not-found', { host })
    case 'rate-limited':
      return new AppError('provider-rate-limited', { host, retryAfterMs: await waitOf(answer, parts) })
    case 'rejected':
      return new AppError('provider-rejected', { host, status, message })
    case 'failed':
      return new AppError('provider-failed', { host, status })
  }
}

function meaningOf(manifest: Manifest, status: number, said: string, code: string | null): Meaning | 'failed' {
  const words = toLine(said, MOST_LOOKED_AT).toLowerCase()
  const rule = manifest.errors.rules.find(
    (one) =>
      (one.status.length === 0 ? status > 399 : one.status.includes(status)) &&
      (one.code.length === 0 || (code !== null && one.code.includes(code))) &&
      (one.messageIncludes === null || words.includes(one.messageIncludes.toLowerCase()))
  )
  return rule?.means ?? (manifest.rateLimit.statuses.includes(status) ? 'rate-limited' : byStatus(status))
}

function byStatus(status: number): Meaning | 'failed' {
  switch (status) {
    case 401:
      return 'credential'
    case 402:
      return 'limit'
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'not-found'
    case 409:
    case 412:
    case 428:
      return 'conflict'
    default:
      return status >= 400 && status < 500 ? 'rejected' : 'failed'
  }
}

async function readError(answer: Answer, parts: Parts): Promise<{ said: string; code: string | null }> {
  if (answer.body === null) return { said: answer.text, code: null }
  const { messagePaths, codePaths } = parts.manifest.errors
  const said = (await firstText(messagePaths, answer.body, parts.mapping)) ?? ''
  const code = await firstText(codePaths, answer.body, parts.mapping)
  return { said, code }
}

/** The first path that leads to a text or a number; one that fails leads nowhere. */
async function firstText(paths: readonly string[], body: unknown, mapping: MappingRunner): Promise<string | null> {
  for (const path of paths) {
    const found = await mapping.run(path, body).catch(() => null)
    if (typeof found === 'string' && found !== '') return found
    if (typeof found === 'number') return found.toString()
  }
  return null
}

async function waitOf(answer: Answer, { manifest, mapping, nowMs }: Parts): Promise<number> {
  const { retryAfter } = manifest.rateLimit
  if (retryAfter.in === 'header') {
    const said = answer.headers[retryAfter.header.toLowerCase()]
    const headers = { ...answer.headers, ...(said === undefined ? {} : { 'retry-after': said }) }
    return retryAfterMs(headers, nowMs) ?? UNSAID_WAIT_MS
  }
  const found = Number(await mapping.run(retryAfter.path, answer.body).catch(() => null))
  const ms = retryAfter.unit === 's' ? found * 1_000 : found
  return ms > 0 ? Math.ceil(Math.min(ms, LONGEST_RETRY_AFTER_MS)) : UNSAID_WAIT_MS
}
