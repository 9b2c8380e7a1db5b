import { setTimeout as wait } from 'node:timers/promises'
import type { InputOf } from '@contract/ipc'
import type { UsageRecord } from '@contract/model/usage'
import type { Context } from '../context'
import { table } from '../table'
import { callCells, CALL_COLUMNS, namesOfKeys, troubleWords } from './call-words'

const LOOK_EVERY_MS = 2_000
/** The app reads every few seconds for a minute after it was asked. */
const ASK_EVERY_MS = 30_000
const PAGE = 1_000

/**
 * Prints `shown` and then each call that comes in, until the process is ended. As JSON, each is a line of its own. Why
 * nothing comes is said once for each reason.
 */
export async function followCalls(
  { app, call, terminal }: Context,
  filter: NonNullable<InputOf<'usage.records'>['filter']>,
  shown: readonly UsageRecord[]
): Promise<never> {
  const { connectionId } = filter
  const connectionIds = connectionId === undefined || connectionId === null ? [] : [connectionId]
  const said = new Set<string>()
  let nameOf = await namesOfKeys(call)
  let cursor = shown.at(-1)?.cursor ?? null
  let askedMs = Number.NEGATIVE_INFINITY

  const toLines = (records: readonly UsageRecord[]): string[] =>
    table(
      CALL_COLUMNS,
      records.map((record) => callCells(record, nameOf))
    )
  const print = (records: readonly UsageRecord[], withHead: boolean): void => {
    if (terminal.json) for (const record of records) terminal.printJson(record)
    else for (const line of toLines(records).slice(withHead ? 0 : 1)) terminal.print(line)
  }
  const sayTroubles = async (): Promise<void> => {
    const { items } = await call('usage.state', {})
    const wanted = items.filter((one) => connectionIds.length === 0 || connectionIds.includes(one.connectionId))
    for (const line of troubleWords(wanted)) {
      if (!said.has(line)) terminal.notice(line)
      said.add(line)
    }
  }

  print(shown, true)
  terminal.progress('Waiting for calls. Ctrl+C ends it.')
  for (;;) {
    app.touch()
    if (performance.now() - askedMs > ASK_EVERY_MS) {
      askedMs = performance.now()
      await call('usage.follow', { connectionIds })
    }
    const start = cursor === null ? ({ at: 'offset', offset: 0 } as const) : ({ at: 'before', cursor } as const)
    const { items } = await call('usage.records', { filter, start, limit: PAGE })
    const fresh = items.toReversed()
    if (fresh.length > 0) {
      nameOf = await namesOfKeys(call)
      print(fresh, false)
      cursor = fresh.at(-1)?.cursor ?? cursor
    }
    await sayTroubles()
    // What came in while more than a page was told follows at once.
    if (items.length < PAGE) await wait(LOOK_EVERY_MS)
  }
}
