import { toCallFailure } from '../../client/failure'
import { useTerminalCommand } from '../../stores/terminal-command-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** Puts `kq` where terminals find it, and says where that is. */
export async function installKq(): Promise<void> {
  try {
    const { place } = await useTerminalCommand.getState().install()
    showToast(texts.t('grants.kq.installedToast', { place }))
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}

export async function removeKq(): Promise<void> {
  try {
    const { place } = await useTerminalCommand.getState().remove()
    showToast(texts.t('grants.kq.removedToast', { place }))
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}
