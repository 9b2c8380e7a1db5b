import { setTimeout as wait } from 'node:timers/promises'
import type { InputOf } from '@contract/ipc'
import type { UsageRecord } from '@contract/model/usage'
import type { Context } from '../context'
import { table } from '../table'
import { callCells, CALL_COLUMNS, namesOfKeys } from './call-words'

const LOOK_EVERY_MS = 2_000
/** The app reads every few seconds for a minute after it was asked. */
const ASK_EVERY_MS = 30_000
const PAGE = 1_000

/**
 * Prints `shown` and then each call that comes in, until the process is ended or `signal` aborts. As JSON, each is a
 * line of its own.
 */
export async function followCalls(
  { app, call, terminal }: Context,
  filter: NonNullable<InputOf<'usage.records'>['filter']>,
  shown: readonly UsageRecord[],
  signal?: AbortSignal
): Promise<void> {
  const { connectionId } = filter
  const connectionIds = connectionId === undefined || connectionId === null ? [] : [connectionId]
  let nameOf = await namesOfKeys(call)
  let cursor = shown.at(-1)?.cursor ?? null
  let askedMs = Number.NEGATIVE_INFINITY
  const print = (records: readonly UsageRecord[]): void => {
    if (terminal.json) for (const record of records) terminal.printJson(record)
    else
      for (const line of table(
        CALL_COLUMNS,
        records.map((record) => callCells(record, nameOf))
      ).slice(1))
        terminal.print(line)
  }
  if (!terminal.json)
    for (const line of table(
      CALL_COLUMNS,
      shown.map((record) => callCells(record, nameOf))
    ))
      terminal.print(line)
  else print(shown)
  terminal.progress('Waiting for calls. Ctrl+C ends it.')

  while (signal?.aborted !== true) {
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
      print(fresh)
      cursor = fresh.at(-1)?.cursor ?? cursor
    }
    // What came in while more than a page was told follows at once.
    if (items.length < PAGE)
      await wait(LOOK_EVERY_MS, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  }
}
