import type { Instant } from '@contract/model/base'
import { toInstant } from '../importers/clean'
import type { TimeFormat } from './manifest/lists'

const DATE = /^\d{4}-\d\d-\d\d$/
// RFC 9110, section 5.6.7, and RFC 2822, section 3.3, as far as providers use them.
const RFC_1123 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/

/** A provider's time as ours, or null when it is not in the format the manifest says. */
export function parseTime(value: unknown, format: TimeFormat): Instant | null {
  switch (format) {
    case 'iso':
      return typeof value === 'string' ? toInstant(value) : null
    case 'date':
      return typeof value === 'string' && DATE.test(value) ? toInstant(value) : null
    case 'rfc1123':
      return typeof value === 'string' && RFC_1123.test(value) ? toInstant(Date.parse(value)) : null
    case 'unix_s':
      return typeof value === 'number' ? toInstant(value * 1_000) : null
    case 'unix_ms':
      return typeof value === 'number' ? toInstant(value) : null
  }
}
