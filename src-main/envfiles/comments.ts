import { isLikelySecret } from '../importers/likely-secret'
import { findAssignments } from './scan'

/**
 * What may be shown of a comment: with `hide` in the place of the value of an assignment that is commented out and of
 * every word that looks like a secret. Text in, text out; line ends are not expected in it.
 */
export function maskComment(comment: string, hide: string): string {
  const sign = /^[\s\ufeff]*#[#\s]*/.exec(comment)?.[0] ?? ''
  const [assigned] = findAssignments(comment, sign.length)
  if (assigned !== undefined && assigned.nameStart >= sign.length && isPlainlyAssigned(comment, assigned.nameEnd)) {
    const tail = comment.slice(assigned.valueEnd)
    return comment.slice(0, assigned.valueStart) + hide + (tail.startsWith('#') ? '' : maskWords(tail, hide))
  }
  return maskWords(comment, hide)
}

/** Whether a word of `comment` looks like a secret. */
export function holdsSecret(comment: string): boolean {
  return maskWords(comment, '') !== comment
}

/**
 * Whether `name` may be shown as one. A line of a bare key in base64 that ends in `=` reads as an assignment too, and
 * its "name" is the secret.
 */
export function isShowableName(name: string): boolean {
  return !(/[a-z]/.test(name) && /[A-Z]/.test(name) && isLikelySecret('', name))
}

/** `KEY=value`, not the `a: b` or `when x = y` of prose. */
function isPlainlyAssigned(comment: string, nameEnd: number): boolean {
  return comment.charAt(nameEnd) === '='
}

function maskWords(text: string, hide: string): string {
  return text.replace(/[^\s'"`<>(),;]+/g, (word) => (isSecretWord(word) ? hide : word))
}

function isSecretWord(word: string): boolean {
  const bare = word.replace(/[.!?]+$/, '')
  const assigned = /^([\w.-]+)[=:](?!\/\/)(.+)$/.exec(bare)
  if (assigned !== null) return isLikelySecret(assigned[1] ?? '', assigned[2] ?? '')
  return isLikelySecret('', bare)
}
