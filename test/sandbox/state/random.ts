import { createHash, randomInt, randomUUID } from 'node:crypto'

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const URL_SAFE = `${ALPHANUMERIC}-_`

/** The next id: a prefix and `length` hex digits (at most 64). */
export type NextId = (prefix: string, length: number) => string

/** Ids that are the same in every run with the same seed and room. */
export function createIds(seed: string | number | undefined, room: string): NextId {
  const root = `${String(seed ?? randomUUID())}/${room}`
  let made = 0
  return (prefix, length) => {
    made += 1
    const digest = createHash('sha256')
      .update(`${root}/${String(made)}`)
      .digest('hex')
    return prefix + digest.slice(0, length)
  }
}

/** A secret of this run: never derived from a seed. */
export function alphanumericSecret(length: number): string {
  return pick(ALPHANUMERIC, length)
}

export function urlSafeSecret(length: number): string {
  return pick(URL_SAFE, length)
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
