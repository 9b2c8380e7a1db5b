export interface NetrcToken {
  readonly text: string
  readonly line: number
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t']
])

/**
 * The words of a `.netrc`, one pass. Words may stand in double quotes with backslash escapes; `#` at the begin of a
 * line makes it a comment; `macdef name` runs to the next empty line and yields nothing.
 */
export function* readNetrcTokens(text: string): Generator<NetrcToken, void> {
  let isMacro = false
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (isMacro) {
      isMacro = line.trim() !== ''
      continue
    }
    if (line.trimStart().startsWith('#')) continue
    for (const word of wordsOf(line)) {
      if (!word.isQuoted && word.text === 'macdef') {
        isMacro = true
        break
      }
      yield { text: word.text, line: index + 1 }
    }
  }
}

interface Word {
  readonly text: string
  readonly isQuoted: boolean
}

function wordsOf(line: string): Word[] {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at += 1
    } else if (line.charAt(at) === '"') {
      const quoted = readQuoted(line, at + 1)
      words.push({ text: quoted.text, isQuoted: true })
      at = quoted.end
    } else {
      const start = at
      while (at < line.length && !/\s/.test(line.charAt(at))) at += 1
      words.push({ text: line.slice(start, at), isQuoted: false })
    }
  }
  return words
}

/** Up to the closing quote, or to the end of the line where none comes. */
function readQuoted(line: string, start: number): { text: string; end: number } {
  let text = ''
  let at = start
  for (; at < line.length && line.charAt(at) !== '"'; at += 1) {
    if (line.charAt(at) === '\\') {
      at += 1
      text += ESCAPES.get(line.charAt(at)) ?? line.charAt(at)
    } else text += line.charAt(at)
  }
  return { text, end: at + 1 }
}
