import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

const locked = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked).packages
const FONTS = ['inter', 'jetbrains-mono']

describe('licences of what is shipped', () => {
  it.each([
    ['out/main', ['zod', 'commander', 'electron-store', 'pino', 'kdbxweb']],
    ['out/renderer', ['react', 'react-dom', 'zustand', '@mantine/core', 'i18next']]
  ])('%s has the text of each package that is bundled into it, in the version of the lockfile', (folder, some) => {
    const text = readFileSync(`${folder}/licenses.md`, 'utf8')
    const told = [...text.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)].map(([, name, version]) => ({ name, version }))
    for (const name of some) expect(told).toContainEqual({ name, version: locked[`node_modules/${name}`]?.version })
    expect(text).toContain('Permission is hereby granted')
    expect(text).not.toMatch(/\b(?:A?GPL|SSPL|BUSL|UNLICENSED)/)
  })

  it.each(FONTS)('the font %s goes with its licence', (font) => {
    const kept = readFileSync(`resources/licenses/${font}.txt`, 'utf8')
    expect(kept).toBe(readFileSync(`node_modules/@fontsource-variable/${font}/LICENSE`, 'utf8'))
  })
})
