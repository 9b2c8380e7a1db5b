import type { Binding, EnvUndo, EnvWritten, Project } from '@contract/model/env'
import type { WrittenBinding } from '@contract/model/rotation'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useEnv } from '../../stores/env-store'
import { useKeyList } from '../../stores/key-list-store'
import { withPassword } from '../../stores/password-gate'
import { useUi } from '../../stores/ui-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'
import { baseName } from './parts/base-name'
import { MOST_AT_ONCE } from './write/wanted'

/** Runs what a button asked for and shows a failure in words; one that the person cancelled stays silent. */
export async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}

/** Says what was written and offers the way back while there is one. */
export function sayWritten({ file: path, change, keys, undoId }: EnvWritten): void {
  const file = baseName(path)
  const told = keys.filter((key) => change === 'same' || key.change !== 'same')
  const { length: count } = told
  const name = told[0]?.name ?? file
  if (change === 'same') {
    const isBound = told.some(({ bindingId }) => bindingId !== null)
    if (!isBound) showToast(texts.t('env.toast.same', { file }))
    else if (count === 1) showToast(texts.t('env.toast.bound', { name, file }))
    else showToast(texts.t('env.toast.boundMany', { count, file }))
    return
  }
  const message =
    count === 0
      ? texts.t('env.toast.wroteFile', { file })
      : count === 1
        ? texts.t('env.toast.wrote', { name, file })
        : texts.t('env.toast.wroteSeveral', { count, file })
  showToast(message, undoOf(undoId))
}

/** Asks where the keys that are selected in the list are to be written; false where none is. */
export function writeSelected(): boolean {
  const { selected, filter } = useKeyList.getState()
  if (selected.size === 0 || filter.view === 'bin') return false
  if (selected.size > MOST_AT_ONCE) showToast(texts.t('env.toast.tooMany', { most: MOST_AT_ONCE }))
  else useEnv.getState().openDialog({ kind: 'write', keyIds: [...selected] })
  return true
}

/** Puts the bytes before a write back. */
export function undoWrite(id: EnvUndo['id']): Promise<void> {
  return attempt(async () => {
    const { file } = await client.call('env.undo', { id })
    showToast(texts.t('env.toast.undone', { file: baseName(file) }))
  })
}

/** Writes the vault's values to these bindings again; each that failed is told with its reason. */
export function writeAgain(bindings: readonly Binding[]): Promise<void> {
  return attempt(async () => {
    const ids = bindings.map(({ id }) => id)
    const { items } = await withPassword(() => client.call('env.rewrite', { ids }))
    const written = items.filter(({ outcome }) => outcome === 'written')
    const [only] = written
    if (written.length === 1 && only !== undefined) await sayWroteAgain(only)
    else if (written.length > 1) showToast(texts.t('env.toast.wroteMany', { count: written.length }))
    const failed = items.find(({ failure }) => failure !== null)
    if (failed?.failure) showFailureToast({ ...failed.failure, id: '' })
  })
}

export function unbind(binding: Binding): Promise<void> {
  return attempt(async () => {
    const { id, keyId, name, file, keyName } = binding
    await client.call('env.unbind', { ids: [id] })
    const message = texts.t('env.toast.unbound', { name, file: baseName(file), key: keyName })
    if (keyId === null) {
      showToast(message)
      return
    }
    showToast(message, {
      label: texts.t('common.undo'),
      run: () => {
        void bind(keyId, name, file)
      }
    })
  })
}

/** Calls a project otherwise, and its keys with it; offers the way back, for the keys that followed alone. */
export async function renameProject({ id, name: before }: Project, name: string): Promise<void> {
  if (name === before) return
  const { keyIds } = await client.call('projects.rename', { id, name })
  const { length: count } = keyIds
  const message =
    count === 0 ? texts.t('env.toast.renamed', { name }) : texts.t('env.toast.renamedKeys', { name, count })
  showToast(message, {
    label: texts.t('common.undo'),
    run: () => {
      void attempt(async () => {
        await client.call('projects.rename', { id, name: before, keyIds })
        showToast(texts.t('env.toast.renamed', { name: before }))
      })
    }
  })
}

/** Ties a name in a file to a key; the file is not touched. */
export function bind(keyId: NonNullable<Binding['keyId']>, name: string, file: string): Promise<void> {
  return attempt(async () => {
    await client.call('env.bind', { keyId, name, file })
    showToast(texts.t('env.toast.bound', { name, file: baseName(file) }))
  })
}

/** Adds the line that keeps a file out of the next commit. */
export function ignoreFile(file: string): Promise<void> {
  return attempt(async () => {
    const { gitignore, git } = await client.call('env.ignore', { file })
    const done = git === 'ignored' ? 'env.toast.ignored' : 'env.toast.ignoreLine'
    showToast(texts.t(done, { file: baseName(file), gitignore: baseName(gitignore) }))
    useEnv.getState().refresh()
  })
}

/** Asks for a folder and opens it as a project. */
export function newProject(): Promise<void> {
  return attempt(() => openFolder(null))
}

/** Opens a folder that was dropped as a project; null asks for one. Throws what `projects.add` does. */
export async function openFolder(folder: string | null): Promise<void> {
  const project = await client.call('projects.add', { folder })
  const { items } = await client.call('projects.list', {})
  useEnv.setState({ projects: items })
  useUi.getState().goTo('projects')
  useEnv.getState().openProject(project.id)
}

async function sayWroteAgain({ name, file }: WrittenBinding): Promise<void> {
  const { items } = await client.call('env.undos', {})
  const undo = items.find((item) => item.file === file && item.possible && item.names.includes(name))
  showToast(texts.t('env.toast.wrote', { name, file: baseName(file) }), undoOf(undo?.id ?? null))
}

function undoOf(id: EnvUndo['id'] | null): { label: string; run: () => void } | undefined {
  if (id === null) return undefined
  return {
    label: texts.t('common.undo'),
    run: () => {
      void undoWrite(id)
    }
  }
}
