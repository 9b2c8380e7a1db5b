import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { auditAction, type AuditAction, type AuditEntry, type AuditFilter } from '@contract/model/audit'
import type { Instant } from '@contract/model/base'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { table } from '../table'
import { toMoment } from '../usage/filter-options'

interface ListOptions {
  readonly key?: string
  readonly action: readonly AuditAction[]
  readonly from?: AuditEntry['actor']
  readonly since?: Instant
  readonly until?: Instant
  readonly limit: number
}

export function auditCommand(run: Run): Command {
  const command = new Command('audit').description('what was done with the vault, and whether the trail is whole')
  command
    .command('list', { isDefault: true })
    .description('list the newest entries')
    .option('--key <name>', 'only this key’s')
    .option('--action <action>', 'only this, such as key.copied; may be given several times', toActions, [])
    .addOption(new Option('--from <who>', 'only what was done from there').choices(['window', 'cli', 'app']))
    .option('--since <when>', 'from then on: 24h, 7d, or a date', toMoment)
    .option('--until <when>', 'up to then', toMoment)
    .option('--limit <n>', 'how many', toLimit, 50)
    .addHelpText(
      'after',
      '\nExamples:\n  kq audit list --key ci-token\n  kq audit --action key.copied --action key.revealed --since 7d'
    )
    .action((options: ListOptions) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const filter = await toFilter(context, options)
        const { total, items } = await call('audit.list', { ...filter, limit: options.limit })
        if (terminal.json) {
          terminal.printJson({ total, entries: items })
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
        if (total > items.length) terminal.notice(`The newest ${String(items.length)} of ${String(total)} are shown.`)
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
  command
    .command('export')
    .description('write entries to a file, the oldest first')
    .argument('<file>', 'a new file, made readable by you alone')
    .option('--key <name>', 'only this key’s')
    .option('--since <when>', 'from then on: 24h, 7d, or a date', toMoment)
    .option('--until <when>', 'up to then', toMoment)
    .addOption(new Option('--format <format>', 'when the file’s name does not say it').choices(['csv', 'json']))
    .addHelpText('after', '\nExample:\n  kq audit export trail.csv --since 2026-01-01')
    .action((file: string, options: Omit<ListOptions, 'limit' | 'action'> & { readonly format?: 'csv' | 'json' }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const filter = await toFilter(context, { ...options, action: [] })
        const format = options.format ?? (file.toLowerCase().endsWith('.json') ? 'json' : 'csv')
        const done = await call('audit.export', { filter, format, file: resolve(file) })
        if (terminal.json) terminal.printJson(done)
        else terminal.print(`Wrote ${String(done.entries)} entries to ${done.file}`)
      })
    )
  return command
}

async function toFilter(
  { call }: Context,
  { key, action, from, since, until }: Omit<ListOptions, 'limit'>
): Promise<Partial<AuditFilter>> {
  return {
    keyId: key === undefined ? null : (await call('keys.find', { name: key })).id,
    actions: [...action],
    actors: from === undefined ? [] : [from],
    from: since ?? null,
    until: until ?? null
  }
}

/** One line of a table stays one line. */
function toCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function toActions(text: string, before: readonly AuditAction[]): AuditAction[] {
  const action = auditAction.safeParse(text)
  if (!action.success) throw new InvalidArgumentError(`one of ${auditAction.options.join(', ')}.`)
  return [...before, action.data]
}

function toLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new InvalidArgumentError('a whole number from 1 to 500.')
  return limit
}
