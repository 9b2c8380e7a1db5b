import { windowCommandNames, windowCommands } from '@contract/window-commands'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../src-main/electron/menu/template'
import { menuTexts } from '../../../src-main/electron/menu/texts'

type Item = MenuItemConstructorOptions

const build = (facts: Partial<Parameters<typeof menuTemplate>[0]> = {}): Item[] =>
  menuTemplate({
    platform: 'linux',
    packaged: true,
    texts: menuTexts.en,
    isOpen: true,
    reminders: null,
    choose: () => undefined,
    ...facts
  })
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has every command once, with the keys that it has in the window', () => {
    const found = flat(build({ platform })).filter(({ id }) => id !== undefined)
    expect(found.map(({ id }) => id).sort()).toEqual([...windowCommandNames].sort())
    for (const { id, accelerator } of found) expect(accelerator).toBe(windowCommands[id as keyof typeof windowCommands])
  })

  it('offers no command while the vault is locked, but what edits text and ends the app', () => {
    const items = flat(build({ platform, isOpen: false }))
    expect(items.filter(({ id, enabled }) => id !== undefined && enabled !== false)).toEqual([])
    expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['paste', 'quit', 'zoomIn']))
  })
})

it('gives no two commands the same keys', () => {
  const keys = Object.values(windowCommands)
  expect(new Set(keys).size).toBe(keys.length)
})

it('has developer tools in a checkout only', () => {
  const roles = (packaged: boolean): unknown[] => flat(build({ packaged })).map(({ role }) => role)
  expect(roles(true)).not.toContain('toggleDevTools')
  expect(roles(false)).toContain('toggleDevTools')
})
