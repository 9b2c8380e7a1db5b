import type { ErrorCode } from '@contract/errors'
import { describeError } from '@contract/error-texts'
import type { Descriptors } from './descriptors'
import { hintFor } from './hints'
import { UsageError } from './usage-error'

/** The terminal `kq` runs in. Prompts and notices go to stderr, so that stdout holds answers alone. */
export interface Terminal {
  readonly interactive: boolean
  readonly stdoutIsTerminal: boolean
  readonly json: boolean
  readonly descriptors: Descriptors
  print(line: string): void
  /** The answer with `--json`. */
  printJson(value: unknown): void
  notice(line: string): void
  /** Says what is going on meanwhile, to a person only: nothing where stderr is not a terminal. */
  progress(line: string): void
  /** Asks for a line of text. Throws {@link UsageError} where there is nobody to ask. */
  ask(question: string, insteadUse: string): Promise<string>
  /** Asks for something secret without showing it. Throws {@link UsageError} where there is nobody to ask. */
  askSecret(question: string, insteadUse: string): Promise<string>
}

export function createTerminal(options: { json: boolean; descriptors: Descriptors }): Terminal {
  const interactive = process.stdin.isTTY && process.stderr.isTTY
  return {
    interactive,
    stdoutIsTerminal: process.stdout.isTTY,
    json: options.json,
    descriptors: options.descriptors,
    print: (text) => void process.stdout.write(`${printable(text)}\n`),
    printJson: (value) => void process.stdout.write(`${jsonText(value)}\n`),
    notice: (line) => void process.stderr.write(`${printable(line)}\n`),
    progress(line) {
      if (process.stderr.isTTY && !options.json) process.stderr.write(`${printable(line)}\n`)
    },
    async ask(question, insteadUse) {
      requirePerson(question, insteadUse)
      const { input } = await import('@inquirer/prompts')
      return input({ message: printable(question) }, { output: process.stderr, clearPromptOnDone: false })
    },
    async askSecret(question, insteadUse) {
      requirePerson(question, insteadUse)
      const { password } = await import('@inquirer/prompts')
      return password({ message: printable(question), mask: '•' }, { output: process.stderr, clearPromptOnDone: false })
    }
  }

  function requirePerson(question: string, insteadUse: string): void {
    if (interactive) return
    throw new UsageError(`${question} cannot be asked for without a terminal; nothing was changed. Use ${insteadUse}.`)
  }
}

/** Text that cannot steer the terminal: control characters are shown, not sent. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must not reach the terminal
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`
  })
}

/** {@link printable} where a line's end or a tab would forge a row: names of folders and keys can hold anything. */
export function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\x0a').replaceAll('\t', '\\x09')
}

/** JSON for a program as it is, and for a person's terminal with every steering character escaped. */
function jsonText(value: unknown): string {
  if (!process.stdout.isTTY) return JSON.stringify(value)
  return JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}

/** A failure as one line for a person and what there is to choose from under it, or as data with `--json`. */
export function reportFailure(
  terminal: Terminal,
  code: ErrorCode,
  details: Readonly<Record<string, unknown>>,
  id: string | null,
  more: { readonly lines: readonly string[]; readonly offered: readonly unknown[] } = { lines: [], offered: [] }
): void {
  const message = describeError(code, details)
  if (terminal.json) {
    const offered = more.offered.length === 0 ? {} : { offered: more.offered }
    process.stderr.write(`${JSON.stringify({ error: { code, details, message, id, ...offered } })}\n`)
    return
  }
  terminal.notice(code === 'internal' && id !== null ? `kq: ${oneLine(message)} (${id})` : `kq: ${oneLine(message)}`)
  const hint = hintFor(code)
  for (const line of [...(hint === null ? [] : [`    ${hint}`]), ...more.lines]) terminal.notice(line)
}
