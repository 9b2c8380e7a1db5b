import type { Command } from 'commander'
import type { UsageFinding, UsageQuota } from '@contract/model/usage'
import { unlock } from '../context'
import type { Run } from '../options'
import { findConnection } from '../providers/connections'
import { localTime } from '../providers/when'
import { table } from '../table'
import { findingWords } from '../usage/finding-words'

/** `kq usage quotas` and `kq usage findings`. */
export function addUsageStanding(command: Command, run: Run): void {
  command
    .command('quotas')
    .description('how much of their quotas accounts have used, and what they renew')
    .argument('[connection]', 'only this account')
    .addHelpText('after', '\nExample:\n  kq usage quotas --json')
    .action((connection: string | undefined) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const connectionId = connection === undefined ? null : (await findConnection(call, connection)).id
        const { quotas, renewals } = await call('usage.quotas', { connectionId })
        if (terminal.json) {
          terminal.printJson({ quotas, renewals })
          return
        }
        if (quotas.length + renewals.length === 0) terminal.notice('No provider has told of a quota yet.')
        if (quotas.length > 0) for (const line of table(QUOTA_COLUMNS, quotas.map(quotaCells))) terminal.print(line)
        for (const { connectionName, kind, name, renewsAt } of renewals) {
          terminal.print(`${connectionName}: ${kind} ${name} renews on ${localTime(renewsAt).slice(0, 10)}.`)
        }
      })
    )
  command
    .command('findings')
    .description('unusual use of keys, and quotas that run out')
    .option('--all', 'those that were acknowledged as well')
    .option('--acknowledge <id...>', 'these have been looked at; `all` is every one that is listed')
    .addHelpText('after', '\nExamples:\n  kq usage findings\n  kq usage findings --acknowledge all')
    .action((options: { all?: true; acknowledge?: string[] }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: options.acknowledge !== undefined })
        const { items: open } = await call('usage.findings', {})
        const settled = options.all === true ? (await call('usage.findings', { acknowledged: true })).items : []
        const items = [...open, ...settled].sort((one, other) => (one.at > other.at ? -1 : 1))
        if (options.acknowledge !== undefined) {
          const ids = options.acknowledge.includes('all') ? open.map(({ id }) => id) : options.acknowledge
          if (ids.length > 0) await call('usage.acknowledge', { ids })
          if (terminal.json) terminal.printJson({ acknowledged: ids })
          else terminal.print(`${String(ids.length)} acknowledged.`)
          return
        }
        if (terminal.json) terminal.printJson({ findings: items })
        else if (items.length === 0) terminal.notice('Nothing unusual was found.')
        else for (const finding of items) terminal.print(findingLine(finding))
      })
    )
}

const QUOTA_COLUMNS = ['ACCOUNT', 'METRIC', 'USED', 'LIMIT', '%', 'ENDS']

function quotaCells({ connectionName, metric, used, limit, unit, percent, forecast }: UsageQuota): string[] {
  const inUnit = (value: number): string => [value.toLocaleString('en'), unit ?? ''].join(' ').trim()
  return [
    connectionName,
    metric,
    inUnit(used),
    limit === null ? 'none' : inUnit(limit),
    percent === null ? '–' : String(Math.floor(percent)),
    forecast.endsAt === null ? '–' : localTime(forecast.endsAt).slice(0, 10)
  ]
}

function findingLine(finding: UsageFinding): string {
  const { at, keyName, connectionName, acknowledgedAt, id } = finding
  const seen = acknowledgedAt === null ? '' : ' (acknowledged)'
  return `${localTime(at)}  ${keyName ?? connectionName}: ${findingWords(finding)}${seen}  ${id}`
}
