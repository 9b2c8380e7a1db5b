import { setImmediate as soon } from 'node:timers/promises'
import type { InputOf, OutputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { KeyId } from '@contract/model/base'
import { openApp, PASSWORD, type AppOptions, type TestApp } from '../app/open-app'
import { createManualClock } from '../../fakes/manual-clock'
import { startSandbox } from '../../sandbox/start-sandbox'
import type { ProviderName, Sandbox } from '../../sandbox/types'

export interface ProvidersTest {
  readonly app: TestApp
  readonly sandbox: Sandbox
  /** A connection to one of the sandbox's providers, with its management credentials. */
  connect(provider: ProviderName, fields?: Partial<InputOf<'connections.add'>['fields']>): Promise<ConnectionId>
  secretOf(id: KeyId): Promise<string>
  link(id: KeyId): Promise<NonNullable<OutputOf<'remote.get'>['link']>>
  /** Lets minutes go by, while nothing is asked of a provider, until `until` holds. */
  inTime(until: () => Promise<boolean>): Promise<void>
  close(): Promise<void>
}

/** The app with an unlocked vault beside the sandbox; both live by one clock. */
export async function openProviders(
  only?: readonly ProviderName[],
  { askPasswordAgainMinutes = 60, ...options }: AppOptions & { askPasswordAgainMinutes?: number } = {}
): Promise<ProvidersTest> {
  const clock = options.clock ?? createManualClock()
  const sandbox = await startSandbox({ clock, ...(only === undefined ? {} : { providers: only }) })
  const app = await openApp({ autoLockMinutes: 0, askPasswordAgainMinutes }, undefined, { ...options, clock })
  await app.call('vault.create', { password: PASSWORD, hint: '' })
  let busy = false
  // The client waits to stay below the provider's rate, and before it asks again; here the waits cost nothing.
  app.app.onEvent((event) => {
    if (event.name !== 'work.changed') return
    busy = event.payload.items.length > 0
    for (const { waitsFor, waitsUntil } of event.payload.items) {
      if (waitsFor === null || waitsUntil === null) continue
      setImmediate(() => {
        clock.pass(Math.max(0, Date.parse(waitsUntil) - clock.nowMs()))
      })
    }
  })
  return {
    app,
    sandbox,
    async connect(provider, fields = {}) {
      const { baseUrl, credentials } = sandbox.providers[provider]
      const { id } = await app.call('connections.add', {
        connectorId: provider,
        fields: { name: `${provider} test`, baseUrl, ...fields },
        credentials: { ...credentials }
      })
      return id
    },
    async secretOf(id) {
      return (await app.call('keys.reveal', { id })).secret
    },
    async link(id) {
      const { link } = await app.call('remote.get', { id })
      if (link === null) throw new Error('not tied')
      return link
    },
    async inTime(until) {
      let turn = 0
      await settle(async () => {
        turn += 1
        if (!busy && turn % 50 === 0) clock.pass(60_000)
        return until()
      })
    },
    async close() {
      await app.close()
      await sandbox.close()
    }
  }
}

/** Lets what was started run until `until` holds; waits on nothing but the event loop. */
export async function settle(until: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 5_000; turn += 1) {
    if (await until()) return
    await soon()
  }
  throw new Error('never settled')
}
