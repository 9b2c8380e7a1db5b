import type { CopyFormat } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import { client } from '../../client/client'
import { useApp } from '../../stores/app-store'
import { useKeyList } from '../../stores/key-list-store'
import { texts } from '../../texts/texts'
import { clearToasts, showToast } from '../../ui/toasts'
import { withPassword } from '../../stores/password-gate'
import { askBeforeBin } from '../provider-keys'
import { attempt } from './attempt'
import { changeKeys } from './change-keys'

interface Named {
  readonly id: KeyId
  readonly name: string
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

async function moveToBin(keys: readonly Named[]): Promise<void> {
  await changeKeys(
    keys.map(({ id }) => id),
    { kind: 'bin' }
  )
  const list = useKeyList.getState()
  if (keys.some(({ id }) => id === list.openId)) list.open(null)
}

/** Brings keys back from the bin. */
export function restoreKeys(keys: readonly Named[]): Promise<void> {
  return changeKeys(
    keys.map(({ id }) => id),
    { kind: 'restore' }
  )
}

/** Deletes a key in the bin for good. */
export function purgeKey(key: Named): Promise<void> {
  return attempt(async () => {
    await withPassword(() => client.call('keys.purge', { id: key.id }))
    if (useKeyList.getState().openId === key.id) useKeyList.getState().open(null)
    // What is still offered to be undone may be gone now.
    clearToasts()
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
    clearToasts()
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
