/** A piece of a text that could be a secret. */
export interface Token {
  readonly text: string
  /** In UTF-16 units from the text's beginning. */
  readonly start: number
}

/** Shorter values of the vault are not looked for: they would be found everywhere. */
export const SHORTEST_TOKEN = 8
const LONGEST_TOKEN = 65_536
/** A line of a bundle has thousands of quotes; what is quoted at such length is no key. */
const LONGEST_QUOTED = 4_096

/** Runs of characters that keys are made of, in order, without the punctuation around them. */
export function* wordsOf(text: string): Generator<Token> {
  for (const match of text.matchAll(/[A-Za-z0-9_~+/=.:@%&?#$!^*-]+/g)) {
    const start = match.index
    for (const [at, piece] of piecesOf(match[0])) yield { text: piece, start: start + at }
  }
}

/**
 * Every piece of `text` that could be a whole secret: words, what stands behind `=` and `:` in them, what is quoted,
 * whole lines and what they assign, private keys, the whole text. One pass each. Pieces may repeat and overlap.
 */
export function* tokensOf(text: string): Generator<Token> {
  for (const { text: run, index } of runsOf(text)) {
    for (const [at, piece] of piecesOf(run)) yield* fitting(piece, index + at)
  }
  yield* quotedIn(text)
  yield* linesIn(text)
  yield* blocksIn(text)
  yield* trimmed(text, 0)
}

function* runsOf(text: string): Generator<{ text: string; index: number }> {
  for (const match of text.matchAll(/[^\s'"`<>(){}[\],;|\\]+/g)) yield { text: match[0], index: match.index }
}

/** The run itself, what stands behind each separator, and what stands between two. */
function* piecesOf(run: string): Generator<[at: number, piece: string]> {
  yield* bare(run, 0)
  let last = 0
  let suffixes = 0
  for (const match of run.matchAll(/[=:@&?#/]/g)) {
    const { index } = match
    if (index > last) yield* bare(run.slice(last, index), last)
    last = index + 1
    if ((match[0] === '=' || match[0] === ':') && suffixes < MOST_SUFFIXES && last < run.length) {
      suffixes += 1
      yield* bare(run.slice(last), last)
    }
  }
  if (last > 0 && last < run.length) yield* bare(run.slice(last), last)
}

const MOST_SUFFIXES = 8

/** As it is, and without the punctuation of a sentence. */
function* bare(piece: string, at: number): Generator<[at: number, piece: string]> {
  yield [at, piece]
  const tail = /[.,:;!?*]{1,8}$/.exec(piece.slice(-8))?.[0].length ?? 0
  if (tail > 0) yield [at, piece.slice(0, -tail)]
}

function* quotedIn(text: string): Generator<Token> {
  for (const quote of ['"', "'", '`']) {
    let open = -1
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
      if (text.charAt(at - 1) === '\\') continue
      const inside = open === -1 ? '' : text.slice(open + 1, Math.min(at, open + 1 + LONGEST_QUOTED + 1))
      // An apostrophe opens nothing: what it and the next enclose is looked at, and that one opens again.
      if (inside.length > 0 && inside.length <= LONGEST_QUOTED) {
        yield* fitting(inside, open + 1)
        if (inside.includes('\\')) yield* fitting(unescaped(inside), open + 1)
      }
      open = at
    }
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ({ n: '\n', r: '\r', t: '\t' })[character] ?? character)
}

function* linesIn(text: string): Generator<Token> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end)
    if (line.length <= LONGEST_QUOTED) {
      yield* trimmed(line, start)
      const assigned = /[=:]/.exec(line)?.index
      if (assigned !== undefined) yield* trimmed(line.slice(assigned + 1), start + assigned + 1)
    }
    start += line.length + 1
  }
}

/** PEM: several lines that are one secret. */
function* blocksIn(text: string): Generator<Token> {
  for (let start = text.indexOf('-----BEGIN '); start !== -1;) {
    const foot = text.indexOf('-----END ', start)
    const end = foot === -1 ? -1 : text.indexOf('-----', foot + 9)
    if (end === -1) return
    const block = text.slice(start, end + 5)
    yield* fitting(block, start)
    yield* fitting(`${block}\n`, start)
    if (block.includes('\r')) yield* fitting(block.replaceAll('\r\n', '\n'), start)
    start = text.indexOf('-----BEGIN ', end)
  }
}

function* trimmed(text: string, start: number): Generator<Token> {
  const bareText = text.trim()
  yield* fitting(bareText, start + text.length - text.trimStart().length)
}

function* fitting(text: string, start: number): Generator<Token> {
  if (text.length >= SHORTEST_TOKEN && text.length <= LONGEST_TOKEN) yield { text, start }
}
