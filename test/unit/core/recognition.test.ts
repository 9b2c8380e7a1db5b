import { describe, expect, it } from 'vitest'
import { holdOf } from '../../../src-main/core/recognition'

const HASH = 'a'.repeat(64)
const left = { vaultId: 'vault', sequence: 7, hash: HASH }
const facts = { left, vaultId: 'vault', isOwnVault: false, entry: { sequence: 7, hash: HASH } }

describe('a vault that was opened', () => {
  it('acts by itself where its trail still holds the entry this computer left it at', () => {
    expect(holdOf(facts)).toBeNull()
  })

  it('acts by itself in Keyquay’s own folder when nothing was ever remembered', () => {
    expect(holdOf({ ...facts, left: 'none', isOwnVault: true, entry: null })).toBeNull()
  })

  it('is new where this computer never met it, or remembers another vault or nothing it can read', () => {
    expect(holdOf({ ...facts, left: 'none', entry: null })).toBe('new')
    expect(holdOf({ ...facts, vaultId: 'another', isOwnVault: true })).toBe('new')
    expect(holdOf({ ...facts, vaultId: null })).toBe('new')
    expect(holdOf({ ...facts, left: null, isOwnVault: true })).toBe('new')
  })

  it('is older where its trail ends before that entry, or has gone another way', () => {
    expect(holdOf({ ...facts, entry: null })).toBe('older')
    expect(holdOf({ ...facts, entry: { sequence: 7, hash: 'b'.repeat(64) } })).toBe('older')
    expect(holdOf({ ...facts, entry: { sequence: 9, hash: HASH }, isOwnVault: true })).toBe('older')
  })
})
