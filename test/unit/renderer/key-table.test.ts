import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitColumns } from '../../../src-renderer/features/keys/list/columns'
import { markedParts, searchWords } from '../../../src-renderer/features/keys/list/marked-parts'
import { shownOf } from '../../../src-renderer/features/shell/nav-values'
import { groupId, lineAt, lineOf, placeGroups, rowFrom } from '../../../src-renderer/stores/group-rows'
import { usualColumns } from '../../../src-renderer/stores/key-table-store'

const groups = fc.array(
  fc.record({ value: fc.option(fc.string({ minLength: 1, maxLength: 3 })), count: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 12 }
)

describe('rows among their groups', () => {
  it('has one line for each group and each row that is in sight, and finds each again', () => {
    fc.assert(
      fc.property(groups, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, shut) => {
        const closed = new Set(all.filter((_, at) => shut[at]).map(groupId))
        const rows = all.reduce((sum, { count }) => sum + count, 0)
        const layout = placeGroups(all, rows, closed)
        const open = all.filter((group) => !closed.has(groupId(group)))
        expect(layout.lines).toBe(all.length + open.reduce((sum, { count }) => sum + count, 0))
        let next = 0
        for (let line = 0; line < layout.lines; line++) {
          const there = lineAt(layout, line)
          if (there.kind === 'group') next = there.group.firstRow
          else {
            expect(there.row).toBe(next++)
            expect(lineOf(layout, there.row)).toBe(line)
          }
        }
      })
    )
  })

  it('goes past what is out of sight', () => {
    const layout = placeGroups(
      [
        { value: 'a', count: 3 },
        { value: 'b', count: 2 },
        { value: null, count: 1 }
      ],
      6,
      new Set(['=b'])
    )
    expect(rowFrom(layout, lineOf(layout, 2) + 1, 1)).toBe(5)
    expect(rowFrom(layout, lineOf(layout, 5) - 1, -1)).toBe(2)
    expect(rowFrom(placeGroups([{ value: 'a', count: 3 }], 3, new Set(['=a'])), 0, 1)).toBeNull()
  })
})

describe('the columns of the table', () => {
  it('gives way one by one, the name never', () => {
    expect(fitColumns(usualColumns, 2_000).columns.map(({ name }) => name)).toEqual(usualColumns)
    for (const width of [1_064, 800, 620, 460, 200]) {
      const { columns, leftOut } = fitColumns(usualColumns, width)
      expect(columns[0]?.name).toBe('name')
      expect(columns.length + leftOut.length).toBe(usualColumns.length)
    }
    expect(fitColumns(usualColumns, 1_064).leftOut).toEqual(['createdAt'])
  })
})

describe('what a search found', () => {
  it('is marked where a word begins with it, whatever the case', () => {
    const marked = (text: string, search: string): string =>
      markedParts(text, searchWords(search))
        .map((part) => (part.marked ? `[${part.text}]` : part.text))
        .join('')
    expect(marked('Billing API', 'bil')).toBe('[Bil]ling API')
    expect(marked('rebilling', 'bil')).toBe('rebilling')
    expect(marked('ci-deploy', 'de ci')).toBe('[ci]-[de]ploy')
    expect(marked('a.b*c', 'b*')).toBe('a.[b*]c')
  })

  it('never loses a letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, search) => {
        expect(
          markedParts(text, searchWords(search))
            .map((part) => part.text)
            .join('')
        ).toBe(text)
      })
    )
  })
})

describe('the sidebar', () => {
  it('shows those with the most keys and the chosen one, in their order', () => {
    const values = Array.from({ length: 5_000 }, (_, at) => ({ value: `p${String(at)}`, count: (at * 7) % 5_000 }))
    const shown = shownOf(values, ['p0'])
    expect(shown.length).toBe(9)
    expect(shown[0]?.value).toBe('p0')
    expect(shownOf(values.slice(0, 9), []).length).toBe(9)
  })
})
