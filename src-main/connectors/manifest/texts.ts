import { line } from '@contract/model/base'
import { z } from 'zod'
import { compileExpression, LONGEST_EXPRESSION } from '../expression'
import { isGrammar } from '../grammar'

/** The kinds of text a manifest is made of. What each takes is said by its message: it becomes the "expected". */

export const words = (longest: number): z.ZodString => line(longest)

/** Names within the file: kinds, credentials, variables. */
export const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'a name of letters, digits, - and _, beginning with a letter')

/** The connector's own id, which connections keep. */
export const connectorId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'an id of lower-case letters, digits and -, beginning with a letter')

export const expression = z
  .string()
  .min(1, 'a JMESPath expression (jmespath.site)')
  .max(LONGEST_EXPRESSION)
  .superRefine((text, context) => {
    const compiled = compileExpression(text)
    if (!compiled.ok) context.addIssue({ code: 'custom', message: compiled.expected })
  })

/** Text with blanks: `{name}`. */
export const template = z
  .string()
  .max(500)
  .regex(/^(?:[^{}\r\n]|\{[A-Za-z][A-Za-z0-9_]*\})*$/, 'text on one line, with blanks written {name}')

export const path = z
  .string()
  .max(500)
  .regex(
    /^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@%/]|\{[A-Za-z][A-Za-z0-9_]*\})*$/,
    'a path that begins with /, without ? and #, with blanks written {name}'
  )
  .refine((text) => !text.includes('//') && !/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(text), 'a path without // and ..')

export const baseUrlTemplate = z
  .string()
  .max(500)
  .regex(
    /^https?:\/\/(?:[A-Za-z0-9\-._~:/[\]]|\{[A-Za-z][A-Za-z0-9_]*\})+$/,
    'an https address without ? and #, with blanks written {name}'
  )
  .refine(
    (text) => text.startsWith('https://') || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(text),
    'an https address; http only to localhost, 127.0.0.1 or [::1]'
  )

export const webPage = z
  .string()
  .max(500)
  .refine((text) => text.startsWith('https://') && URL.canParse(text), 'an https address')

export const pattern = z
  .string()
  .max(300)
  .refine(isGrammar, 'a regular expression that RE2 knows, of moderate size: without look-around and back references')

const NOT_FOR_MANIFESTS =
  /^(?:host|content-length|content-encoding|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|cookie|accept-encoding|proxy-.*|sec-.*)$/i

/** A header a manifest may write (RFC 9110, section 5.1). Those that frame the message belong to the HTTP client. */
export const headerName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'the name of a header')
  .refine((text) => !NOT_FOR_MANIFESTS.test(text), 'a header other than those of the connection itself')

export const status = z.int().min(100).max(599)
