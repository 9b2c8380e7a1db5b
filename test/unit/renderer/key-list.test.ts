import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '@contract/bridge'
import type { InputOf, OutputOf } from '@contract/ipc'
import type { KeySummary } from '@contract/model/key'
import { itemAt } from '../../../src-renderer/stores/pages-cache'
import { manyKeys } from '../../fakes/window/sample-keys'

const samples: KeySummary[] = manyKeys(400, Date.UTC(2026, 10, 20)).map(({ details }) => details)

/** A vault whose answers wait until they are let go, in the order in which they were asked for. */
function slowVault() {
  let names: string[] = []
  let waiting: (() => void)[] = []
  const asked: InputOf<'keys.list'>[] = []
  const rows = (text = ''): KeySummary[] =>
    names.flatMap((name, at) => {
      const sample = samples[Number(/\d+/.exec(name)?.[0] ?? at)]
      return sample !== undefined && name.includes(text) ? [{ ...sample, name }] : []
    })
  const answers = {
    'keys.list': ({ text, sort, offset = 0, limit = 50 }: InputOf<'keys.list'>): OutputOf<'keys.list'> => {
      const found = sort?.direction === 'desc' ? rows(text).reverse() : rows(text)
      return { total: found.length, rows: found.length, items: found.slice(offset, offset + limit) }
    },
    'keys.ids': () => {
      throw new Error('asked for what is in sight')
    }
  }
  const call = (name: keyof typeof answers) => (input: never) => {
    if (name === 'keys.list') asked.push(input)
    // What stands in the vault when it is asked is what is answered.
    const value = answers[name](input)
    return new Promise((resolve) => {
      waiting.push(() => {
        resolve({ ok: true, value })
      })
    })
  }
  const bridge = Object.fromEntries(
    (Object.keys(answers) as (keyof typeof answers)[]).map((name) => [name, call(name)])
  )
  return {
    bridge: bridge as unknown as Bridge,
    asked,
    write(...now: string[]) {
      names = now
    },
    async answer() {
      const now = waiting
      waiting = []
      now.forEach((tell) => {
        tell()
      })
      await new Promise((settled) => setImmediate(settled))
    }
  }
}

const named = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `key-${String(at).padStart(3, '0')}`)

describe('the list of keys while it is asked for again', () => {
  let vault: ReturnType<typeof slowVault>
  let useKeyList: (typeof import('../../../src-renderer/stores/key-list-store'))['useKeyList']
  const list = () => useKeyList.getState()
  const nameAt = (row: number): string | undefined => itemAt(list().cache, row)?.name
  const activeName = (): string | undefined => nameAt(list().activeIndex)

  beforeEach(async () => {
    vault = slowVault()
    const localStorage = { getItem: () => null, setItem: () => undefined }
    vi.stubGlobal('window', { keyquay: vault.bridge, localStorage })
    vi.resetModules()
    ;({ useKeyList } = await import('../../../src-renderer/stores/key-list-store'))
    return () => {
      vi.unstubAllGlobals()
    }
  })

  async function opened(...names: string[]): Promise<void> {
    vault.write(...names)
    list().refresh()
    await vault.answer()
  }

  it('keeps its rows in use until the new ones are there, and the active key where it then stands', async () => {
    await opened('key-001', 'key-002', 'key-003')
    list().setActive(1)
    vault.write('key-000', 'key-001', 'key-002', 'key-003')
    list().refresh()
    expect(activeName()).toBe('key-002')
    list().setActive(2)
    await vault.answer()
    expect(nameAt(0)).toBe('key-000')
    expect(activeName()).toBe('key-003')
  })

  it('has an active row after the last key is gone', async () => {
    await opened('key-001', 'key-002')
    list().setActive(1)
    vault.write('key-001')
    list().refresh()
    await vault.answer()
    expect(activeName()).toBe('key-001')
  })

  it('goes with what was typed while another order was on its way, and is at the top where nothing was', async () => {
    await opened(...named(20))
    list().setActive(7)
    list().setSort('name')
    expect(list().activeIndex).toBe(0)
    await vault.answer()
    expect(activeName()).toBe('key-019')
    list().setSort('name')
    expect(nameAt(0)).toBe('key-019')
    list().setActive(3)
    await vault.answer()
    expect(activeName()).toBe('key-016')
  })

  it('shows what stands there while one write follows the other, and the last of them in the end', async () => {
    await opened('key-001')
    for (let count = 2; count <= 30; count++) {
      vault.write(...named(count))
      list().refresh()
      if (count % 10 === 0) await vault.answer()
    }
    expect(list().found).toBeGreaterThan(10)
    await vault.answer()
    await vault.answer()
    expect(list().found).toBe(30)
    // The first opening, and two for each answer at the most.
    expect(vault.asked.length).toBeLessThan(9)
  })

  it('takes no page of an earlier query into the rows of the present one', async () => {
    await opened(...named(120))
    list().show([{ first: 100, last: 119 }])
    list().setFilter({ text: 'key-1' })
    await vault.answer()
    expect(list().cache.total).toBe(20)
    expect([...list().cache.pages.keys()]).toEqual([0])
    expect(nameAt(0)).toBe('key-100')
  })

  it('asks for rows that came into sight meanwhile', async () => {
    await opened(...named(120))
    list().setSort('name')
    list().show([{ first: 100, last: 119 }])
    await vault.answer()
    await vault.answer()
    expect(nameAt(0)).toBe('key-119')
    expect(nameAt(119)).toBe('key-000')
  })

  it('selects the keys that are seen, wherever a write has put them', async () => {
    await opened('key-001', 'key-002', 'key-003')
    vault.write('key-000', 'key-001', 'key-002', 'key-003')
    list().refresh()
    await list().selectTo(1)
    expect(list().selected).toEqual(new Set([samples[1]?.id, samples[2]?.id]))
  })
})
