import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { readTrace, straceTo, whyNotTraced } from '../fixtures/network-trace.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { createVault } from './drive'
import { expect, test } from './keyquay'
import { aDozen, seedKeys } from './keys'

/**
 * Chromium asks the kernel whether there is a way to this address, with a socket over which nothing is sent
 * (net/dns/host_resolver_manager.cc).
 */
const CHROMIUM_LOOKS_FOR_IPV6 = '2001:4860:4860::8888:443'

test('check 98: the app reaches its provider and nobody else', async ({ home }) => {
  test.slow()
  const standin = process.env.ELECTRON_OVERRIDE_DIST_PATH
  test.skip(standin === undefined, 'which of Electron’s own connections are Chromium’s was not looked at yet')
  test.skip(whyNotTraced !== null, whyNotTraced ?? '')
  const sandbox = await startSandbox({ providers: ['cloudnexus'], samples: true })
  const file = join(home, 'trace')
  const program = join(home, 'traced')
  const words = ['strace', ...straceTo(file), `${standin ?? ''}/electron`].map((word) => `'${word}'`)
  writeFileSync(program, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
  chmodSync(program, 0o755)

  const args = ['.', '--home', join(home, 'vault')]
  const app = await _electron.launch({ executablePath: program, args, colorScheme: null })
  try {
    const page = await app.firstWindow()
    await createVault(page)
    await seedKeys(page, aDozen)
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('billing')
    expect(readTrace(file).reached.filter((address) => address !== CHROMIUM_LOOKS_FOR_IPV6)).toEqual([])

    const { baseUrl, credentials } = sandbox.providers.cloudnexus
    const listed = await page.evaluate(
      async ({ baseUrl, credentials }) => {
        const fields = { name: 'Production', baseUrl }
        const added = await window.keyquay['connections.add']({ connectorId: 'cloudnexus', fields, credentials })
        if (!added.ok) throw new Error(added.error.code)
        const keys = await window.keyquay['connections.keys']({ id: added.value.id })
        return keys.ok
      },
      { baseUrl, credentials: { ...credentials } }
    )
    expect(listed).toBe(true)
    await app.close()
    const { reached } = readTrace(file)
    expect(reached.filter((address) => address !== CHROMIUM_LOOKS_FOR_IPV6)).toEqual([new URL(baseUrl).host])
  } finally {
    await app.close()
    await sandbox.close()
  }
})
