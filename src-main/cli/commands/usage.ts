import { Command, InvalidArgumentError } from 'commander'
import type { InputOf } from '@contract/ipc'
import type { UsageRecord } from '@contract/model/usage'
import { unlock, type Context } from '../context'
import type { Run } from '../options'
import { table } from '../table'
import { callCells, CALL_COLUMNS, namesOfKeys, stateWords, summaryWords } from '../usage/call-words'
import { toFilter, withFilter, type FilterOptions } from '../usage/filter-options'
import { followCalls } from '../usage/follow'
import { addUsageStanding } from './usage-standing'
import { addUsageSync } from './usage-sync'

interface Options extends FilterOptions {
  readonly limit: number
  readonly follow?: true
}

const PAGE = 1_000
const MOST = 100_000

/** `kq usage`: the calls that were made with keys, as their providers tell. */
export function usageCommand(run: Run): Command {
  const command = new Command('usage').description('who used which key for what, and how much of a quota is used')
  withFilter(
    command
      .command('list', { isDefault: true })
      .description('list calls, the newest last')
      .argument('[key]', 'only those with this key: its name, env name or id')
  )
    .option('--limit <n>', 'how many of the newest', toLimit, 50)
    .option('--follow', 'then go on with what comes in, until Ctrl+C')
    .addHelpText(
      'after',
      '\nIt lists what was read before; `kq usage sync` reads what is new.\n' +
        '\nExamples:\n  kq usage ci-token --since 24h --status 4xx --status 5xx\n  kq usage ci-token --follow\n' +
        '  kq usage --connection Cloodot --json --limit 1000'
    )
    .action((key: string | undefined, options: Options) => run((context) => list(context, key, options)))
  addUsageSync(command, run)
  addUsageStanding(command, run)
  return command
}

async function list(context: Context, key: string | undefined, options: Options): Promise<void> {
  const { call, terminal } = context
  await unlock(context)
  const filter = await toFilter(context, key, options)
  const records = await newest(context, filter, options.limit)
  if (options.follow === true) {
    return followCalls(context, filter, records)
  }
  const summary = await call('usage.summary', { filter })
  if (terminal.json) {
    terminal.printJson({ summary, calls: records })
    return
  }
  const nameOf = await namesOfKeys(call)
  const { items } = await call('usage.state', {})
  if (records.length > 0) {
    for (const line of table(
      CALL_COLUMNS,
      records.map((record) => callCells(record, nameOf))
    ))
      terminal.print(line)
    if (summary.requests > records.length) terminal.notice(`The newest ${String(records.length)} are shown.`)
  } else terminal.notice(summary.requests === 0 ? 'No call is known.' : 'No call matches.')
  terminal.notice(summaryWords(summary))
  for (const line of stateWords(items, Date.now())) terminal.notice(line)
}

/** Oldest first. */
async function newest(
  { call }: Context,
  filter: InputOf<'usage.records'>['filter'],
  limit: number
): Promise<UsageRecord[]> {
  const records: UsageRecord[] = []
  while (records.length < limit) {
    const last = records.at(-1)
    const start =
      last === undefined ? ({ at: 'offset', offset: 0 } as const) : ({ at: 'after', cursor: last.cursor } as const)
    const page = await call('usage.records', { filter, start, limit: Math.min(PAGE, limit - records.length) })
    records.push(...page.items)
    if (page.items.length === 0 || records.length >= page.total) break
  }
  return records.reverse()
}

function toLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw new InvalidArgumentError(`a whole number from 1 to ${MOST.toLocaleString('en')}.`)
  }
  return limit
}
