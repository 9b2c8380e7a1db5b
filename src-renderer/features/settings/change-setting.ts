import type { SettingsChange } from '@contract/model/settings'
import { isCallFailure, toCallFailure } from '../../client/failure'
import { changeSetting as keepSetting } from '../../stores/change-setting'
import { showFailureToast } from '../../ui/toasts'

/** Keeps a choice. The window follows what the core kept; if that failed, it says so. A dismissed question says nothing. */
export async function changeSetting(change: SettingsChange): Promise<void> {
  try {
    await keepSetting(change)
  } catch (error) {
    if (!isCallFailure(error, 'cancelled')) showFailureToast(toCallFailure(error))
  }
}
