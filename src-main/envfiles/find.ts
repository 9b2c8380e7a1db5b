import { readdir } from 'node:fs/promises'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { isTemporaryName } from './temporary'

export interface EnvFileFound {
  readonly file: string
  /** From the folder searched, with `/`. */
  readonly path: string
  /** `example`: holds names without values; `shell`: a program, as direnv's `.envrc`. */
  readonly kind: 'env' | 'example' | 'shell'
}

export interface EnvFilesFound {
  /** By path. */
  readonly files: readonly EnvFileFound[]
  /** Whether a limit ended the search before the folder did. */
  readonly truncated: boolean
}

export interface FindLimits {
  readonly depth: number
  readonly files: number
  /** Names looked at, of files and folders. */
  readonly entries: number
}

const LIMITS: FindLimits = { depth: 6, files: 200, entries: 50_000 }

/** Folders of dependencies, builds and tools: what is in there is nobody's own settings. */
const SKIPPED = new Set(
  (
    'node_modules bower_components jspm_packages .git .hg .svn dist out build target vendor coverage .next .nuxt ' +
    '.svelte-kit .turbo .cache .parcel-cache .venv venv env __pycache__ .tox .mypy_cache .gradle .terraform Pods ' +
    '.direnv .idea .vscode .yarn .pnpm-store tmp'
  ).split(' ')
)
/** `.env.d.ts` and `.env.md` speak of env files and are none. */
const NOT_ENV = /\.(?:[cm]?[jt]sx?|json|md|txt|py|rb|php|go|rs|sh|bash|ya?ml|toml|lock|html|swp)$/i
const ENV = /^(?:\.env(?:[._-][\w.-]+)?|.+\.env|\.?env_file|env\.list|\.flaskenv|\.dev\.vars(?:\.[\w-]+)?)$/i
const SHELL = /^\.envrc(?:\.[\w-]+)?$/
const EXAMPLE = /(?:^|[._-])(?:example|sample|template|dist|defaults|tpl|tmpl)(?:[._-]|$)/i

/**
 * The env files in `folder` and below, nearest first within the limits, by name alone: nothing is opened. Links are
 * not followed, folders that cannot be read are passed over. Does not throw.
 */
export async function findEnvFiles(folder: string, limits: Partial<FindLimits> = {}): Promise<EnvFilesFound> {
  const { depth: deepest, files: most, entries } = { ...LIMITS, ...limits }
  const files: EnvFileFound[] = []
  let left = entries
  let truncated = false
  let level = ['']
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: string[] = []
    for (const path of level) {
      for (const entry of await namesIn(join(folder, path))) {
        left -= 1
        if (left < 0 || files.length > most) return { files: byPath(files.slice(0, most)), truncated: true }
        const inside = path === '' ? entry.name : `${path}/${entry.name}`
        const kind = entry.isFile() ? envFileKind(entry.name) : null
        if (kind !== null) files.push({ file: join(folder, inside), path: inside, kind })
        else if (entry.isDirectory() && !SKIPPED.has(entry.name)) below.push(inside)
      }
    }
    if (depth === deepest) {
      truncated = below.length > 0
      break
    }
    level = below
  }
  return { files: byPath(files.slice(0, most)), truncated: truncated || files.length > most }
}

/** What a file of this name is taken for; null for no env file. */
export function envFileKind(name: string): EnvFileFound['kind'] | null {
  if (isTemporaryName(name)) return null
  if (SHELL.test(name)) return EXAMPLE.test(name) ? 'example' : 'shell'
  if (!ENV.test(name) || NOT_ENV.test(name)) return null
  return EXAMPLE.test(name) ? 'example' : 'env'
}

async function namesIn(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((one, other) => compare(one.name, other.name))
  } catch {
    return []
  }
}

function byPath(files: EnvFileFound[]): EnvFileFound[] {
  return files.sort((one, other) => compare(one.path, other.path))
}

/** By code unit: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
