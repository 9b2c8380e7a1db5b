import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { makeVault } from '../integration/cli/run-kq.ts'
import { openKeyquay, PASSWORD, type Keyquay } from './drive'

interface Fixtures {
  home: string
  keyquay: Keyquay
}

/** A spec with the app open on an empty home. It fails when the page complained. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'keyquay-e2e-'))
    await use(home)
    rmSync(home, { recursive: true, force: true })
  },
  keyquay: async ({ home }, use) => {
    const keyquay = await openKeyquay(home)
    await use(keyquay)
    await keyquay.app.close()
    expect(keyquay.complaints).toEqual([])
  }
})

/** A spec whose home has a vault already, which `openVault` opens: to make one takes as long as the spec itself. */
export const testOfVault = test.extend<object, { madeVault: string }>({
  madeVault: [
    // eslint-disable-next-line no-empty-pattern -- see above
    async ({}, use) => {
      const made = mkdtempSync(join(tmpdir(), 'keyquay-made-'))
      await makeVault(made, PASSWORD)
      await use(join(made, 'vault'))
      rmSync(made, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ],
  home: async ({ home, madeVault }, use) => {
    cpSync(madeVault, join(home, 'vault'), { recursive: true })
    await use(home)
  }
})

export { expect }
