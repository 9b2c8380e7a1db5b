/** Characters that end a word of a POSIX shell (IEEE Std 1003.1, 2.10). */
const WORD_END = ' \t\n\r;&|<>()'

/**
 * Where something opens that is still open at `upTo` when a shell reads `text`: a quote, a here-document, a line that
 * a backslash joins to the next; null between commands. Nested quotes in `$(…)` are read flat, which errs on the side
 * of "open". For `.envrc`, which is a program.
 */
export function openInShell(text: string, start: number, upTo: number): number | null {
  let at = start
  let hereDocument: { word: string; tabs: boolean; at: number } | null = null
  while (at < upTo) {
    const character = text.charAt(at)
    const opened = at
    if (character === '\\') {
      at += text.startsWith('\r\n', at + 1) ? 3 : 2
      if (at >= upTo) return opened
    } else if (`'"\``.includes(character)) {
      at = closeOfQuote(text, at)
      if (at >= upTo) return opened
    } else if (character === '#' && isWordStart(text, at)) {
      at = lineEnd(text, at)
    } else if (character === '\n' && hereDocument !== null) {
      at = endOfHereDocument(text, at + 1, hereDocument)
      if (at >= upTo) return hereDocument.at
      hereDocument = null
    } else {
      hereDocument ??= hereDocumentAt(text, at)
      at += character === '<' && text.startsWith('<<<', at) ? 3 : 1
    }
  }
  return null
}

/** The end of the word that begins at `from`, with its quotes and substitutions. */
export function shellWordEnd(text: string, from: number): number {
  let at = from
  let depth = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (`'"\``.includes(character)) at = closeOfQuote(text, at) - 1
    else if (text.startsWith('$(', at)) {
      depth += 1
      at += 1
    } else if (depth > 0 && character === '(') depth += 1
    else if (depth > 0 && character === ')') depth -= 1
    else if (depth === 0 && WORD_END.includes(character)) return at
    at += 1
  }
  return Math.min(at, text.length)
}

/** Behind the quote that closes the one at `open`. */
function closeOfQuote(text: string, open: number): number {
  const quote = text.charAt(open)
  const escapes = quote !== "'" || text.charAt(open - 1) === '$'
  for (let at = open + 1; at < text.length; at += 1) {
    if (escapes && text.charAt(at) === '\\') at += 1
    else if (text.charAt(at) === quote) return at + 1
  }
  return text.length + 1
}

function hereDocumentAt(text: string, at: number): { word: string; tabs: boolean; at: number } | null {
  if (!text.startsWith('<<', at) || text.startsWith('<<<', at)) return null
  const match = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_]\w*))/.exec(text.slice(at, at + 200))
  if (match === null) return null
  return { word: match[2] ?? match[3] ?? match[4] ?? '', tabs: match[1] === '-', at }
}

function endOfHereDocument(text: string, from: number, { word, tabs }: { word: string; tabs: boolean }): number {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end).replace(/\r$/, '')
    if ((tabs ? line.replace(/^\t+/, '') : line) === word) return end
    at = end + 1
  }
  return text.length + 1
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || WORD_END.includes(text.charAt(at - 1)) || text.charAt(at - 1) === '\ufeff'
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
