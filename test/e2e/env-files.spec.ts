import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import type { Sandbox } from '../sandbox/types.ts'
import { violations } from './axe'
import { addKey, clipboardText, openVault } from './drive'
import { expect, testOfVault as base } from './keyquay'

const test = base.extend<{ sandbox: Sandbox }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ samples: true })
    await use(sandbox)
    await sandbox.close()
  }
})

// axe looks at every screen twice, which takes longer than the screen itself.
test.slow()

const SECRET = 'cap_canary7a9c1e5b8d3f6a0c4e7b1d5'
const BY_HAND = 'cap_canaryhand8e1f4b7c0d3a6e9f2b5c'
const OTHER = 'ghp_canaryother4Kd81mQzXw7Pv2Rt9Ly5Bn0C'

/** Answers the system's next file dialog, which only the stand-in lets a spec do. */
function answerDialog(app: ElectronApplication, answer: { filePath?: string; filePaths?: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

function folderIn(home: string, name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(home, name)
  mkdirSync(folder)
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text, { mode: 0o600 })
  return folder
}

const asRepository = (folder: string): Buffer => execFileSync('git', ['init', '--quiet', folder])
const text = (folder: string, path = '.env'): string => readFileSync(join(folder, path), 'utf8')

/** Somebody comes back to the window. */
function lookAgain(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.dispatchEvent(new Event('focus'))
  })
}

test('a key is written to an env file, put back, and put right after a hand edit', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  const before = '# the API\nAPI_URL=https://example.test\n'
  const folder = folderIn(home, 'api', { '.env': before })
  asRepository(folder)
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET, envName: 'CI_TOKEN' })
  const part = page.getByRole('region', { name: 'Env files' })
  const dialog = page.getByRole('dialog')
  const after = `${before}CI_TOKEN='${SECRET}'\n`

  await test.step('the change is shown masked, with what git would do', async () => {
    await expect(part.getByText('No env file holds this key.')).toBeVisible()
    await part.getByRole('button', { name: 'Write…' }).click()
    await expect(dialog.getByLabel('Name in the file')).toHaveValue('CI_TOKEN')
    expect(await violations(page), 'where to write').toEqual([])
    await answerDialog(app, { filePaths: [join(folder, '.env')] })
    await dialog.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(dialog.getByText('Adds CI_TOKEN as line 3.')).toBeVisible()
    await expect(dialog.getByRole('region', { name: 'What changes in the file' })).toContainText('CI_TOKEN=')
    await expect(dialog.getByText('Git does not ignore this file')).toBeVisible()
    expect(await page.content()).not.toContain('canary')
    expect(await violations(page), 'the change').toEqual([])
    await dialog.getByRole('button', { name: 'Add /.env to .gitignore' }).click()
    await expect(dialog.getByText('Git ignores this file')).toBeVisible()
    expect(text(folder, '.gitignore')).toBe('/.env\n')
    expect(text(folder)).toBe(before)
  })

  await test.step('it is written, and undone to the byte', async () => {
    await dialog.getByRole('button', { name: 'Write', exact: true }).click()
    await expect(page.getByText('CI_TOKEN written to .env')).toBeVisible()
    expect(text(folder)).toBe(after)
    await expect(part.getByText('In step')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('.env is as it was')).toBeVisible()
    expect(text(folder)).toBe(before)
  })

  await test.step('it is written with the keyboard alone', async () => {
    await part.getByRole('button', { name: 'Write…' }).focus()
    await page.keyboard.press('Enter')
    await answerDialog(app, { filePaths: [join(folder, '.env')] })
    await expect(dialog.getByLabel('Name in the file')).toBeFocused()
    await dialog.getByRole('button', { name: 'Choose a file…' }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Write', exact: true })).toBeEnabled()
    await dialog.getByRole('button', { name: 'Write', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(part.getByText('In step')).toBeVisible()
    expect(text(folder)).toBe(after)
  })

  await test.step('an edit by hand is shown, and written over', async () => {
    writeFileSync(join(folder, '.env'), after.replace(SECRET, BY_HAND))
    await lookAgain(page)
    await expect(part.getByText('File changed')).toBeVisible()
    expect(await violations(page), 'drift').toEqual([])
    await part.getByRole('button', { name: 'Write again' }).click()
    await expect(part.getByText('In step')).toBeVisible()
    expect(text(folder)).toBe(after)
  })

  await test.step('or taken into the vault', async () => {
    writeFileSync(join(folder, '.env'), after.replace(SECRET, BY_HAND))
    await lookAgain(page)
    await part.getByRole('button', { name: 'Take from file…' }).click()
    await expect(dialog.getByRole('button', { name: 'Take from file' })).toBeVisible()
    expect(await violations(page), 'take from a file').toEqual([])
    await dialog.getByRole('button', { name: 'Take from file' }).click()
    await expect(part.getByText('In step')).toBeVisible()
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => clipboardText(app)).toBe(BY_HAND)
    expect(await page.content()).not.toContain('canary')
  })
})

