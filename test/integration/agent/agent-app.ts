import { startAgentServer, type AgentServer } from '@main/node/agent-server'
import type { GrantRequest } from '@contract/model/grant'
import packageJson from '../../../package.json'
import { openApp, PASSWORD, type AppOptions, type TestApp } from '../app/open-app'

export interface AgentApp extends TestApp {
  readonly server: AgentServer
  /** The next request that is waiting in the window. */
  asked(): Promise<GrantRequest>
  /** Answers the next request as somebody in the window would. */
  allow(how?: { minutes?: number; scope?: 'asked' | 'all' }): Promise<GrantRequest>
  deny(): Promise<GrantRequest>
}

/** The app as it runs behind the window, unlocked, with two keys, and its socket in its own home folder. */
export async function openAgentApp(options: AppOptions = {}): Promise<AgentApp> {
  const test = await openApp({ autoLockMinutes: 0 }, undefined, options)
  await test.call('vault.create', { password: PASSWORD })
  for (const name of ['ci-token', 'billing']) {
    await test.call('keys.add', {
      fields: { name, envName: name.toUpperCase().replace('-', '_') },
      secret: `sk-canary-${name}-0123456789`
    })
  }
  const server = await startAgentServer({
    home: test.home,
    kind: 'app',
    version: packageJson.version,
    door: test.app.agent,
    log: test.log,
    env: {}
  })

  async function asked(): Promise<GrantRequest> {
    for (;;) {
      const [first] = (await test.call('grants.pending', {})).items
      if (first !== undefined) return first
      await new Promise<void>((resolve) => {
        const stop = test.app.onEvent((event) => {
          if (event.name !== 'grants.changed' || event.payload.pending === 0) return
          stop()
          resolve()
        })
      })
    }
  }

  return {
    ...test,
    server,
    asked,
    async allow(how = {}) {
      const request = await asked()
      await test.call('grants.answer', { id: request.id, allow: true, ...how })
      return request
    },
    async deny() {
      const request = await asked()
      await test.call('grants.answer', { id: request.id, allow: false })
      return request
    },
    async close() {
      await server.stop()
      await test.close()
    }
  }
}
