import { isAppError } from '@contract/errors'
import type { Binding, BindingState } from '@contract/model/env'
import type { Failure } from '@contract/model/connection'
import { stateOfBinding } from '../../envfiles/digest'
import { assignmentOf, parseEnvFile, type ParsedEnv } from '../../envfiles/parse'
import type { StoredBinding, StoredProject } from '../../ports/env-store'
import { toFailure } from '../remote/accounts'
import { digestsOf, projectAround, shownPath, type EnvParts } from './env-parts'

/** What one look at a file found for a name. */
type Found =
  | { readonly is: 'value'; readonly value: string; readonly line: number }
  | { readonly is: 'missing' | 'file-gone' }
  | { readonly is: 'unreadable'; readonly failure: Failure }

type Looked = ParsedEnv | { readonly gone: true } | { readonly failure: Failure }

/** How each binding stands now. Every file is read once, and all values are digested in one go. */
export async function standingsOf(
  { session, files }: Pick<EnvParts, 'session' | 'files'>,
  bindings: readonly StoredBinding[],
  projects: readonly StoredProject[]
): Promise<Binding[]> {
  const looked = new Map<string, Looked>()
  for (const { file, root, isOrphan } of bindings) {
    if (!isOrphan && !looked.has(file)) looked.set(file, await look(files, file, root))
  }
  const found = bindings.map((binding) => findIn(looked.get(binding.file), binding.name))
  const digestOf = await digestsOf(
    session,
    found.flatMap((one) => (one.is === 'value' ? [one.value] : []))
  )
  return bindings.map((binding, index) => {
    const one = found[index] ?? { is: 'missing' }
    const state = stateOf(binding, one, (value) => digestOf(new TextEncoder().encode(value)))
    const project = projectAround(binding.file, projects)
    return {
      id: binding.id,
      keyId: binding.keyId,
      keyName: binding.keyName,
      file: binding.file,
      name: binding.name,
      projectId: project?.id ?? null,
      path: shownPath(binding.file, project),
      state,
      failure: one.is === 'unreadable' && !binding.isOrphan ? one.failure : null,
      line: one.is === 'value' ? one.line : null,
      agreedAt: binding.agreed.at,
      may: mayOf(state, binding.hasSecret, one.is === 'value' && one.value !== '')
    }
  })
}

async function look(files: EnvParts['files'], file: string, root: string): Promise<Looked> {
  try {
    const found = await files.read({ file, root, allowSymlink: false })
    return found === null ? { gone: true } : parseEnvFile(found.bytes, file)
  } catch (error) {
    if (isAppError(error, 'env-file-missing')) return { gone: true }
    return { failure: toFailure(error) }
  }
}

function findIn(looked: Looked | undefined, name: string): Found {
  if (looked === undefined || 'gone' in looked) return { is: 'file-gone' }
  if ('failure' in looked) return { is: 'unreadable', failure: looked.failure }
  const assignment = assignmentOf(looked, name)
  return assignment === undefined ? { is: 'missing' } : { is: 'value', value: assignment.value, line: assignment.line }
}

function stateOf(binding: StoredBinding, found: Found, digestOf: (value: string) => string): BindingState {
  if (binding.isOrphan) return 'orphaned'
  if (found.is === 'unreadable') return 'unreadable'
  const { fingerprint: vaultDigest, agreed } = binding
  if (found.is !== 'value') return found.is
  return stateOfBinding({
    found: { digest: digestOf(found.value) },
    lastWrittenDigest: agreed.digest,
    vaultDigest
  })
}

function mayOf(state: BindingState, hasSecret: boolean, hasValue: boolean): Binding['may'] {
  const isApart = ['file-moved', 'vault-moved', 'both-moved', 'missing', 'file-gone'].includes(state)
  const mayTake = hasValue && (state === 'file-moved' || state === 'both-moved')
  return [...(isApart && hasSecret ? ['write' as const] : []), ...(mayTake ? ['take' as const] : []), 'unbind']
}
