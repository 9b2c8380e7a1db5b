import { AppError } from '@contract/errors'
import type { HttpResponse } from '../ports/http'
import { ForeignJsonError, parseForeignJson } from './foreign-json'

/** An answer as mapping expressions see it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or null where there was none. */
  readonly body: unknown
  /** The beginning of a plain text, for messages. */
  readonly text: string
}

const utf8 = new TextDecoder('utf-8')

/**
 * Reads an answer of success. Throws `provider-answer-unreadable` for a web page (a sign-in page, a proxy) and, where
 * `needsJson`, for anything that is not JSON.
 */
export function readAnswer(response: HttpResponse, host: string, needsJson: boolean): Answer {
  const said = decode(response)
  const unreadable = (expected: string): AppError => new AppError('provider-answer-unreadable', { host, expected })
  if (said.isPage) throw unreadable('JSON, not a web page')
  if (said.text === '') {
    if (needsJson) throw unreadable('JSON, not an empty answer')
    return withBody(response, null, '')
  }
  try {
    return withBody(response, parseForeignJson(said.text), '')
  } catch (error) {
    if (!needsJson && !said.isJson) return withBody(response, null, '')
    throw unreadable(error instanceof ForeignJsonError ? error.expected : 'JSON')
  }
}

/** Reads an answer of failure: whatever it is, it never fails. */
export function readFailure(response: HttpResponse): Answer {
  const said = decode(response)
  try {
    return withBody(response, said.isPage ? null : parseForeignJson(said.text), '')
  } catch {
    return withBody(response, null, said.isPage || said.isJson ? '' : said.text.slice(0, 2_000))
  }
}

function decode(response: HttpResponse): { text: string; isPage: boolean; isJson: boolean } {
  const text = utf8.decode(response.body).trim()
  const type = (response.headers['content-type'] ?? '').toLowerCase()
  const isPage = type.includes('html') || text.startsWith('<')
  return { text, isPage, isJson: type.includes('json') || text.startsWith('{') || text.startsWith('[') }
}

function withBody({ status, headers }: HttpResponse, body: unknown, text: string): Answer {
  // Cookies are credentials of the server's making; no expression needs them.
  const shown = Object.entries(headers).filter(([name]) => name !== 'set-cookie')
  return { status, headers: Object.fromEntries(shown), body, text }
}
