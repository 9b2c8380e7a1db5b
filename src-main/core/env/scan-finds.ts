import type { ScanFind } from '@contract/model/env'
import type { GitState } from '../../envfiles/git'
import type { Holder, StoredBinding } from '../../ports/env-store'
import { rootOf, type EnvParts } from './env-parts'

/** A secret in a file, with its text: for telling finds apart, and never to leave here. */
export interface Spotted {
  readonly file: string
  readonly path: string
  readonly line: number
  readonly of: ScanFind['of']
  readonly what: string
  readonly text: string
  readonly masked: string
  readonly holder: Holder | null
  /** In an env file, the name whose value it is. */
  readonly name: string | null
}

/** Where a bound file may lie for its secrets to belong there. */
const KEPT_APART: readonly GitState[] = ['ignored', 'no-repository', 'git-missing']

/** What was spotted, once each, with what may be done about it. What does not belong where it stands comes first. */
export async function toFinds(
  parts: Pick<EnvParts, 'session' | 'files'>,
  spotted: readonly Spotted[],
  { staged, ownValues }: { readonly staged: boolean; readonly ownValues: boolean }
): Promise<ScanFind[]> {
  const bindings = ownValues ? await parts.session.store().env.bindings(null) : []
  const git = new Map<string, GitState>()
  for (const { file, name } of spotted) {
    if (name !== null && !git.has(file)) git.set(file, await parts.files.gitState(file))
  }
  const ignorable = new Map<string, boolean>()
  for (const [file, state] of git) {
    ignorable.set(file, ownValues && state === 'not-ignored' && (await canIgnore(parts, file)))
  }
  const finds = once(spotted).map((one) => toFind(one, bindings, git.get(one.file) ?? 'unknown', staged, ignorable))
  return finds.sort(
    (one, other) =>
      Number(one.expected) - Number(other.expected) || compare(one.path, other.path) || one.line - other.line
  )
}

async function canIgnore(parts: Pick<EnvParts, 'session' | 'files'>, file: string): Promise<boolean> {
  const { root } = await rootOf(parts, file)
  return (await parts.files.ignoreLine(file, root)) !== null
}

/** A value of the vault is named once, and not once more by its pattern. */
function once(spotted: readonly Spotted[]): Spotted[] {
  const own = Map.groupBy(
    spotted.filter(({ of }) => of === 'vault'),
    placeOf
  )
  const seen = new Set<string>()
  return spotted.filter((one) => {
    const here = own.get(placeOf(one)) ?? []
    if (one.of === 'pattern' && here.some(({ text }) => text.includes(one.text) || one.text.includes(text)))
      return false
    const key = `${placeOf(one)} ${one.holder?.keyId ?? one.holder?.name ?? one.text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function placeOf({ file, line }: Spotted): string {
  return `${String(line)} ${file}`
}

function toFind(
  spotted: Spotted,
  bindings: readonly StoredBinding[],
  git: GitState,
  staged: boolean,
  ignorable: ReadonlyMap<string, boolean>
): ScanFind {
  const { holder, file, path, line, of, what, masked, name } = spotted
  const binding = bindings.find((one) => one.file === file && one.name === name)
  const keyId = holder?.keyId ?? null
  const expected = !staged && keyId !== null && binding?.keyId === keyId && KEPT_APART.includes(git)
  const isPresent = holder !== null && !holder.former
  const may: ScanFind['may'] = []
  if (isPresent && holder.isTied && !expected) may.push('rotate')
  if (isPresent && keyId !== null && name !== null && binding === undefined) may.push('bind')
  if (ignorable.get(file) === true) may.push('ignore')
  return {
    file,
    path,
    line,
    of,
    what,
    masked,
    name,
    keyId,
    keyName: holder?.name ?? null,
    former: holder?.former ?? false,
    bindingId: binding?.id ?? null,
    expected,
    may
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
