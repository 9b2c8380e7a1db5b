import { describe, expect, test } from 'vitest'
import { lockedPackages, manifest, nameOf, npmrc, readJson } from './repository.ts'

const reviewed = readJson('test/supply/install-scripts.json') as Record<string, { reviewed: string; reason: string }>

describe('check 92: no dependency runs a script of its own at install', () => {
  test('check 92: npm is told to run none, and to fail over one that nobody reviewed', () => {
    expect(npmrc.get('ignore-scripts')).toBe('true')
    expect(npmrc.get('strict-allow-scripts')).toBe('true')
  })

  test('check 92: every package with an install script is in the reviewed list, with a reason', () => {
    const withScript = lockedPackages.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path))
    expect([...new Set(withScript)].sort()).toEqual(Object.keys(reviewed).sort())
    for (const entry of Object.values(reviewed)) {
      expect(entry.reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(entry.reason.length).toBeGreaterThan(20)
    }
  })

  test('check 92: package.json denies the script of each of them', () => {
    expect(manifest.allowScripts).toEqual(Object.fromEntries(Object.keys(reviewed).map((name) => [name, false])))
  })

  test('check 92: no dependency comes from git, a folder or an address', () => {
    const foreign = lockedPackages.flatMap(([path, entry]) => {
      const wanted = { ...entry.dependencies, ...entry.optionalDependencies }
      const ranges = Object.entries(wanted).filter(([, range]) => /^(git|github|https?|file|link):|^[\w.-]+\/[\w.-]+/.test(range))
      return [...ranges.map(([name, range]) => `${path} wants ${name} as ${range}`), ...(entry.link ? [`${path} is a link`] : [])]
    })
    expect(foreign).toEqual([])
  })
})
