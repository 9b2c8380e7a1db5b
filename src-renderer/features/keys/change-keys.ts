import type { KeyId } from '@contract/model/base'
import type { BulkChange, BulkResult } from '@contract/model/key-query'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useBulk } from '../../stores/bulk-store'
import { useKeyList } from '../../stores/key-list-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** So many go to the core at once that the progress moves, and so few that it moves smoothly. */
const AT_ONCE = 200

/** Changes keys in the vault, says what was done with the way back, and lists each that could not be changed. */
export async function changeKeys(ids: readonly KeyId[], change: BulkChange): Promise<void> {
  const results = await inParts([{ ids, change }])
  const failed = results.filter(({ failure }) => failure !== null)
  const undos = undosOf(results)
  if (change.kind === 'bin' || change.kind === 'restore') useKeyList.getState().clearSelection()
  if (failed.length > 0) useBulk.setState({ failed })
  if (results.length === failed.length) return
  if (undos.length === 0) showToast(texts.t('keys.changed.nothing', { count: results.length }))
  else showToast(saidOf(change, results), undoAction(undos))
}

interface Step {
  readonly ids: readonly KeyId[]
  readonly change: BulkChange
}

function undoAction(undos: readonly Step[]): { label: string; run: () => void } {
  return {
    label: texts.t('common.undo'),
    run: () => {
      void takeBack(undos)
    }
  }
}

async function takeBack(undos: readonly Step[]): Promise<void> {
  const results = await inParts(undos)
  const failed = results.filter(({ failure }) => failure !== null)
  if (failed.length > 0) useBulk.setState({ failed })
  if (results.length > failed.length)
    showToast(texts.t('keys.changed.undone', { count: results.length - failed.length }))
}

/** Runs the steps with their progress. A failure of all, a lock above all, ends it; what was changed stays so. */
async function inParts(steps: readonly Step[]): Promise<BulkResult[]> {
  const count = steps.reduce((sum, { ids }) => sum + ids.length, 0)
  const results: BulkResult[] = []
  try {
    for (const { ids, change } of steps) {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        useBulk.setState({ progress: { done: results.length, count } })
        const part = ids.slice(at, at + AT_ONCE)
        results.push(...(await client.call('keys.change', { ids: part, change })).items)
      }
    }
  } catch (error) {
    showFailureToast(toCallFailure(error))
  } finally {
    useBulk.setState({ progress: null })
  }
  return results
}

/** The ways back, those of one kind together. */
function undosOf(results: readonly BulkResult[]): Step[] {
  const steps = new Map<string, { ids: KeyId[]; change: BulkChange }>()
  for (const { id, undo } of results) {
    if (undo === null) continue
    const same = JSON.stringify(undo)
    const step = steps.get(same) ?? { ids: [], change: undo }
    step.ids.push(id)
    steps.set(same, step)
  }
  return [...steps.values()]
}

function saidOf(change: BulkChange, results: readonly BulkResult[]): string {
  const done = results.filter(({ undo }) => undo !== null)
  const count = done.length
  const name = done[0]?.name ?? ''
  switch (change.kind) {
    case 'bin':
      return count === 1 ? texts.t('toast.deleted', { name }) : texts.t('toast.deletedMany', { count })
    case 'restore':
      return count === 1 ? texts.t('toast.restored', { name }) : texts.t('toast.restoredMany', { count })
    case 'tags':
      return texts.t('keys.changed.tags', { count })
    case 'environment':
      return change.environment === null
        ? texts.t('keys.changed.noEnvironment', { count })
        : texts.t('keys.changed.environment', { count, value: change.environment })
    case 'project':
      return change.project === null
        ? texts.t('keys.changed.noProject', { count })
        : texts.t('keys.changed.project', { count, value: change.project })
    case 'favourite':
      return texts.t(change.favourite ? 'keys.changed.favourite' : 'keys.changed.notFavourite', { count })
  }
}
