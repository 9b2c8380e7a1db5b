import { Command } from 'commander'
import type { ErrorEnvelope } from '@contract/errors'
import type { LockReason } from '@contract/model/session'
import { createFileLog } from '../../node/log-file'
import { startAgentServer } from '../../node/agent-server'
import { systemClock } from '../../node/clock'
import { watchSleep } from '../../node/sleep-watch'
import type { Context } from '../context'
import type { Run } from '../options'

/** However much it is used: as long as a grant lasts at most. */
const LONGEST_OPEN_MS = 12 * 3_600_000
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What the process that was started says to the one that started it, as one line of JSON. */
export type AgentStart =
  { readonly ok: true; readonly ticket: string } | { readonly ok: false; readonly error: ErrorEnvelope }

/** `kq agent`, which `kq unlock` starts and nobody types: holds the vault open until it locks, and ends with it. */
export function agentCommand(run: Run): Command {
  return new Command('agent')
    .description('hold the vault open; started by `kq unlock`')
    .action(() => run((context) => holdOpen(context)))
}

async function holdOpen(context: Context): Promise<void> {
  const { home, terminal, version } = context
  const app = await context.ownApp()
  await app.start()
  const password = await terminal.descriptors.readLine(0)
  const opened = await app.dispatch({ name: 'session.unlock', input: { password } }, { actor: 'cli', trusted: true })
  if (!opened.ok) {
    tell({ ok: false, error: opened.error })
    return
  }
  const locked = new Promise<void>((resolve) => {
    app.onEvent((event) => {
      if (event.name === 'session.changed' && event.payload.session.phase === 'locked') resolve()
    })
  })
  const lock = (reason: LockReason): void => void app.lock(reason)
  for (const signal of ENDING) {
    process.on(signal, () => {
      lock('user')
    })
  }
  const stops = [
    watchSleep(systemClock, () => {
      lock('suspend')
    }),
    systemClock.after(LONGEST_OPEN_MS, () => {
      lock('idle')
    })
  ]
  const log = createFileLog(home.logFile)
  const server = await startAgentServer({
    home: home.stateFolder,
    kind: 'agent',
    version,
    door: app.agent,
    log,
    env: process.env
  })
  tell({ ok: true, ticket: server.ticket })
  // Timers do not keep a process alive, and an agent that nobody talks to is to stay until it locks.
  const alive = setInterval(() => undefined, 3_600_000)
  await locked
  clearInterval(alive)
  for (const stop of stops) stop()
  await server.stop()
}

/** Whoever started it may be gone by now. */
function tell(start: AgentStart): void {
  process.stdout.on('error', () => undefined)
  process.stdout.write(`${JSON.stringify(start)}\n`)
}
