import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenVault } from '../../../src-main/ports/vault-store'
import { toSearchQuery, toSortName } from '../../../src-main/store/search-text'
import { auditDraft, hostInThread, newKey, NOW, PASSWORD, query, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

describe('search', () => {
  const home = temporaryFolder()
  let vault: OpenVault

  beforeAll(async () => {
    vault = await hostInThread(home.folder).create({ password: utf8(PASSWORD), hint: '' })
    const keys = [
      newKey({ name: 'Stripe live', provider: 'stripe', envName: 'STRIPE_SECRET_KEY', tags: ['billing'] }),
      newKey({ name: 'Übersetzer', description: 'DeepL for the "docs" site', notes: 'owner: José' }),
      newKey({ name: 'repo-bot', scopes: ['repo:read', 'workflow'] })
    ]
    await vault.store.keys.addMany(keys, auditDraft('vault.imported'))
  })

  afterAll(async () => {
    await vault.close()
    home.remove()
  })

  const found = async (text: string): Promise<string[]> =>
    (await vault.store.keys.page(query({ text }), NOW)).items.map((item) => item.name)

  it.each([
    ['st', ['Stripe live']],
    ['stripe sec', ['Stripe live']],
    ['LIVE stri', ['Stripe live']],
    ['billing', ['Stripe live']],
    ['secret_k', ['Stripe live']],
    ['uber', ['Übersetzer']],
    ['jose', ['Übersetzer']],
    ['"docs"', ['Übersetzer']],
    ['repo:re', ['repo-bot']],
    ['repo-b', ['repo-bot']],
    ['workflow AND', []],
    ['nothing', []],
    ['tripe', []]
  ])('finds %j as it is typed', async (text, names) => {
    expect(await found(text)).toEqual(names)
  })

  it.each(['', '  ', '-', '"', '*'])('shows everything for %j', async (text) => {
    expect(await found(text)).toHaveLength(3)
  })

  it('takes any text without an error', async () => {
    const pieces = fc.constantFrom('"', '*', '(', ')', ':', '^', '-', '+', 'AND', 'OR', 'NOT', 'NEAR(', 'name:', ' ', '\0', '\ud800', 'é', '漢', '{', "'", ';')
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')))
    await fc.assert(fc.asyncProperty(typed, async (text) => { await found(text) }), { numRuns: 500 })
  })

  it('quotes every word', () => {
    expect(toSearchQuery('a "b" c*')).toBe('"a"* """b"""* "c*"*')
    expect(toSearchQuery(' ** ')).toBeNull()
  })

  it('sorts names without regard to case and accents', () => {
    expect(toSortName('Éclair')).toBe(toSortName('eclair'))
  })
})
