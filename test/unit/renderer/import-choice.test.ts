import { describe, expect, it } from 'vitest'
import { importChoice, importFormat, importItem, importReason, importVerdict } from '@contract/model/import'
import {
  actionFor,
  choicesFor,
  chosenAtFirst,
  chosenOf,
  groupsIn,
  rowsIn,
  verdicts,
  withGroupToggled,
  withToggled
} from '../../../src-renderer/features/transfer/import-choice'
import { formats } from '../../../src-renderer/features/transfer/import-formats'
import type { ImportItem } from '../../../src-renderer/features/transfer/import-types'

const KEY = '01JD0000000000000000000000'

function item(index: number, part: Partial<Record<keyof ImportItem, unknown>>): ImportItem {
  return importItem.parse({
    index,
    name: `key ${String(index)}`,
    origin: `line ${String(index)}`,
    provider: null,
    envName: null,
    preview: 'cap_••••',
    verdict: 'new',
    reason: null,
    keyId: null,
    keyName: null,
    ...part
  })
}

const items = [
  item(0, { verdict: 'ignored', reason: 'not-a-secret' }),
  item(1, {}),
  item(2, { verdict: 'changed', keyId: KEY, keyName: 'ci' }),
  item(3, { verdict: 'same', keyId: KEY, keyName: 'ci' }),
  item(4, { verdict: 'conflicting' }),
  item(5, { verdict: 'ignored', reason: 'too-long' }),
  item(6, {}),
  item(7, { verdict: 'ignored', reason: 'duplicate' })
]

describe('what an entry of an import can do', () => {
  it('is to be added, to replace the one key it names, or nothing', () => {
    expect(items.map(actionFor)).toEqual(['add', 'add', 'replace', null, 'add', null, 'add', 'add'])
  })

  it('is to be added when the key it changes is not known', () => {
    expect(actionFor(item(0, { verdict: 'changed' }))).toBe('add')
  })

  it.each(importReason.options)('is decided for the reason %s', (reason) => {
    const expected = reason === 'not-a-secret' || reason === 'duplicate' ? 'add' : null
    expect(actionFor(item(0, { verdict: 'ignored', reason }))).toBe(expected)
  })
})

describe('the choice', () => {
  it('starts with what is new', () => {
    expect([...chosenAtFirst(items)]).toEqual([1, 6])
  })

  it('turns an entry over, and never takes one that cannot be taken', () => {
    const [, , changed, same] = items
    if (changed === undefined || same === undefined) throw new Error('the entries are above')
    expect([...withToggled(new Set([1]), changed)]).toEqual([1, 2])
    expect([...withToggled(new Set([1, 2]), changed)]).toEqual([1])
    expect([...withToggled(new Set([1]), same)]).toEqual([1])
  })

  it('turns a group over as a whole, leaving out what cannot be taken', () => {
    const ignored = groupsIn(items).find(({ verdict }) => verdict === 'ignored')
    if (ignored === undefined) throw new Error('some entries are ignored')
    expect(chosenOf(ignored, new Set([1]))).toBe('none')
    expect(chosenOf(ignored, new Set([0]))).toBe('some')
    const all = withGroupToggled(new Set([1]), ignored)
    expect([...all]).toEqual([1, 0, 7])
    expect(chosenOf(ignored, all)).toBe('all')
    expect([...withGroupToggled(all, ignored)]).toEqual([1])
  })

  it('says nothing of a group of which nothing can be taken', () => {
    const same = groupsIn(items).find(({ verdict }) => verdict === 'same')
    expect(same && chosenOf(same, new Set())).toBeNull()
  })

  it('becomes what the contract takes, in the order of the file', () => {
    const choices = choicesFor(items, new Set([6, 2, 3, 0]))
    expect(choices).toEqual([
      { index: 0, action: 'add' },
      { index: 2, action: 'replace' },
      { index: 6, action: 'add' }
    ])
    expect(importChoice.array().parse(choices)).toEqual(choices)
  })
})

describe('the preview', () => {
  it('stands in groups by verdict, and shows each entry once', () => {
    const groups = groupsIn(items)
    expect(groups.map(({ verdict, items: inside }) => [verdict, inside.length])).toEqual([
      ['new', 2],
      ['changed', 1],
      ['conflicting', 1],
      ['same', 1],
      ['ignored', 3]
    ])
    expect(rowsIn(groups)).toHaveLength(groups.length + items.length)
    expect(groupsIn([])).toEqual([])
  })

  it('knows every verdict and every format of the contract', () => {
    expect([...verdicts].sort()).toEqual([...importVerdict.options].sort())
    expect([...formats].sort()).toEqual([...importFormat.options].sort())
  })
})
