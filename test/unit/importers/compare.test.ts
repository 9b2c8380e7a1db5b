import type { KeyId } from '@contract/model/base'
import type { KeyDraft } from '@contract/model/key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate } from '@main/importers/candidate'
import { compareImport, type ExistingKey } from '@main/importers/compare'

const fingerprintOf = (secret: string): string => `print of ${secret}`
const candidate = (fields: KeyDraft, secret: string, likelySecret = true): Candidate => ({
  fields,
  secret,
  origin: fields.name,
  likelySecret
})
const existing = (id: string, name: string, secret: string, more: Partial<ExistingKey> = {}): ExistingKey => ({
  id: id as KeyId,
  name,
  provider: null,
  envName: null,
  project: null,
  fingerprint: fingerprintOf(secret),
  ...more
})
const verdicts = (candidates: Candidate[], keys: ExistingKey[]) =>
  compareImport(candidates, keys, fingerprintOf).map(({ verdict, reason, ids }) => [verdict, reason, ...ids])

describe('comparing an import with the vault', () => {
  it('calls a key new, changed or the same', () => {
    const keys = [existing('1', 'A', 'old', { provider: 'github' }), existing('2', 'B', 'b', { provider: 'npm' })]
    const candidates = [
      candidate({ name: 'A', provider: 'github' }, 'new'),
      candidate({ name: 'B', provider: 'npm' }, 'b'),
      candidate({ name: 'C' }, 'c')
    ]
    expect(verdicts(candidates, keys)).toEqual([
      ['changed', null, '1'],
      ['same', null, '2'],
      ['new', null]
    ])
  })

  it('tells equal names of different providers apart, and lets an unknown provider fit', () => {
    const keys = [existing('1', 'token', 'x', { provider: 'github' })]
    expect(verdicts([candidate({ name: 'token', provider: 'gitlab' }, 'y')], keys)).toEqual([['new', null]])
    expect(verdicts([candidate({ name: 'token' }, 'y')], keys)).toEqual([['changed', null, '1']])
  })

  it('finds a key by its env name within its project', () => {
    const keys = [existing('1', 'Main key', 'x', { envName: 'API_KEY', project: 'shop' })]
    const named = (project: string | null) => candidate({ name: 'API_KEY', envName: 'API_KEY', project }, 'y')
    expect(verdicts([named('shop')], keys)).toEqual([['changed', null, '1']])
    expect(verdicts([named('blog')], keys)).toEqual([['new', null]])
  })

  it('leaves a choice between several keys, or several values, to a person', () => {
    const keys = [existing('1', 'A', 'x'), existing('2', 'A', 'y'), existing('3', 'B', 'z')]
    expect(verdicts([candidate({ name: 'A' }, 'new')], keys)).toEqual([['conflicting', null, '1', '2']])
    expect(verdicts([candidate({ name: 'B' }, 'b1'), candidate({ name: 'B' }, 'b2')], keys)).toEqual([
      ['conflicting', null, '3'],
      ['conflicting', null, '3']
    ])
    expect(verdicts([candidate({ name: 'C' }, 'c1'), candidate({ name: 'C' }, 'c2')], keys)).toEqual([
      ['conflicting', null],
      ['conflicting', null]
    ])
  })

  it('knows the one of several keys that holds the value already', () => {
    const keys = [existing('1', 'A', 'x'), existing('2', 'A', 'y')]
    expect(verdicts([candidate({ name: 'A' }, 'y')], keys)).toEqual([['same', null, '2']])
  })

  it('says why it ignores what the vault cannot or should not hold', () => {
    const candidates = [
      candidate({ name: 'A' }, ''),
      candidate({ name: 'B' }, 'é'.repeat(32 * 1024 + 1)),
      candidate({ name: 'C' }, 'nul\0'),
      candidate({ name: 'D' }, 'half \ud800'),
      candidate({ name: 'E' }, '3000', false),
      candidate({ name: 'F' }, 'é'.repeat(32 * 1024)),
      candidate({ name: 'F' }, 'é'.repeat(32 * 1024))
    ]
    expect(verdicts(candidates, [])).toEqual([
      ['ignored', 'empty'],
      ['ignored', 'too-long'],
      ['ignored', 'not-text'],
      ['ignored', 'not-text'],
      ['ignored', 'not-a-secret'],
      ['new', null],
      ['ignored', 'duplicate']
    ])
  })

  it('answers for each candidate in order, alike each time, whatever the names', () => {
    const name = fc.constantFrom('A', 'B', '__proto__', 'constructor')
    const fields = fc.record({ name, provider: fc.constantFrom(null, 'github'), envName: fc.constantFrom(null, 'X') })
    const candidates = fc.array(fc.tuple(fields, fc.constantFrom('', 'x', 'y')).map(([f, s]) => candidate(f, s)))
    const keys = fc
      .array(fc.tuple(name, fc.constantFrom('x', 'y')))
      .map((all) => all.map(([keyName, secret], index) => existing(String(index), keyName, secret)))
    fc.assert(
      fc.property(candidates, keys, (some, vault) => {
        const answer = compareImport(some, vault, fingerprintOf)
        expect(answer.map((one) => one.candidate)).toEqual(some)
        expect(compareImport(some, vault, fingerprintOf)).toEqual(answer)
        for (const { verdict, ids } of answer) {
          if (verdict === 'same' || verdict === 'changed') expect(ids).toHaveLength(1)
          if (verdict === 'new' || verdict === 'ignored') expect(ids).toEqual([])
        }
      })
    )
  })

  it('compares 20,000 candidates with 100,000 keys without comparing each with each', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => existing(String(index), `key ${String(index)}`, 'x'))
    const some = Array.from({ length: 20_000 }, (_, index) => candidate({ name: `key ${String(index * 7)}` }, 'y'))
    expect(compareImport(some, keys, fingerprintOf).filter(({ verdict }) => verdict === 'changed')).toHaveLength(14_286)
  })
})
