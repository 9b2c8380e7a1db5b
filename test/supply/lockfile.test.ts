import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exists, lockedPackages, lockedProject, lockfileVersion, manifest, nameOf, readJson, root, sha256 } from './repository.ts'

const natives = readJson('test/supply/natives.json') as Record<string, string>
const isToolchain = (path: string): boolean => /^node-(linux|darwin|win)-/.test(nameOf(path))

describe('check 91: a clean checkout installs with npm ci', () => {
  test('check 91: the lockfile describes the dependencies package.json names', () => {
    expect(lockedProject.dependencies).toEqual(manifest.dependencies)
    expect(lockedProject.devDependencies).toEqual(manifest.devDependencies)
    expect(lockedProject.optionalDependencies).toEqual(manifest.optionalDependencies)
  })

  test('check 91: the lockfile has an entry for every package another one asks for, whatever the platform', () => {
    const paths = new Set(lockedPackages.map(([path]) => path))
    const missing = lockedPackages.flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !foldersAbove(path).some((folder) => paths.has(`${folder}node_modules/${name}`)))
        .map((name) => `${name}, wanted by ${nameOf(path)}`)
    )
    expect(missing).toEqual([])
  })
})

describe('check 93: what is installed is what was reviewed', () => {
  test('check 93: every package has an integrity hash and no address', () => {
    expect(lockfileVersion).toBe(3)
    const unsure = lockedPackages.filter(([, entry]) => !entry.integrity?.startsWith('sha512-') || entry.resolved !== undefined)
    expect(unsure.map(([path]) => path)).toEqual([])
  })

  test('check 93: package.json names exact versions', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies, ...manifest.overrides }
    const loose = Object.entries(wanted).filter(([, version]) => !/^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  test('check 93: every native or wasm file of a shipped package is the recorded one', () => {
    const found = lockedPackages
      .filter(([path, entry]) => !entry.dev && !isToolchain(path) && exists(path))
      .flatMap(([path]) => binariesIn(path))
    expect(found.length).toBeGreaterThan(0)
    expect(Object.fromEntries(found.map((path) => [path, sha256(path)]))).toEqual(
      Object.fromEntries(found.map((path) => [path, natives[path]]))
    )
  })

  for (const path of Object.keys(natives)) {
    const folder = /^node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path
    test.skipIf(!exists(folder))(`check 93: ${path.replace('node_modules/', '')} is the recorded file`, () => {
      expect(sha256(path)).toBe(natives[path])
    })
  }
})

/** The folders in which Node looks for what the package at `path` requires, with their closing slash. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/node_modules/')
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)]
}

function binariesIn(path: string): string[] {
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(node|wasm|dll|so|dylib|exe)$/.test(name) && !/(^|[\\/])node_modules[\\/]/.test(name))
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
}
