import { Command } from 'commander'
import { daysAway } from '@contract/local-days'
import type { Instant } from '@contract/model/base'
import type { Reminder } from '@contract/model/reminder'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { localTime, toDays } from '../providers/when'
import { table } from '../table'

interface Options {
  readonly within?: number
}

const DAY_MS = 86_400_000
const PAGE = 500

const WHAT: Readonly<Record<Reminder['kind'], string>> = {
  expiry: 'expires',
  rotation: 'rotate',
  unused: 'unused',
  grace: 'old value ends',
  usage: 'quota used',
  renewal: 'renews',
  unusual: 'unusual use'
}

/** `kq due`: what a person is to be reminded of now, for prompts and cron. It only reads: nothing counts as told. */
export function dueCommand(run: Run): Command {
  return new Command('due')
    .description('list what is due or overdue; ends with 3 when something is')
    .option('--within <span>', 'also what is due within this time, such as 30d', toDays)
    .addHelpText(
      'after',
      '\nExamples:\n  kq due --within 30d\n  kq due --json --password-fd 3 3< password-file || mail -s "Keys are due" me'
    )
    .action((options: Options) => run((context) => due(context, options)))
}

async function due(context: Context, { within }: Options): Promise<number> {
  const { terminal } = context
  await unlock(context)
  const nowMs = Date.now()
  const items = [
    ...(await all(context, ['due', 'overdue'], null)),
    ...(within === undefined ? [] : await all(context, ['upcoming'], new Date(nowMs + within * DAY_MS).toISOString()))
  ].sort((one, other) => (one.targetAt < other.targetAt ? -1 : 1))

  if (terminal.json) terminal.printJson({ due: items.map(toAnswer) })
  else if (items.length === 0) terminal.notice('Nothing is due.')
  else
    for (const line of table(
      ['NAME', 'PROVIDER', 'WHAT', 'WHEN', 'STATUS'],
      items.map((item) => row(item, nowMs))
    ))
      terminal.print(line)
  return items.length === 0 ? EXIT.done : EXIT.due
}

async function all({ call }: Context, states: Reminder['state'][], until: string | null): Promise<Reminder[]> {
  const items: Reminder[] = []
  for (;;) {
    const page = await call('reminders.list', { states, until, offset: items.length, limit: PAGE })
    items.push(...page.items)
    if (page.items.length === 0 || items.length >= page.total) return items
  }
}

function toAnswer({ keyId, keyName, provider, kind, state, targetAt, usedPercent, what }: Reminder): object {
  return { keyId, name: keyName, provider, kind, state, at: targetAt, usedPercent, what }
}

function row({ keyName, provider, kind, state, targetAt, usedPercent, what }: Reminder, nowMs: number): string[] {
  const when = kind === 'usage' ? `${String(usedPercent ?? 0)}%` : whenOf(targetAt, nowMs)
  return [keyName.replaceAll(/\s+/g, ' '), provider ?? '–', [WHAT[kind], what ?? ''].join(' ').trim(), when, state]
}

/** The date of what has come; of what is to come, how many days of the calendar it is away. */
function whenOf(targetAt: Instant, nowMs: number): string {
  if (Date.parse(targetAt) <= nowMs) return localTime(targetAt).slice(0, 10)
  const days = daysAway(Date.parse(targetAt), nowMs)
  return days === 0 ? 'today' : `in ${String(days)} d`
}
