import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import type { ProviderName, Sandbox } from '../sandbox/types.ts'

export const go = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByText(screen, { exact: true }).click()
export const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click()
export const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')

export function answerDialog(app: ElectronApplication, answer: { filePaths: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

/** An account with its keys, made past the window. */
export async function connect(page: Page, sandbox: Sandbox, connectorId: ProviderName, wrong = false): Promise<void> {
  const { baseUrl, credentials } = sandbox.providers[connectorId]
  const given = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, wrong ? 'wrong' : value]))
  await page.evaluate(
    async ({ id: connector, url, credentials: keys }) => {
      const fields = { name: `Account at ${connector}`, mode: 'api' as const, baseUrl: url }
      const added = await window.keyquay['connections.add']({ connectorId: connector, fields, credentials: keys })
      if (!added.ok) throw new Error(added.error.code)
      const { id } = added.value
      await window.keyquay['connections.test']({ id })
      const listed = await window.keyquay['connections.keys']({ id })
      if (!listed.ok) return
      for (const { kind, key } of listed.value.items.slice(0, 3))
        await window.keyquay['connections.adopt']({ id, kind, remoteIds: [key.remoteId] })
    },
    { id: connectorId, url: baseUrl, credentials: given }
  )
}
