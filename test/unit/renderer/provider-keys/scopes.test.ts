import { describe, expect, it } from 'vitest'
import {
  adminAmong,
  isPreset,
  narrowed,
  narrowerChoices,
  searchScopes,
  toggled,
  withFetched
} from '../../../../src-renderer/features/provider-keys/model/scopes'
import { kindOf } from './kinds.ts'

const { scopes } = kindOf('cloudnexus')

describe('scopes', () => {
  it('are searched in names and sentences, every word', () => {
    expect(searchScopes(scopes.catalogue, 'vm instances').map(({ id }) => id)).toEqual(['compute:read'])
    expect(searchScopes(scopes.catalogue, '')).toHaveLength(scopes.catalogue.length)
    expect(searchScopes(scopes.catalogue, 'nothing')).toEqual([])
  })

  it('warn of power over the account, in the provider’s words', () => {
    expect(adminAmong(['compute:read', 'storage:admin'], scopes.catalogue)).toEqual(['storage:admin'])
    expect(adminAmong(['read-write'], kindOf('cloudoora').scopes.catalogue)).toEqual(['Read/Write'])
  })

  it('say where less would do, until it is chosen too', () => {
    expect(narrowerChoices(['compute:write'], scopes.catalogue)).toEqual([
      { chosen: 'compute:write', instead: 'compute:read' }
    ])
    expect(narrowerChoices(['compute:write', 'compute:read'], scopes.catalogue)).toEqual([])
    expect(narrowerChoices(['billing:read'], scopes.catalogue)).toEqual([])
  })

  it('are replaced by the narrowest where only reading was seen', () => {
    expect(narrowed(['compute:write', 'network:read', 'compute:read'], scopes.catalogue)).toEqual([
      'compute:read',
      'network:read'
    ])
    expect(narrowed(['compute:read', 'billing:write'], scopes.catalogue)).toEqual(['compute:read', 'billing:write'])
  })

  it('are one or many as the provider has it', () => {
    expect(toggled({ kind: 'single' }, ['a'], 'b')).toEqual(['b'])
    expect(toggled({ kind: 'list' }, ['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled({ kind: 'list' }, ['a', 'b'], 'a')).toEqual(['b'])
    expect(isPreset(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(isPreset(['a'], ['a', 'b'])).toBe(false)
  })

  it('gain what the provider lists itself, without repetition', () => {
    const more = { id: 'billing:read', label: 'billing:read', description: '', risk: null }
    expect(withFetched(scopes, [more, scopes.catalogue[0]!]).catalogue).toHaveLength(scopes.catalogue.length + 1)
  })
})
