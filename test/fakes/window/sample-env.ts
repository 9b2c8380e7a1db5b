import type { KeyId } from '@contract/model/base'
import type { Binding, BindingState, EnvPreview, ProjectId } from '@contract/model/env'
import { instantAt, sampleId, type SampleKey } from './sample-keys.ts'

export const FOLDER = '/home/dev/core-platform'
export const PROJECT_ID = sampleId(70_000) as string as ProjectId

/** One binding of the sample vault's first keys for each state there is. */
export function sampleBindings(keys: ReadonlyMap<KeyId, SampleKey>, nowMs: number): Binding[] {
  const files = ['.env', '.env.local', 'api/.env', 'api/.env.staging', 'worker/.env', 'worker/.envrc', 'web/.env']
  const states: BindingState[] = [
    'in-step',
    'file-moved',
    'vault-moved',
    'both-moved',
    'missing',
    'file-gone',
    'unreadable'
  ]
  return [...keys.values()].slice(0, states.length).map(({ details }, index) => {
    const path = files[index] ?? '.env'
    const state = details.deletedAt === null ? (states[index] ?? 'in-step') : 'orphaned'
    return {
      id: sampleId(71_000 + index) as string as Binding['id'],
      keyId: details.id,
      keyName: details.name,
      file: `${FOLDER}/${path}`,
      name: details.envName ?? 'API_KEY',
      projectId: PROJECT_ID,
      path,
      state,
      failure: state === 'unreadable' ? { code: 'env-file-not-regular', details: { file: `${FOLDER}/${path}` } } : null,
      line: ['missing', 'file-gone', 'unreadable'].includes(state) ? null : 4,
      agreedAt: instantAt(nowMs - (index + 1) * 86_400_000),
      may: mayOf(state)
    }
  })
}

export function mayOf(state: BindingState): Binding['may'] {
  if (state === 'orphaned') return ['unbind']
  if (state === 'file-moved' || state === 'both-moved') return ['write', 'take', 'unbind']
  return state === 'in-step' || state === 'unreadable' ? ['unbind'] : ['write', 'unbind']
}

/** The difference of one name, as main shows it: values masked. */
export function sampleDiff(name: string, creates: boolean): EnvPreview['diff'] {
  const added = { kind: 'added' as const, line: creates ? 1 : 4, text: `${name}='••••••••'` }
  if (creates) return [added]
  return [
    { kind: 'same', line: 2, text: '# the API and who may call it' },
    { kind: 'same', line: 3, text: 'API_URL=••••••••' },
    { kind: 'removed', line: 4, text: `${name}="••••••••"` },
    added,
    { kind: 'same', line: 5, text: 'LOG_LEVEL=••••••••' }
  ]
}
