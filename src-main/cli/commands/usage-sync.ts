import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Command, Option } from 'commander'
import { describeError } from '@contract/error-texts'
import type { ConnectionId } from '@contract/model/connection'
import type { UsageState } from '@contract/model/usage'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { findConnection } from '../providers/connections'
import { countOf } from '../usage/call-words'
import { toFilter, withFilter, type FilterOptions } from '../usage/filter-options'

const LOOK_EVERY_MS = 300
const TELL_EVERY_MS = 2_000

interface ExportOptions extends FilterOptions {
  readonly key?: string
  readonly format?: 'csv' | 'json'
}

/** `kq usage sync` and `kq usage export`. */
export function addUsageSync(command: Command, run: Run): void {
  command
    .command('sync')
    .description('read what providers tell of usage; ends with 1 when something could not be read')
    .argument('[connection]', 'only this account')
    .addHelpText(
      'after',
      '\nWhat is ended on the way goes on the next time where it was: nothing is read twice.\n' +
        '\nExamples:\n  kq usage sync\n  kq usage sync Cloodot --json'
    )
    .action((connection: string | undefined) => run((context) => sync(context, connection)))
  withFilter(
    command
      .command('export')
      .description('write calls to a file, the oldest first')
      .argument('<file>', 'a new file, made readable by you alone')
      .option('--key <name>', 'only those with this key')
  )
    .addOption(new Option('--format <format>', 'when the file’s name does not say it').choices(['csv', 'json']))
    .addHelpText('after', '\nExample:\n  kq usage export calls.csv --key ci-token --since 7d')
    .action((file: string, options: ExportOptions) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const filter = await toFilter(context, options.key, options)
        const format = options.format ?? (file.toLowerCase().endsWith('.json') ? 'json' : 'csv')
        const done = await call('usage.export', { filter, format, file: resolve(file) })
        if (terminal.json) terminal.printJson(done)
        else terminal.print(`Wrote ${countOf(done.records, 'call', 'calls')} to ${done.file}`)
      })
    )
}

async function sync(context: Context, named: string | undefined): Promise<number> {
  const { call, terminal } = context
  await unlock(context)
  const ids = named === undefined ? [] : [(await findConnection(call, named)).id]
  const before = await statesOf(context, ids)
  const stopTelling = tellProgress(context)
  try {
    await call('usage.sync', { connectionIds: ids })
    await untilRead(context, ids)
  } finally {
    stopTelling()
  }
  const states = await statesOf(context, ids)
  if (terminal.json) terminal.printJson({ accounts: states.map((state) => toAnswer(state, before)) })
  else for (const state of states) terminal.print(sentence(state, before))
  return states.some((state) => failureOf(state) !== null) ? EXIT.failed : EXIT.done
}

async function statesOf({ call }: Context, ids: readonly ConnectionId[]): Promise<UsageState[]> {
  const { items } = await call('usage.state', {})
  return ids.length === 0 ? items : items.filter(({ connectionId }) => ids.includes(connectionId))
}

async function untilRead(context: Context, ids: readonly ConnectionId[]): Promise<void> {
  for (;;) {
    const states = await statesOf(context, ids)
    if (states.every(({ running }) => running === null)) return
    context.app.touch()
    await wait(LOOK_EVERY_MS)
  }
}

/** Says from time to time how many calls have come, to a person. */
function tellProgress({ app, terminal }: Context): () => void {
  let toldMs = performance.now()
  return app.onEvent((event) => {
    if (event.name !== 'usage.progress' || performance.now() - toldMs < TELL_EVERY_MS) return
    toldMs = performance.now()
    const { syncing } = event.payload
    const records = syncing.reduce((sum, one) => sum + one.records, 0)
    const of = syncing.every((one) => one.of !== null) ? syncing.reduce((sum, one) => sum + (one.of ?? 0), 0) : null
    if (records > 0) {
      terminal.progress(`${countOf(records, 'call', 'calls')}${of === null ? '' : ` of ${of.toLocaleString('en')}`} …`)
    }
  })
}

const recordsOf = ({ logs }: UsageState): number => logs.reduce((sum, { records }) => sum + records, 0)

function failureOf({ logs, totalsFailure }: UsageState): UsageState['totalsFailure'] {
  return logs.find(({ failure }) => failure !== null)?.failure ?? totalsFailure
}

function toAnswer(state: UsageState, before: readonly UsageState[]): object {
  const { connectionId, connectionName, log, totals } = state
  const records = recordsOf(state)
  const isComplete = state.logs.every(({ complete }) => complete)
  return {
    connectionId,
    connectionName,
    log,
    totals,
    records,
    added: added(state, before),
    complete: isComplete,
    failure: failureOf(state)
  }
}

function added(state: UsageState, before: readonly UsageState[]): number {
  const known = before.find(({ connectionId }) => connectionId === state.connectionId)
  return recordsOf(state) - (known === undefined ? 0 : recordsOf(known))
}

function sentence(state: UsageState, before: readonly UsageState[]): string {
  const { connectionName, log, totals } = state
  const failure = failureOf(state)
  if (failure !== null) return `${connectionName}: ${describeError(failure.code, failure.details)}`
  if (log === 'guided') return `${connectionName}: followed by hand, nothing is asked of it.`
  if (log === 'unusable') return `${connectionName}: its connector is not there.`
  const parts = [
    log === 'offered'
      ? `${countOf(added(state, before), 'new call', 'new calls')}, ${countOf(recordsOf(state), 'call', 'calls')} in all`
      : 'calls are not offered by this provider',
    ...(totals === 'offered' ? ['its quotas were read'] : [])
  ]
  return `${connectionName}: ${parts.join('; ')}.`
}
