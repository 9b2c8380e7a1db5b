import { client } from '../../../client/client'
import { toCallFailure } from '../../../client/failure'
import { keyInHand } from '../../../stores/key-list-store'
import { useUi } from '../../../stores/ui-store'
import { texts } from '../../../texts/texts'
import { showFailureToast, showToast } from '../../../ui/toasts'
import { writeSelected } from '../../env-files'
import { keyCommands, type KeyCommand } from '../../keys'

/**
 * Does something with the key in hand, and says why when it cannot. Writing is for the selected keys where there are
 * any.
 */
export async function runOnKey(command: KeyCommand): Promise<void> {
  const onKeys = useUi.getState().screen === 'keys'
  if (command === 'write-key' && onKeys && writeSelected()) return
  const id = onKeys ? keyInHand() : null
  if (id === null) {
    showToast(texts.t('commands.noKey'))
    return
  }
  try {
    const key = await client.call('keys.get', { id })
    if (key.deletedAt === null) await keyCommands[command](key)
    else showToast(texts.t('commands.inBin', { name: key.name }))
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}
