import type { CallName, InputOf, OutputOf, PayloadOf } from '@contract/ipc'
import type { Context } from '../context'

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Well under the shortest auto-lock, so that a long wait does not lock the vault under the request. */
const AWAKE_EVERY_MS = 15_000
/** Shorter waits are over before they are read. */
const TOLD_FROM_MS = 1_000

type WorkItem = PayloadOf<'work.changed'>['items'][number]

/**
 * A call that speaks to a provider. Its waits are told, Ctrl+C ends the request instead of the process, and the vault
 * stays open until the answer, or what is known without one, is written down.
 */
export async function ask<Name extends CallName>(
  { app, call, terminal }: Pick<Context, 'app' | 'call' | 'terminal'>,
  name: Name,
  input: InputOf<Name>
): Promise<OutputOf<Name>> {
  const told = new Set<string>()
  const stopListening = app.onEvent((event) => {
    if (event.name !== 'work.changed') return
    for (const item of event.payload.items) {
      const line = waitLine(item, Date.now())
      const once = `${item.id} ${item.waitsUntil ?? ''}`
      if (line === null || told.has(once)) continue
      told.add(once)
      terminal.progress(line)
    }
  })
  let cancelling = false
  const cancel = (): void => {
    if (cancelling) return
    cancelling = true
    terminal.progress('Cancelling…')
    void call('remote.cancel', {}).catch(() => undefined)
  }
  for (const signal of ENDING) process.on(signal, cancel)
  const awake = setInterval(app.touch, AWAKE_EVERY_MS)
  try {
    return await call(name, input)
  } finally {
    clearInterval(awake)
    for (const signal of ENDING) process.off(signal, cancel)
    stopListening()
  }
}

/** `ci-token: the provider asks to wait 12 s, Ctrl+C cancels`; null while nothing waits long enough to be told. */
export function waitLine({ name, waitsUntil, waitsFor }: WorkItem, nowMs: number): string | null {
  if (waitsUntil === null || waitsFor === null) return null
  const leftMs = Date.parse(waitsUntil) - nowMs
  if (leftMs < TOLD_FROM_MS) return null
  return `${name}: ${REASONS[waitsFor]}, waiting ${String(Math.ceil(leftMs / 1_000))} s, Ctrl+C cancels`
}

const REASONS = {
  'rate-limit': 'the provider asks for a pause',
  pacing: 'keeping below the provider’s rate',
  retry: 'no answer yet, trying again'
}
