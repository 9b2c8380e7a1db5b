import { Command, InvalidArgumentError } from 'commander'
import { unlock } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { table } from '../table'

export function auditCommand(run: Run): Command {
  const command = new Command('audit').description('what was done with the vault, and whether the trail is whole')
  command
    .command('list', { isDefault: true })
    .description('list the newest entries')
    .option('--key <name>', 'only this key’s')
    .option('--limit <n>', 'how many', toLimit, 50)
    .addHelpText('after', '\nExample:\n  kq audit list --key ci-token')
    .action((options: { key?: string; limit: number }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const keyId = options.key === undefined ? null : (await call('keys.find', { name: options.key })).id
        const { items } = await call('audit.list', { keyId, limit: options.limit })
        if (terminal.json) {
          terminal.printJson({ entries: items })
          return
        }
        const rows = items.map(({ at, action, actor, keyName, detail }) => [
          at.slice(0, 19).replace('T', ' '),
          action,
          actor,
          toCell(keyName ?? ''),
          toCell(detail)
        ])
        for (const line of table(['TIME (UTC)', 'ACTION', 'FROM', 'KEY', ''], rows)) terminal.print(line)
      })
    )
  command
    .command('verify')
    .description('check that no entry was changed or taken out; ends with 1 when one was')
    .addHelpText('after', '\nExample:\n  kq audit verify --json')
    .action(() =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const verdict = await call('audit.verify', {})
        if (terminal.json) terminal.printJson(verdict)
        else if (verdict.whole)
          terminal.print(
            `The audit trail is whole: ${String(verdict.entries)} entries since ${verdict.since ?? 'now'}.`
          )
        else
          terminal.print(
            `The audit trail is broken at entry ${String(verdict.brokenAt)}; what stands before it is whole.`
          )
        return verdict.whole ? EXIT.done : EXIT.failed
      })
    )
  return command
}

/** One line of a table stays one line. */
function toCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function toLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new InvalidArgumentError('a whole number from 1 to 500.')
  return limit
}