test('a folder becomes a project: its secrets are adopted, its files compared, an example made', async ({
  keyquay,
  home
}) => {
  const { app, page } = keyquay
  const folder = folderIn(home, 'shop', {
    '.env': `GITHUB_TOKEN=${OTHER}\nLOG_LEVEL=debug\nAPI_SECRET=${SECRET}\n`,
    '.env.staging': `GITHUB_TOKEN=${OTHER}\nLOG_LEVEL=info\n`
  })
  await openVault(page)

  await test.step('the empty screen says what it is for', async () => {
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('heading', { name: 'No projects yet' })).toBeVisible()
    expect(await violations(page), 'no projects').toEqual([])
  })

  await test.step('its secrets stand chosen and are adopted', async () => {
    await answerDialog(app, { filePaths: [folder] })
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(page.getByRole('heading', { name: 'shop' })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Choose API_SECRET' })).toBeChecked()
    expect(await page.content()).not.toContain('canary')
    expect(await violations(page), 'found secrets').toEqual([])
    await page.getByRole('button', { name: 'Adopt and bind' }).click()
    await expect(page.getByText(/names adopted and bound/)).toBeVisible()
    await expect(page.getByText('In step').first()).toBeVisible()
    expect(text(folder)).toContain(`API_SECRET=${SECRET}`)
    expect(await violations(page), 'bound names').toEqual([])
  })

  await test.step('what one file lacks is seen', async () => {
    await page.getByRole('tab', { name: 'Compare' }).click()
    const row = page.getByRole('row', { name: /API_SECRET/ })
    await expect(row.getByText('Missing')).toBeVisible()
    await expect(page.getByRole('row', { name: /GITHUB_TOKEN/ }).getByText('Value A')).toHaveCount(2)
    await expect(page.getByRole('row', { name: /LOG_LEVEL/ }).getByText('Value B')).toBeVisible()
    expect(await violations(page), 'compared').toEqual([])
  })

  await test.step('an example holds the names and no value', async () => {
    await page.getByRole('button', { name: 'Make .env.example…' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Writes every name without its value.')).toBeVisible()
    expect(await violations(page), 'make an example').toEqual([])
    await dialog.getByRole('button', { name: 'Write', exact: true }).click()
    await expect(dialog).toBeHidden()
    expect(text(folder, '.env.example')).toContain('API_SECRET=')
    expect(text(folder, '.env.example')).not.toContain('canary')
  })

  await test.step('the list tells how it stands, and what was written', async () => {
    writeFileSync(join(folder, '.env'), text(folder).replace(SECRET, BY_HAND))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'shop', exact: true })).toBeFocused()
    await lookAgain(page)
    await expect(page.getByRole('row', { name: /shop/ }).getByText('File changed')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Recent writes' })).toBeVisible()
    expect(await violations(page), 'the list').toEqual([])
  })
})

