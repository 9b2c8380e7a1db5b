import { setTimeout as wait } from 'node:timers/promises'
import { Command, Option } from 'commander'
import { copyFormat, type CopyFormat } from '@contract/ipc'
import { unlock } from '../context'
import type { Run } from '../options'

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Node's longest timer, some 24 days. */
const LONGEST_WAIT_MS = 2_147_483_647

export function copyCommand(run: Run): Command {
  return new Command('copy')
    .description('put a key on the clipboard until it is cleared')
    .argument('<name>', 'its name, env name or id')
    .addOption(new Option('--as <format>', 'the shape to copy it in').choices(copyFormat.options).default('value'))
    .addHelpText('after', '\nExamples:\n  kq copy ci-token\n  kq copy ci-token --as export')
    .action((name: string, options: { as: CopyFormat }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { secrets: [name] })
        const { id } = await call('keys.find', { name })
        // Listened for before anything is copied: an interrupt must take the copy back, not leave it behind.
        const interrupt = listenForInterrupt()
        const lease = await call('keys.copy', { id, format: options.as })
        if (terminal.json) terminal.printJson(lease)
        const leftMs = lease.clearsAt === null ? LONGEST_WAIT_MS : Date.parse(lease.clearsAt) - Date.now()
        const until = lease.clearsAt === null ? 'it stays' : `cleared in ${String(Math.round(leftMs / 1000))} s`
        // Who copied it clears it, and that is another process then.
        if (context.isOverAgent()) {
          terminal.notice(`Copied ${name}; ${until}.`)
          return
        }
        terminal.notice(`Copied ${name}; ${until}. Ctrl-C clears it now.`)
        await interrupt.orAfter(leftMs)
      })
    )
}

/** The app clears the clipboard when it quits, so ending the wait is all there is to do. */
function listenForInterrupt(): { orAfter(waitMs: number): Promise<void> } {
  const stop = new AbortController()
  const onInterrupt = (): void => {
    stop.abort()
  }
  for (const signal of ENDING) process.once(signal, onInterrupt)
  return {
    async orAfter(waitMs) {
      try {
        await wait(waitMs, undefined, { signal: stop.signal })
      } catch {
        // interrupted
      } finally {
        for (const signal of ENDING) process.off(signal, onInterrupt)
      }
    }
  }
}
