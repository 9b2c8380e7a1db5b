import type { Page } from '@playwright/test'
import { addKey, contentOf, createVault } from './drive'
import { expect, test } from './keyquay'

const CANARY = 'sk_canary_9d2e7c1b5f8a3d6e0c4b'
const NAME = 'canary-named-key'
const NOTE = 'canary-note-of-the-key'

/** Everything the page's engine holds, as text: strings, code, and what nobody refers to any more once collected. */
async function heap(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page)
  const chunks: string[] = []
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await cdp.detach()
  return chunks.join('')
}

/** What the page could leave behind. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
      await indexedDB.databases(),
      performance.getEntries().map(({ name }) => name)
    ])
  )

test('after a lock neither heap nor page nor storage holds a value, a name or the password', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  await createVault(page)
  await addKey(page, { name: NAME, secret: CANARY })
  await page.evaluate(
    async ({ name, notes }) => {
      const found = await window.keyquay['keys.find']({ name })
      if (found.ok) await window.keyquay['keys.edit']({ id: found.value.id, fields: { notes } })
    },
    { name: NAME, notes: NOTE }
  )

  await test.step('what is open now is there to be found: the search finds', async () => {
    await page.getByRole('button', { name: 'Reveal', exact: true }).click()
    await expect(page.getByText(CANARY)).toBeVisible()
    const open = await heap(page)
    expect(open).toContain(CANARY)
    expect(open).toContain(NOTE)
  })

  await test.step('the palette, a search and a dialog leave traces too', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Command palette' }).fill('canary-n')
    await expect(page.getByRole('dialog').getByText(NAME)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('canary-named')
    await page.keyboard.press('Control+n')
    await page.getByRole('dialog').getByLabel('Secret', { exact: true }).fill(`${CANARY}-typed`)
    await page.keyboard.press('Escape')
  })

  // With the form for a new key still open.
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await page.waitForLoadState('load')
  const traces = /canary|lantern orbit/
  expect(await contentOf(page)).not.toMatch(traces)
  expect(await stored(page)).not.toMatch(traces)
  const after = await heap(page)
  expect(after.length).toBeGreaterThan(100_000)
  for (const trace of [CANARY, NAME, NOTE, 'lantern orbit', 'canary-named'])
    expect(after.includes(trace), trace).toBe(false)
})
