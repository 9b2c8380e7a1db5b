import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addKey, clipboardText, createVault, openKeyquay, PASSWORD, unlock } from '../test/e2e/drive.ts'
import { startSandbox } from '../test/sandbox/start-sandbox.ts'
import { chooseRuntime } from './tasks/runtime.mjs'

const OUT = 'demo-out'
const HOME = join(OUT, 'home')
const lines = []
let pictures = 0

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })

/** Says a line to the person and to the transcript. */
function say(line = '') {
  lines.push(line)
  process.stdout.write(`${line}\n`)
}

async function picture(page, name) {
  pictures += 1
  const file = `${String(pictures).padStart(2, '0')}-${name}.png`
  await page.screenshot({ path: join(OUT, file) })
  say(`  ${join(OUT, file)}`)
}

/** Runs kq on the demo's vault as a person would, the password on descriptor 0. */
async function kq(args, input) {
  say(`  $ kq ${args.filter((arg) => !/^(--password-fd|--value-fd|0)$/.test(arg)).join(' ')}`)
  const child = spawn(process.execPath, ['out/main/cli.js', '--home', HOME, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const chunks = []
  for await (const chunk of child.stdout) chunks.push(chunk)
  const code = await new Promise((resolve) => (child.exitCode === null ? child.on('exit', resolve) : resolve(child.exitCode)))
  if (code !== 0) throw new Error(`kq ${args[0]} ended with ${code}`)
  for (const line of Buffer.concat(chunks).toString().trimEnd().split('\n')) say(`  ${line}`)
}

/** An account at a provider; a key of it made, shown once, rotated while the old one lives on, and the old one revoked. */
async function atAProvider() {
  const dialog = page.getByRole('dialog')
  say('\n6. An account is connected: CloudNexus as its page describes it, played on this computer.')
  await page.getByRole('navigation').getByText('Connections', { exact: true }).click()
  await page.getByRole('button', { name: 'Add connection' }).click()
  await dialog.getByPlaceholder('Search providers').fill('CloudNexus')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Account name').fill('Production')
  await dialog.getByLabel('Base URL').fill(nexus.baseUrl)
  await dialog.getByLabel('Management key', { exact: true }).fill(nexus.credentials.apiKey)
  await dialog.getByRole('button', { name: 'Save and test' }).click()
  await dialog.getByText('The connection works.').waitFor()
  await picture(page, 'connected')
  await dialog.getByRole('button', { name: 'Open connection' }).click()
  await page.getByRole('table', { name: 'Keys at the provider' }).getByText('Staging CI/CD').waitFor()
  await picture(page, 'keys-at-the-provider')
  await page.keyboard.press('Escape')

  say('\n7. A key is made there, with two scopes, and shown once.')
  await page.getByRole('navigation').getByText('All keys', { exact: true }).click()
  await page.getByRole('button', { name: 'More ways to add keys' }).click()
  await page.getByRole('menuitem', { name: 'Create at provider…' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('metrics-reader')
  await dialog.getByRole('combobox', { name: 'Environment' }).click()
  await page.getByRole('option', { name: 'Development' }).click()
  await dialog.getByRole('checkbox', { name: 'compute:read' }).check()
  await dialog.getByRole('checkbox', { name: 'network:read' }).check()
  await picture(page, 'create-at-provider')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByLabel('Env name').fill('CNX_KEY')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await dialog.getByText('metrics-reader is made').waitFor()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await picture(page, 'shown-once')
  const value = await clipboardText(app)
  await dialog.getByRole('button', { name: 'Done' }).click()
  if (nexus.useKey(value) !== 200) throw new Error('the provider does not know the key')

  say('\n8. It is rotated: both values work until the old one is revoked.')
  await page.getByRole('grid', { name: 'Keys' }).getByText('metrics-reader', { exact: true }).click()
  await page.getByRole('button', { name: 'Rotate', exact: true }).click()
  await dialog.getByRole('button', { name: 'Start rotation' }).click()
  await dialog.getByRole('button', { name: 'Go on with the rotation' }).click()
  await dialog.getByRole('timer').waitFor()
  await picture(page, 'rotation')
  if (nexus.useKey(value) !== 200) throw new Error('the old value died too early')
  await dialog.getByRole('button', { name: 'Revoke old value…' }).click()
  await page.getByRole('button', { name: 'Revoke old value', exact: true }).click()
  await dialog.getByText('The new value is in use; the old one is gone.').waitFor()
  if (nexus.useKey(value) === 200) throw new Error('the old value still works')
  await picture(page, 'rotated')
}

const runtime = await chooseRuntime()
// Providers on this computer that behave as the real ones' pages say.
const sandbox = await startSandbox({ samples: true })
const nexus = sandbox.providers.cloudnexus
say('# Keyquay, the main job')
say()
say(`Runtime: ${runtime.describe()}. Nothing leaves this computer; the vault lies in ${HOME}.`)

const keyquay = await openKeyquay(HOME)
const { app, page } = keyquay
try {
  await page.setViewportSize({ width: 1280, height: 800 })
  say('\n1. A vault is made.')
  await page.getByRole('button', { name: 'Create vault' }).waitFor()
  await picture(page, 'first-run')
  await createVault(page)

  say('\n2. A key that exists already is added.')
  const secret = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'
  await addKey(page, { name: 'ci-token', secret, envName: 'CLOUDAPI_TOKEN' })
  await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
  await picture(page, 'key')

  say('\n3. It is revealed for half a minute, and hidden.')
  await page.getByRole('button', { name: 'Reveal' }).click()
  await page.getByText(secret).waitFor()
  await picture(page, 'revealed')
  await page.getByRole('button', { name: 'Hide' }).click()

  say('\n4. It is copied; the clipboard is cleared by itself.')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('region', { name: 'Clipboard' }).getByText('ci-token').waitFor()
  if ((await clipboardText(app)) !== secret) throw new Error('the clipboard does not hold the key')
  await picture(page, 'copied')

  say('\n5. The vault is locked; nothing of it stays in the window or on the clipboard.')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByRole('button', { name: 'Unlock' }).waitFor()
  if ((await page.content()).includes('ci-token') || (await clipboardText(app)) !== '') throw new Error('something stayed')
  await picture(page, 'locked')
  await unlock(page)
  await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').waitFor()

  await atAProvider()
} finally {
  await app.close()
}

say('\n9. The same vault in the terminal.')
await kq(['add', 'deploy', '--provider', 'Cloodot', '--expires', '6d', '--password-fd', '0', '--value-fd', '0'], `${PASSWORD}\nclo_8xK9mP2vL5qR7wN3tJ6yH1cZ`)
await kq(['list', '--password-fd', '0'], PASSWORD)

await sandbox.close()
if (keyquay.complaints.length > 0) throw new Error(`the page complained: ${keyquay.complaints.join('; ')}`)
writeFileSync(join(OUT, 'transcript.md'), `${lines.join('\n')}\n`)
say(`\nDone. The transcript is ${join(OUT, 'transcript.md')}.`)
