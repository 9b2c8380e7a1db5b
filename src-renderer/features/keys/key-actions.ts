import type { CopyFormat } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { useKeyList } from '../../stores/key-list-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'
import { withPassword } from '../../stores/password-gate'
import { askBeforeBin } from '../provider-keys'

interface Named {
  readonly id: KeyId
  readonly name: string
}

/** Runs what a button asked for and shows a failure in words; one that the person cancelled stays silent. */
export async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}

/** Has the core put the secret on the clipboard. It never passes through the window. */
export function copyKey(key: Named, format: CopyFormat): Promise<void> {
  return attempt(async () => {
    const clipboard = await withPassword(() => client.call('keys.copy', { id: key.id, format }))
    useApp.setState({ clipboard })
    showToast(
      format === 'value'
        ? texts.t('toast.copied', { name: key.name })
        : texts.t('toast.copiedAs', { name: key.name, format: texts.t(`copy.${format}`) })
    )
  })
}

/** Moves keys to the bin and offers the way back; asks first for those that stay alive at a provider. */
export function deleteKeys(keys: readonly Named[]): Promise<void> {
  return attempt(() => askBeforeBin(keys, () => moveToBin(keys)))
}

function moveToBin(keys: readonly Named[]): Promise<void> {
  return attempt(async () => {
    for (const { id } of keys) await client.call('keys.delete', { id })
    const list = useKeyList.getState()
    list.clearSelection()
    if (keys.some(({ id }) => id === list.openId)) list.open(null)
    const [only] = keys
    const message =
      keys.length === 1 && only
        ? texts.t('toast.deleted', { name: only.name })
        : texts.t('toast.deletedMany', { count: keys.length })
    showToast(message, {
      label: texts.t('common.undo'),
      run: () => {
        void restoreKeys(keys)
      }
    })
  })
}

/** Brings keys back from the bin. */
export function restoreKeys(keys: readonly Named[]): Promise<void> {
  return attempt(async () => {
    for (const { id } of keys) await client.call('keys.restore', { id })
    useKeyList.getState().clearSelection()
    const [only] = keys
    showToast(
      keys.length === 1 && only
        ? texts.t('toast.restored', { name: only.name })
        : texts.t('toast.restoredMany', { count: keys.length })
    )
  })
}

/** Deletes a key in the bin for good. */
export function purgeKey(key: Named): Promise<void> {
  return attempt(async () => {
    await withPassword(() => client.call('keys.purge', { id: key.id }))
    if (useKeyList.getState().openId === key.id) useKeyList.getState().open(null)
    showToast(texts.t('toast.purged', { name: key.name }))
  })
}

/** Deletes everything in the bin for good. */
export function emptyBin(): Promise<void> {
  return attempt(async () => {
    const { purged } = await withPassword(() => client.call('keys.emptyBin', {}))
    const list = useKeyList.getState()
    list.clearSelection()
    list.open(null)
    showToast(texts.t('toast.purgedMany', { count: purged }))
  })
}

/** Deletes the values a key had before. */
export function purgePreviousValues(key: Named): Promise<void> {
  return attempt(async () => {
    await withPassword(() => client.call('keys.purgeValues', { id: key.id }))
    showToast(texts.t('toast.valuesPurged'))
  })
}

export function setFavourite(key: Named, favourite: boolean): Promise<void> {
  return attempt(async () => {
    await client.call('keys.edit', { id: key.id, fields: { favourite } })
  })
}
