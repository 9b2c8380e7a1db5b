import type { KeySummary } from '@contract/model/key'
import type { WindowCommand } from '@contract/window-commands'
import { client } from '../../client/client'
import { useEnv } from '../../stores/env-store'
import { openRotation } from '../../stores/go-to-place'
import { wishOf } from '../../stores/key-wish-store'
import { useProviderDialog } from '../../stores/provider-dialog-store'
import { texts } from '../../texts/texts'
import { copyText } from '../../ui/copy-text'
import { showToast } from '../../ui/toasts'
import { copyKey, deleteKeys, setFavourite } from './key-actions'

export type KeyCommand =
  Extract<WindowCommand, `${string}-key` | 'copy-link'> extends infer Name
    ? Exclude<Name, 'new-key' | 'create-key'>
    : never

type Key = Pick<KeySummary, 'id' | 'name' | 'favourite'>

/** What each command does with a key that is not in the bin. The menu, the keyboard and the key's own menus come here. */
export const keyCommands: Readonly<Record<KeyCommand, (key: Key) => void | Promise<void>>> = {
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
    if (!(await openRotation(id))) showToast(texts.t('commands.notTied', { name }))
  },
  'revoke-key': async ({ id, name }) => {
    const { link } = await client.call('remote.get', { id })
    if (link === null) showToast(texts.t('commands.notTied', { name }))
    else useProviderDialog.getState().open({ kind: 'revoke', keyId: id })
  },
  'bin-key': (key) => deleteKeys([key])
}
