import { describe, expect, it } from 'vitest'
import { namedKeys } from '@main/cli/env/named-keys'

describe('keys and their names on the command line', () => {
  it('are KEY or NAME=KEY', () => {
    expect(namedKeys(['ci-token', 'API_KEY=ci token', 'two=a=b', '1X=key', '=odd'], undefined)).toEqual([
      { key: 'ci-token', name: null },
      { key: 'ci token', name: 'API_KEY' },
      { key: 'a=b', name: 'two' },
      { key: '1X=key', name: null },
      { key: '=odd', name: null }
    ])
  })

  it('take --as for a single one that has no name yet', () => {
    expect(namedKeys(['ci-token'], 'API_KEY')).toEqual([{ key: 'ci-token', name: 'API_KEY' }])
    for (const words of [['ci-token', 'mail'], ['A=ci-token']]) {
      expect(() => namedKeys(words, 'API_KEY')).toThrow('NAME=KEY')
    }
  })

  it('are a hundred at most', () => {
    expect(namedKeys(Array<string>(100).fill('ci-token'), undefined)).toHaveLength(100)
    expect(() => namedKeys(Array<string>(101).fill('ci-token'), undefined)).toThrow('100')
  })
})
