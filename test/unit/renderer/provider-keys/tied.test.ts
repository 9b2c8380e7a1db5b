import { describe, expect, it } from 'vitest'
import type { RemoteLink } from '@contract/model/connection'
import {
  changesBetween,
  toEditValues,
  toRemoteChange
} from '../../../../src-renderer/features/provider-keys/model/changes'
import { offerOf } from '../../../../src-renderer/features/provider-keys/model/offers'
import { toPolicy, toPolicyValues } from '../../../../src-renderer/features/provider-keys/model/policy'
import { isProduction } from '../../../../src-renderer/features/provider-keys/model/production'
import { sampleConnectors } from '../../../fakes/window/sample-connectors.ts'
import { CONNECTION, kindOf, sampleDetails } from './kinds.ts'

const saved = sampleDetails('Production backend')
const connector = sampleConnectors.find(({ id }) => id === 'cloudnexus')!
const link: RemoteLink = {
  keyId: saved.id,
  connectionId: CONNECTION,
  connectionName: 'Compute',
  connectorId: 'cloudnexus',
  kind: 'key',
  mode: 'api',
  remoteId: 'key_1',
  origin: 'created',
  policy: { kind: 'by-hand' },
  seenAt: null,
  missing: false,
  forgetsSecret: false
}
const tied = { saved, link, kind: kindOf('cloudnexus'), connector, speaks: true }

describe('what is offered for a tied key', () => {
  it('follows the manifest', () => {
    expect(offerOf('verify', tied)).toBe('offered')
    expect(offerOf('edit', tied)).toBe('offered')
    expect(offerOf('renew', tied)).toBe('not-offered')
    expect(offerOf('disable', tied)).toBe('not-offered')
    expect(offerOf('edit', { ...tied, kind: { ...tied.kind, editable: [] } })).toBe('not-offered')
  })

  it('follows how the key stands', () => {
    const revoked = { ...tied, saved: { ...saved, state: 'revoked' as const } }
    expect(offerOf('rotate', revoked)).toBe('not-now')
    expect(offerOf('revoke', revoked)).toBe('not-now')
    expect(offerOf('untie', revoked)).toBe('offered')
    expect(offerOf('verify', { ...tied, saved: { ...saved, hasSecret: false } })).toBe('not-now')
    expect(offerOf('enable', tied)).toBe('not-now')
  })

  it('sends nothing by hand', () => {
    const byHand = { ...tied, speaks: false, link: { ...link, mode: 'guided' as const, remoteId: null } }
    expect(offerOf('verify', byHand)).toBe('not-offered')
    expect(offerOf('sync', byHand)).toBe('not-offered')
    expect(offerOf('edit', byHand)).toBe('offered')
    expect(offerOf('revoke', byHand)).toBe('offered')
  })
})

describe('changes at the provider', () => {
  it('hold what goes and what comes, of the fields that may change', () => {
    const values = {
      ...toEditValues(saved),
      name: 'other',
      scopes: ['compute:read', 'billing:read'],
      ipRanges: '10.0.0.1'
    }
    const changes = changesBetween(saved, values, ['scopes', 'ipRanges'])
    expect(changes).toEqual([
      { field: 'scopes', added: ['billing:read'], removed: ['storage:write', 'network:admin'] },
      { field: 'ipRanges', added: ['10.0.0.1'], removed: [] }
    ])
    expect(toRemoteChange(values, changes)).toEqual({
      scopes: ['compute:read', 'billing:read'],
      ipRanges: ['10.0.0.1']
    })
  })

  it('are none when only the order or the spaces differ', () => {
    const values = { ...toEditValues(saved), name: ` ${saved.name} `, scopes: saved.scopes.toReversed() }
    expect(changesBetween(saved, values, ['name', 'scopes'])).toEqual([])
  })
})

describe('a rotation policy', () => {
  it('is read into its form and back', () => {
    for (const policy of [
      { kind: 'by-hand' },
      { kind: 'remind', everyDays: 30 },
      { kind: 'automatic', everyDays: 60, beforeExpiryDays: null, revokeAtEnd: true },
      { kind: 'automatic', everyDays: null, beforeExpiryDays: 5, revokeAtEnd: false }
    ] as const) {
      expect(toPolicy(toPolicyValues(policy))).toEqual(policy)
    }
  })

  it('is none while its number is missing or out of reach', () => {
    const values = toPolicyValues({ kind: 'remind', everyDays: 30 })
    expect(toPolicy({ ...values, remindDays: '' })).toBeNull()
    expect(toPolicy({ ...values, remindDays: 4_000 })).toBeNull()
    expect(toPolicy({ ...values, kind: 'automatic', by: 'expiry', expiryDays: 400 })).toBeNull()
  })
})

describe('a key in production', () => {
  it('is told by its environment or a tag, as a word of its own', () => {
    const marked = (environment: string | null, tags: string[] = []) => isProduction({ environment, tags })
    expect(marked('prod')).toBe(true)
    expect(marked('Production')).toBe(true)
    expect(marked('eu-live-2')).toBe(true)
    expect(marked(null, ['backend', 'prod'])).toBe(true)
    expect(marked('staging', ['products', 'delivery'])).toBe(false)
  })
})
