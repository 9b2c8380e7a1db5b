import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { envName } from '@contract/model/base'
import { keyChange, keyFields } from '@contract/model/key'
import { isEnvName, suggestEnvName } from '../../../src-renderer/ui/env-name'
import {
  changesIn,
  emptyKeyForm,
  expiresAtOf,
  problemsIn,
  toDraft,
  toFormValues
} from '../../../src-renderer/features/keys/form/key-form'
import { recogniseProvider } from '../../../src-renderer/features/keys/form/providers'
import { sampleVault } from '../../fakes/window/sample-keys'

const NOW = Date.UTC(2026, 10, 20, 9)

describe('the suggested env name', () => {
  it.each([
    ['ci-token', 'CI_TOKEN'],
    ['Production backend (EU)', 'PRODUCTION_BACKEND_EU'],
    ['stripeSecretKey', 'STRIPE_SECRET_KEY'],
    ['2nd key', '_2ND_KEY'],
    ['Schlüssel für Größe', 'SCHLUSSEL_FUR_GROSSE'],
    ['🔑', '']
  ])('makes %s into %s', (name, expected) => {
    expect(suggestEnvName(name)).toBe(expected)
  })

  it('is empty or a name that every shell accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const suggested = suggestEnvName(name)
        expect(suggested === '' || (isEnvName(suggested) && envName.safeParse(suggested).success)).toBe(true)
      })
    )
  })

  it('holds the same rule as the contract', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 140 }), (text) => {
        expect(isEnvName(text)).toBe(envName.safeParse(text).success)
      })
    )
  })
})

describe('provider recognition', () => {
  it.each([
    ['sk_live_2f7a', 'CloudAPI'],
    ['cap_1', 'CloudAPI'],
    ['cnx_prod_8xK9', 'CloudNexus'],
    ['clo_J6yH', 'Cloodot'],
    ['npm_8xK9', 'npm'],
    ['github_pat_11A', 'GitHub'],
    ['ghp_8xK9', 'GitHub'],
    ['sk-ant-api', 'Anthropic'],
    ['  ghp_8xK9', 'GitHub'],
    ['nothing known', null]
  ])('reads %s as %s', (secret, provider) => {
    expect(recogniseProvider(secret)).toBe(provider)
  })
})

describe('the key form', () => {
  const saved = sampleVault(NOW)[0]!.details

  it('sends only what the contract takes', () => {
    const draft = toDraft({ ...emptyKeyForm, name: ' ci ', provider: ' ', expiry: '30d' }, NOW)
    expect(keyFields.parse(draft)).toMatchObject({
      name: 'ci',
      provider: null,
      envName: null,
      expiresAt: '2026-12-20T09:00:00.000Z'
    })
  })

  it('says what has to be put right', () => {
    expect(problemsIn({ ...emptyKeyForm, envName: '1X', expiry: 'date' })).toEqual({
      name: 'nameNeeded',
      envName: 'envNameRule',
      expiryDate: 'dateNeeded'
    })
    expect(problemsIn({ ...emptyKeyForm, name: 'ci' })).toEqual({})
  })

  it('lets a chosen day last to its end', () => {
    const expiresAt = expiresAtOf({ expiry: 'date', expiryDate: '2027-01-24' }, NOW)
    expect(new Date(expiresAt ?? 0).getHours()).toBe(23)
    expect(new Date(expiresAt ?? 0).getDate()).toBe(24)
  })

  it('sends nothing when nothing was changed', () => {
    expect(changesIn(toFormValues(saved), saved, NOW)).toEqual({})
  })

  it('sends only the fields that were changed', () => {
    const changes = changesIn({ ...toFormValues(saved), name: 'ci', tags: ['ci'] }, saved, NOW)
    expect(changes).toEqual({ name: 'ci', tags: ['ci'] })
    expect(keyChange.parse(changes)).toEqual(changes)
  })

  it('sends null for an expiry that was taken away', () => {
    expect(changesIn({ ...toFormValues(saved), expiry: 'never' }, saved, NOW)).toEqual({ expiresAt: null })
  })
})
