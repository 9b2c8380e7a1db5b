import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { violations } from './axe'
import { openVault } from './drive'
import { expect, testOfVault as test } from './keyquay'

const before = process.env.HOME
let person: string
let place: string

test.skip(
  process.platform !== 'linux',
  'installs into the home folder of a person made up for it, which is Linux’s to choose'
)
test.beforeEach(() => {
  person = mkdtempSync(join(tmpdir(), 'keyquay-person-'))
  place = join(person, '.local', 'bin', 'kq')
  process.env.HOME = person
})
test.afterEach(() => {
  process.env.HOME = before
  rmSync(person, { recursive: true, force: true })
})

test('kq is installed from the settings, works, and is taken away again', async ({ keyquay: { page } }) => {
  await openVault(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  const terminals = page.getByRole('region', { name: 'Terminals' })
  await terminals.getByRole('button', { name: 'Install kq' }).click()
  await expect(terminals.getByText(`${place} starts the kq of this Keyquay.`)).toBeVisible()
  await expect(terminals.getByText(`export PATH="${dirname(place)}:$PATH"`)).toBeVisible()
  expect(await violations(page)).toEqual([])

  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const started = spawnSync(place, ['--version'], { encoding: 'utf8', cwd: person })
  expect(started).toMatchObject({ status: 0, stdout: `${version}\n` })
  expect(readlinkSync(place)).toBe(join(process.cwd(), 'tools', 'kq'))

  await terminals.getByRole('button', { name: 'Remove kq' }).click()
  await expect(terminals.getByText(`Puts kq at ${place}, for your terminals.`)).toBeVisible()
  expect(existsSync(place)).toBe(false)
})

test('a kq of somebody else stays, whoever asks', async ({ keyquay: { page } }) => {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, 'theirs')
  await openVault(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('textbox', { name: 'Command palette' }).fill('install kq')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${place} is there already and is not Keyquay’s.`)).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('button', { name: 'Install kq' })).toBeDisabled()
  expect(readFileSync(place, 'utf8')).toBe('theirs')
})
