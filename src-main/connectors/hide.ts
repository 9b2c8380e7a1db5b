import { toLine } from '../importers/clean'

const LONGEST_MESSAGE = 200
const MOST_READ = 4_000
const SHORTEST_HIDDEN = 4

/**
 * A provider's message as it may be shown: one line, at most 200 characters, without control characters, and with
 * every secret in it replaced, also where it was cut, encoded or came back as user and password.
 */
export function showMessage(text: string, secrets: readonly string[]): string {
  const taken = text.slice(0, MOST_READ)
  // Where the text was cut a secret may have been cut in two, and half of one is not recognised.
  const longest = Math.max(0, ...secrets.map((secret) => secret.length * 3))
  const whole = text.length > MOST_READ ? taken.slice(0, Math.max(0, MOST_READ - longest)) : taken
  return toLine(hideSecrets(toLine(hideSecrets(whole, secrets), MOST_READ), secrets), LONGEST_MESSAGE)
}

export function hideSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST_HIDDEN)
    .flatMap((secret) => [secret, toLine(secret, 2_000), encodeURIComponent(secret.toWellFormed()), base64(secret)])
    .filter((form) => form.length >= SHORTEST_HIDDEN)
  // The longest first: one may stand within another.
  return [...new Set(forms)]
    .sort((one, other) => other.length - one.length)
    .reduce((shown, form) => shown.replaceAll(form, '••••'), text)
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
