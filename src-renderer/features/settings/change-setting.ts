import type { SettingsChange } from '@contract/model/settings'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { showFailureToast } from '../../ui/toasts'

/** Keeps a choice. The window follows what the core kept; if that failed, it says so. */
export async function changeSetting(change: SettingsChange): Promise<void> {
  try {
    useApp.setState({ settings: await client.call('settings.update', change) })
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}
