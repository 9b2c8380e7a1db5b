import { AppError } from '@contract/errors'

// Lower-case token and field-value of RFC 9110 §5.6.2 and §5.5, which advises against anything outside ASCII.
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/
const VALUE = /^[\t\u0020-\u007e]*$/

/** They say where a message ends or where it goes; the client writes them itself. */
const WRITTEN_BY_CLIENT = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

/**
 * Refuses headers that would end a line early or that the client writes itself.
 * Throws `input-invalid` with the header's name, never its value.
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name)) throw new AppError('input-invalid', { path: 'headers', expected: 'lower-case header names' })
    if (WRITTEN_BY_CLIENT.has(name)) {
      throw new AppError('input-invalid', {
        path: `headers.${name}`,
        expected: 'a header the client does not write itself'
      })
    }
    if (!VALUE.test(value)) {
      throw new AppError('input-invalid', { path: `headers.${name}`, expected: 'one line of ASCII text' })
    }
  }
}
