import type { Binding, BindingState, EnvPreview, EnvUndo } from '@contract/model/env'
import { localTime } from '../providers/when'

const SIGNS = { same: ' ', removed: '-', added: '+' } as const

const GIT: Partial<Record<EnvPreview['git'], string>> = {
  tracked: 'is tracked by Git: it goes into the next commit, secret and all.',
  'not-ignored': 'is not ignored by Git: the next `git add .` takes it.',
  unknown: 'lies where Git did not answer; look before you commit.'
}

const WARNINGS: Readonly<Record<EnvPreview['warnings'][number], string>> = {
  'group-readable': 'can be read by its group.',
  'world-readable': 'can be read by everyone on this computer.',
  'folder-writable-by-all': 'lies in a folder in which everyone may put another in its place.'
}

const STATES: Readonly<Record<BindingState, string>> = {
  'in-step': 'in step',
  'file-moved': 'changed in the file',
  'vault-moved': 'changed in the vault',
  'both-moved': 'changed on both sides',
  missing: 'not in the file',
  'file-gone': 'file gone',
  orphaned: 'key deleted',
  unreadable: 'unreadable'
}

/** The difference as `diff -u` would show it, values masked. */
export function diffLines({ diff, file }: Pick<EnvPreview, 'diff' | 'file'>): string[] {
  const lines = diff.map(({ kind, line, text }) =>
    kind === 'skipped' ? ' ...' : `${SIGNS[kind]}${String(line).padStart(4)}  ${text}`
  )
  return [`@ ${file}`, ...lines]
}

/** What to know of the file before a secret is in it. */
export function safetyLines({
  file,
  git,
  ignore,
  warnings
}: Pick<EnvPreview, 'file' | 'git' | 'ignore' | 'warnings'>): string[] {
  const words = GIT[git]
  const hint =
    ignore === null || git === 'tracked' ? [] : [`    kq env ignore ${quoted(file)} adds ${ignore.line} to .gitignore.`]
  const untrack = git === 'tracked' ? [`    git rm --cached ${quoted(file)} takes it out of the next commit.`] : []
  return [
    ...(words === undefined ? [] : [`${file} ${words}`, ...hint, ...untrack]),
    ...warnings.map((warning) => `${file} ${WARNINGS[warning]}`)
  ]
}

export function duplicateLines({ keys }: Pick<EnvPreview, 'keys'>): string[] {
  return keys.flatMap(({ name, duplicates }) =>
    duplicates.length === 0
      ? []
      : [`${name} is assigned before, too, in line ${duplicates.join(', ')}; the last one counts and is written.`]
  )
}

/** Names that are another key's until now. */
export function reboundLines({ keys }: Pick<EnvPreview, 'keys'>): string[] {
  return keys.flatMap(({ name, keyName, boundKeyName }) =>
    boundKeyName === null || boundKeyName === keyName ? [] : [`${name} is bound to ${boundKeyName} until now.`]
  )
}

/** `A, B and C`. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}

export function bindingRow({ keyName, name, path, state, agreedAt }: Binding): string[] {
  return [keyName, name, path, STATES[state], agreedAt === null ? '–' : localTime(agreedAt)]
}

export function undoRow({ id, file, names, what, at, possible }: EnvUndo): string[] {
  const of = what === 'write' ? names.join(', ') : what === 'example' ? '(example)' : '(gitignore)'
  return [id, localTime(at), of, file, possible ? '' : 'the file moved on']
}

/** For a shell, where a path needs it. */
export function quoted(path: string): string {
  return /^[\w./:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
