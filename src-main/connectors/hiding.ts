/** A run of this many letters and digits that a text shares with a secret is hidden. */
const RUN = 8
/** A shorter secret is hidden where all of it stands; below this it may be any word. */
const SHORTEST_HIDDEN = 4
const DOTS = '••••'

/** Replaces what a text shares with some secrets; a text that shares nothing comes back as it is. */
export type Hiding = (text: string) => string

/**
 * Hides every run of 8 or more letters and digits that stands in one of `secrets` too, as it is or in hex, base64,
 * base64url or percent-encoding, also where it was cut. Case, width, and whatever is neither letter nor digit (spaces,
 * zero-width characters, quotes) make no difference. Linear in the text and in the secrets.
 */
export function createHiding(secrets: readonly string[]): Hiding {
  const hidden = secrets.filter((secret) => secret.length >= SHORTEST_HIDDEN)
  const exact = [...new Set(hidden.flatMap(wholeForms))]
  const runs = new Set(hidden.flatMap((secret) => runsOf(secret)))
  const lengths = [...new Set([...runs].map((run) => run.length))]

  return (text) => {
    const covered = new Uint8Array(text.length)
    for (const form of exact) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
        covered.fill(1, at, at + form.length)
      }
    }
    const { signs, starts, ends } = fold(text)
    for (const length of lengths) {
      for (let at = 0; at + length <= signs.length; at += 1) {
        if (runs.has(signs.slice(at, at + length))) covered.fill(1, starts[at], ends[at + length - 1])
      }
    }
    return render(text, covered)
  }
}

/** How many letters and digits of a text count. */
export function signsIn(text: string): number {
  return fold(text).signs.length
}

/** Forms that are looked for as they stand: of `p@ss` too few letters are left to be looked for by runs. */
function wholeForms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  return [secret, encodeURIComponent(secret.toWellFormed()), bytes.toString('hex'), bytes.toString('base64')]
}

function runsOf(secret: string): string[] {
  const plain = fold(secret).signs
  if (plain.length < RUN) return plain.length < SHORTEST_HIDDEN ? [] : [plain]
  const bytes = Buffer.from(secret, 'utf8')
  const encoded = [encodeURIComponent(secret.toWellFormed()), bytes.toString('hex'), ...base64Within(bytes)]
  return [plain, ...encoded.map((form) => fold(form).signs)].flatMap((form) =>
    Array.from({ length: Math.max(0, form.length - RUN + 1) }, (_, at) => form.slice(at, at + RUN))
  )
}

/** Base64 of bytes within others, as in `user:secret`: it begins at one of three places of a group (RFC 4648). */
function base64Within(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // Signs that hold bits of a neighbour too are another sign there.
    const isShared = (before + bytes.length) % 3 !== 0
    return text.slice(before === 0 ? 0 : before + 1, isShared ? -1 : undefined)
  })
}

/** The letters and digits of a text as they are compared, with where each of them stands in it. */
function fold(text: string): { signs: string; starts: number[]; ends: number[] } {
  const signs: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const known = new Map<string, string>()
  let at = 0
  for (const character of text) {
    const end = at + character.length
    for (const sign of foldOne(character, known)) {
      signs.push(sign)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { signs: signs.join(''), starts, ends }
}

/** UTF-16 units, so that each of them has its place. */
function foldOne(character: string, known: Map<string, string>): string[] {
  if (character <= '\u007f') return /[A-Za-z0-9]/.test(character) ? [character.toLowerCase()] : []
  const folded =
    known.get(character) ??
    character
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '')
  known.set(character, folded)
  return folded.split('')
}

function render(text: string, covered: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    const isCovered = covered[at] === 1
    const next = covered.indexOf(isCovered ? 0 : 1, at)
    const end = next === -1 ? text.length : next
    parts.push(isCovered ? DOTS : text.slice(at, end))
    at = end
  }
  return parts.join('')
}