test('a scan finds a secret of the vault and one of a known kind, and says when there is none', async ({
  keyquay,
  home
}) => {
  const { app, page } = keyquay
  const folder = folderIn(home, 'tool', {
    'config.ts': `export const retries = 3\nexport const token = '${SECRET}'\n`,
    'seed.sh': `curl -H "Authorization: Bearer ${['ghp', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('_')}"\n`
  })
  const clean = folderIn(home, 'clean', { 'index.ts': 'export const answer = 42\n' })
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET, envName: 'CI_TOKEN' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+p')

  await test.step('both are found, with their lines', async () => {
    await answerDialog(app, { filePaths: [folder] })
    await page.getByRole('button', { name: 'Scan a folder…' }).click()
    await expect(page.getByRole('heading', { name: '2 secrets lie where they do not belong' })).toBeVisible()
    const finds = page.getByRole('list', { name: 'Secrets where they do not belong' })
    await expect(finds.getByText('config.ts:2')).toBeVisible()
    await expect(finds.getByText('seed.sh:1')).toBeVisible()
    await expect(finds.getByText(/A value of this vault/)).toBeVisible()
    expect(await page.content()).not.toContain('canary')
    expect(await violations(page), 'finds').toEqual([])
  })

  await test.step('a clean folder is said to be clean', async () => {
    await page.keyboard.press('Escape')
    await answerDialog(app, { filePaths: [clean] })
    await page.getByRole('button', { name: 'Scan a folder…' }).click()
    await expect(page.getByRole('heading', { name: 'No secret lies where it does not belong' })).toBeVisible()
    expect(await violations(page), 'clean').toEqual([])
  })
})

test('a key made at a provider reaches the program that reads its env file, before and after a rotation', async ({
  keyquay,
  home,
  sandbox
}) => {
  const { app, page } = keyquay
  const { cloudnexus } = sandbox.providers
  const folder = folderIn(home, 'service', { '.env': 'PORT=8080\n' })
  const dialog = page.getByRole('dialog')
  const read = (): string =>
    execFileSync(process.execPath, ['--env-file=.env', '-p', 'process.env.METRICS_READER'], {
      cwd: folder,
      encoding: 'utf8'
    }).trim()
  await openVault(page)
  await page.evaluate(
    async ({ baseUrl, credentials }) => {
      const fields = { name: 'Compute', mode: 'api' as const, baseUrl }
      const answer = await window.keyquay['connections.add']({ connectorId: 'cloudnexus', fields, credentials })
      if (!answer.ok) throw new Error(answer.error.code)
    },
    { baseUrl: cloudnexus.baseUrl, credentials: { ...cloudnexus.credentials } }
  )

  await test.step('it is created, and written where it is shown once', async () => {
    await page.getByRole('button', { name: 'More ways to add keys' }).click()
    await page.getByRole('menuitem', { name: 'Create at provider…' }).click()
    await dialog.getByLabel('Name', { exact: true }).fill('metrics-reader')
    await dialog.getByRole('combobox', { name: 'Environment' }).click()
    await page.getByRole('option', { name: 'Development' }).click()
    await dialog.getByRole('checkbox', { name: 'compute:read' }).check()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await expect(dialog.getByLabel('Env name')).toBeVisible()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await dialog.getByRole('button', { name: 'Write to env file…' }).click()
    const write = page.getByRole('dialog', { name: 'Write metrics-reader to an env file' })
    await expect(write.getByLabel('Name in the file')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(write).toBeHidden()
    await dialog.getByRole('button', { name: 'Write to env file…' }).click()
    await write.getByLabel('Name in the file').fill('METRICS_READER')
    await answerDialog(app, { filePaths: [join(folder, '.env')] })
    await write.getByRole('button', { name: 'Choose a file…' }).click()
    await write.getByRole('button', { name: 'Write', exact: true }).click()
    await expect(write).toBeHidden()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
  })

  const first = read()
  expect(first).toMatch(/^cnx_dev_/)
  expect(cloudnexus.useKey(first)).toBe(200)

  await test.step('a rotation writes the new value and says so', async () => {
    await page.getByRole('button', { name: 'Rotate', exact: true }).click()
    await expect(dialog.getByText('METRICS_READER')).toBeVisible()
    await dialog.getByRole('button', { name: 'Start rotation' }).click()
    await dialog.getByRole('button', { name: 'Go on with the rotation' }).click()
    await expect(dialog.getByText('Written', { exact: true })).toBeVisible()
  })

  const second = read()
  expect(second).toMatch(/^cnx_dev_/)
  expect(second).not.toBe(first)
  expect(cloudnexus.useKey(second)).toBe(200)
  expect(text(folder)).toMatch(/^PORT=8080\n/)
})
