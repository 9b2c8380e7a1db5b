import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Manifest } from '@main/connectors/manifest'
import type { Operation } from '@main/connectors/manifest/operation'
import { parseManifest } from '@main/connectors/manifest/parse'
import { readBuiltIn } from './bench'

const folder = new URL('../../../resources/connectors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'manifest.schema.json')
const five = ['cloudoora', 'cloudapi', 'cloudnexus', 'cloudcasa', 'cloodot']

describe('manifests that come with Keyquay', () => {
  test('are six', () => {
    expect(files.map((file) => file.replace('.json', ''))).toEqual([...five, 'npm-registry'].sort())
  })

  it.each(files)('%s fits the format and is named after its id', (file) => {
    const parsed = parseManifest(readFileSync(new URL(file, folder), 'utf8'))
    expect('problems' in parsed ? parsed.problems : []).toEqual([])
    expect(readBuiltIn(file.replace('.json', '')).id).toBe(file.replace('.json', ''))
  })

  it.each(files)('%s says of each request that is not documented where it comes from', (file) => {
    const operations = operationsOf(readBuiltIn(file.replace('.json', '')))
    const silent = operations.filter(({ provenance, note }) => provenance !== 'documented' && note === '')
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it.each(files)('%s tells its sources, and warns before it reveals and revokes', (file) => {
    const { sourceNotes, kinds } = readBuiltIn(file.replace('.json', ''))
    expect(sourceNotes.length).toBeGreaterThan(3)
    for (const { revealWarning, confirmRevoke } of kinds) expect([revealWarning, confirmRevoke]).not.toContain('')
  })
})

describe('the guided way', () => {
  it.each(five)('%s works by hand: create, rotate, revoke, with the page to open', (id) => {
    const { guided, consoleUrl, kinds } = readBuiltIn(id)
    expect(guided).toBe(true)
    expect(consoleUrl).toMatch(/^https:/)
    for (const { guides } of kinds)
      for (const job of ['create', 'rotate', 'revoke'] as const) {
        expect(guides[job]?.url).toMatch(/^https:/)
        expect(guides[job]?.steps.length).toBeGreaterThan(1)
      }
  })

  it.each([
    ['cloudoora', false],
    ['cloudapi', true],
    ['cloudnexus', true],
    ['cloudcasa', true],
    ['cloodot', false]
  ])('%s: that it has a documented address is %s', (id, isKnown) => {
    expect(readBuiltIn(id).connection.baseUrl !== null).toBe(isKnown)
  })

  it.each([
    ['cloudoora', ['API & Integrations', 'Create New Key', 'label {name}', 'permissions to {scopes}']],
    ['cloudapi', ['dashboard', '{project}', 'sk_live_']],
    ['cloudnexus', ['Developer Console', 'Generate New Key', '{environment}', '{scopes}', '{expiry}', '{ipRanges}']],
    ['cloudcasa', ['New API Key', '{name}', '{description}', 'roles', 'Generate', 'Close']],
    ['cloodot', ['Settings → Developers → API Keys', 'Create Key', '{name}', '{expiry}', 'Copy', 'Done']]
  ])('%s: the steps of creating name %j', (id, words) => {
    const steps = readBuiltIn(id).kinds[0]!.guides.create!.steps.join('\n')
    for (const word of words) expect(steps).toContain(word)
  })

  it.each([
    ['cloudoora', 'Revoke'],
    ['cloudapi', 'cannot be undone'],
    ['cloudnexus', 'Active Tokens'],
    ['cloudcasa', 'remove icon'],
    ['cloodot', 'trash icon']
  ])('%s: the steps of revoking name %s', (id, word) => {
    expect(readBuiltIn(id).kinds[0]!.guides.revoke!.steps.join('\n')).toContain(word)
  })

  test('editing by hand where the pages tell it: CloudNexus and CloudCasa', () => {
    const withEdit = five.filter((id) => readBuiltIn(id).kinds.some(({ guides }) => guides.edit !== undefined))
    expect(withEdit).toEqual(['cloudnexus', 'cloudcasa'])
  })
})

describe('facts of the pages that are words', () => {
  test('Cloudoora: a key is told by its label; every request is an assumption', () => {
    const cloudoora = readBuiltIn('cloudoora')
    expect(cloudoora.kinds[0]!.nameLabel).toBe('Label')
    expect(new Set(operationsOf(cloudoora).map(({ provenance }) => provenance))).toEqual(new Set(['assumed']))
  })

  test('Cloodot: every request is an assumption', () => {
    expect(new Set(operationsOf(readBuiltIn('cloodot')).map(({ provenance }) => provenance))).toEqual(
      new Set(['assumed'])
    )
  })

  test('CloudNexus: "API keys are revealed only once upon creation."', () => {
    expect(readBuiltIn('cloudnexus').kinds[0]!.revealWarning).toBe(
      'API keys are revealed only once upon creation. Store them securely in environment variables or a secrets manager. Never commit them to version control.'
    )
  })

  test('CloudNexus: the address that other pages contradict is the one of this page', () => {
    const { connection, sourceNotes } = readBuiltIn('cloudnexus')
    expect(connection.baseUrl).toBe('https://api.cloudnexus.io/v2')
    expect(sourceNotes.join('\n')).toContain('https://api.cloudnexus.com/v1')
  })

  test('CloudCasa: https://api.cloudcasa.io/api/v1, and JSON asked for and sent with every request', () => {
    const { connection, defaults } = readBuiltIn('cloudcasa')
    expect(connection.baseUrl).toBe('https://api.cloudcasa.io/api/v1')
    expect(defaults).toMatchObject({ accept: 'application/json', headers: { 'content-type': 'application/json' } })
  })
})

function operationsOf({ account, kinds }: Manifest): Operation[] {
  return [account, ...kinds.map((kind) => kind.operations)]
    .flatMap((group) => Object.values<Operation | undefined>(group))
    .filter((operation) => operation !== undefined)
}
