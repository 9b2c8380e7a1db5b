import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import type { WindowCommand } from '@contract/window-commands'
import { client } from '../../../client/client'
import { toCallFailure } from '../../../client/failure'
import { useEnv } from '../../../stores/env-store'
import { goToRotation } from '../../../stores/go-to-place'
import { useKeyList } from '../../../stores/key-list-store'
import { wishOf } from '../../../stores/key-wish-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUi } from '../../../stores/ui-store'
import { texts } from '../../../texts/texts'
import { copyText } from '../../../ui/copy-text'
import { showFailureToast, showToast } from '../../../ui/toasts'
import { writeSelected } from '../../env-files'
import { copyKey, deleteKeys, setFavourite } from '../../keys'

export type KeyCommand =
  Extract<WindowCommand, `${string}-key` | 'copy-link'> extends infer Name
    ? Exclude<Name, 'new-key' | 'create-key'>
    : never

/** The key whose details are on the screen. */
export function openKeyId(): KeyId | null {
  return useUi.getState().screen === 'keys' ? useKeyList.getState().openId : null
}

/**
 * Does something with the key whose details are open, and says why when it cannot. Writing is for the selected keys
 * where there are any.
 */
export async function runOnOpenKey(command: KeyCommand): Promise<void> {
  if (command === 'write-key' && useUi.getState().screen === 'keys' && writeSelected()) return
  const id = openKeyId()
  if (id === null) {
    showToast(texts.t('commands.noKey'))
    return
  }
  try {
    const key = await client.call('keys.get', { id })
    if (key.deletedAt === null) await actions[command](key)
    else showToast(texts.t('commands.inBin', { name: key.name }))
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}

const actions: Readonly<Record<KeyCommand, (key: KeyDetails) => void | Promise<void>>> = {
  'copy-key': (key) => copyKey(key, 'value'),
  'reveal-key': ({ id }) => {
    wishOf(id, 'reveal')
  },
  'edit-key': ({ id }) => {
    wishOf(id, 'edit')
  },
  'write-key': ({ id }) => {
    useEnv.getState().openDialog({ kind: 'write', keyIds: [id] })
  },
  'favourite-key': (key) => setFavourite(key, !key.favourite),
  'copy-link': ({ id, name }) => {
    if (copyText(`keyquay://key/${id}`)) showToast(texts.t('commands.linkCopied', { name }))
  },
  'rotate-key': async ({ id, name }) => {
    if (!(await goToRotation(id))) showToast(texts.t('commands.notTied', { name }))
  },
  'revoke-key': async ({ id, name }) => {
    const { link } = await client.call('remote.get', { id })
    if (link === null) showToast(texts.t('commands.notTied', { name }))
    else useProviderDialog.getState().open({ kind: 'revoke', keyId: id })
  },
  'bin-key': (key) => deleteKeys([key])
}
