import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One installed package as package-lock.json describes it. */
export interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  link?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  overrides?: Record<string, string>
  allowScripts?: Record<string, boolean>
}

export const exists = (path: string): boolean => existsSync(join(root, path))

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

/** A JSON file of the repository; what it holds is checked by the tests that read it. */
export const readJson = (path: string): unknown => JSON.parse(readText(path))

export const sha256 = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex')

export const manifest = readJson('package.json') as Manifest

const locked = readJson('package-lock.json') as { lockfileVersion: number; packages: Record<string, LockedPackage> }

export const lockfileVersion = locked.lockfileVersion

/** The lockfile's entry for the project itself. */
export const lockedProject: LockedPackage = locked.packages[''] ?? {}

/** Every package of the lockfile, by its path under the root. */
export const lockedPackages = Object.entries(locked.packages).filter(([path]) => path !== '')

/** The name a package is installed under: the part of its path after the last node_modules/. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The settings of .npmrc. */
export const npmrc = new Map(
  readText('.npmrc')
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()])
)
