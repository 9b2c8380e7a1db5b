import { describe, expect, it } from 'vitest'
import { pagesOf } from '../../../src-main/cli/pages'
import { table } from '../../../src-main/cli/table'

const SIZE = 3
const paging = { size: SIZE, ahead: 2 } as const

/** A list of so many items, and which pages of it were asked for. */
function listOf(count: number): { asked: number[]; read: (offset: number) => Promise<number[]> } {
  const items = Array.from({ length: count }, (_, place) => place)
  const asked: number[] = []
  return {
    asked,
    read(offset) {
      asked.push(offset)
      return Promise.resolve(items.slice(offset, offset + SIZE))
    }
  }
}

async function all(pages: AsyncIterable<readonly number[]>): Promise<number[]> {
  const items: number[] = []
  for await (const page of pages) items.push(...page)
  return items
}

describe('pages of a list', () => {
  it.each([0, 1, 2, 3, 4, 6, 7, 20])('hands on all of %i items in their order', async (count) => {
    expect(await all(pagesOf(paging, listOf(count).read))).toEqual(Array.from({ length: count }, (_, place) => place))
  })

  it('asks once for what one page holds', async () => {
    const { asked, read } = listOf(2)
    await all(pagesOf(paging, read))
    expect(asked).toEqual([0])
  })

  it.each([1, 2] as const)('has %i under way while one is worked on', async (ahead) => {
    const { asked, read } = listOf(20)
    const underWay: number[] = []
    for await (const page of pagesOf({ size: SIZE, ahead }, read)) {
      if (page.length === SIZE) underWay.push(asked.length - underWay.length - 1)
    }
    expect(new Set(underWay)).toEqual(new Set([ahead]))
  })

  it('fails with the first page that fails, and with no other', async () => {
    const pages = pagesOf(paging, (offset) =>
      offset === 0 ? Promise.resolve([1, 2, 3]) : Promise.reject(new Error(String(offset)))
    )
    await expect(all(pages)).rejects.toThrow('3')
  })
})

describe('a table', () => {
  it('aligns by characters as a person counts them, and ends no line with blanks', () => {
    expect(table(['NAME', 'KEY'], [['schlüssel', 'a…b'], ['😀', 'long one'], ['plain']])).toEqual([
      'NAME       KEY',
      'schlüssel  a…b',
      '😀          long one',
      'plain'
    ])
  })
})
