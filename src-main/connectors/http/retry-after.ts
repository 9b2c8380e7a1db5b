/** The longest wait a provider is believed to ask for. */
export const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1_000

// Fractions and signs are outside the grammar, but servers send them.
const SECONDS = /^[+-]?\d{1,20}(?:\.\d{0,20})?$/

// The three forms of RFC 9110 §5.6.7. `Date.parse` alone takes almost anything for a date.
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC_850 = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

/**
 * What `Retry-After` asks for (RFC 9110 §10.2.3), in milliseconds from 0 to {@link LONGEST_RETRY_AFTER_MS}, or null
 * when it is missing or junk. A date counts from the answer's own `Date`, so that a wrong clock here changes nothing;
 * from `nowMs` when the answer has none.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const text = headers['retry-after']?.trim()
  if (text === undefined) return null
  const ms = SECONDS.test(text) ? Number(text) * 1_000 : msUntil(text, parseHttpDate(headers.date) ?? nowMs)
  return ms === null ? null : Math.ceil(Math.min(Math.max(0, ms), LONGEST_RETRY_AFTER_MS))
}

function msUntil(text: string, fromMs: number): number | null {
  const untilMs = parseHttpDate(text)
  return untilMs === null ? null : untilMs - fromMs
}

function parseHttpDate(text: string | undefined): number | null {
  if (text === undefined) return null
  const inGmt = ASCTIME.test(text) ? `${text} GMT` : text
  if (inGmt === text && !IMF_FIXDATE.test(text) && !RFC_850.test(text)) return null
  const ms = Date.parse(inGmt)
  return Number.isNaN(ms) ? null : ms
}
