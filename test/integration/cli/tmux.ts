import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

export const hasTmux = spawnSync('tmux', ['-V']).status === 0

/** A shell on a real terminal of `columns`, and what a person sees in it. */
export interface TerminalSession {
  /** Types a line and waits until the shell asks for the next one. */
  enter(line: string): Promise<void>
  /** Types a line at a question that shows `question`. */
  answer(question: string, line: string): Promise<void>
  /** All that was shown so far, without the last prompt. */
  shown(): string
  close(): void
}

const PROMPT = '$ '
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 60_000

export async function openTerminal(options: {
  readonly folder: string
  readonly columns: number
  readonly env: Readonly<Record<string, string>>
}): Promise<TerminalSession> {
  // A server of its own, so that nobody's sessions are touched.
  const server = `keyquay-${randomUUID()}`
  const tmux = (...args: string[]): string =>
    spawnSync('tmux', ['-L', server, '-f', '/dev/null', ...args], { encoding: 'utf8' }).stdout
  // Set where the shell is started: what tmux itself was given goes through a shell that changes some of it.
  const variables = Object.entries({ ...options.env, LANG: 'C.UTF-8', PS1: PROMPT })
  const given = variables.map(([name, value]) => `${name}='${value}'`).join(' ')
  const size = ['-x', String(options.columns), '-y', '200']
  tmux('new-session', '-d', ...size, '-c', options.folder, `exec env ${given} bash --norc --noprofile -i`)
  const shown = (): string => tmux('capture-pane', '-p', '-J').trimEnd()
  const prompts = (): number =>
    shown()
      .split('\n')
      .filter((line) => `${line} `.startsWith(PROMPT)).length
  const isAsking = (): boolean => shown().split('\n').at(-1)?.trim() === PROMPT.trim()

  async function until(what: string, isThere: () => boolean): Promise<void> {
    const lateMs = performance.now() + PATIENCE_MS
    while (!isThere()) {
      if (performance.now() > lateMs) throw new Error(`${what} did not come: ${shown()}`)
      await wait(LOOK_EVERY_MS)
    }
  }
  function type(line: string): void {
    tmux('send-keys', '-l', line)
    tmux('send-keys', 'Enter')
  }

  let entered = 0
  await until('The first prompt', isAsking)
  return {
    async enter(line) {
      type(line)
      entered += 1
      await until(`The prompt behind ${line}`, () => isAsking() && prompts() === entered + 1)
    },
    async answer(question, line) {
      await until(question, () => shown().includes(question))
      type(line)
    },
    shown: () => shown().replace(/\n\$ ?$/, ''),
    close: () => void tmux('kill-server')
  }
}
