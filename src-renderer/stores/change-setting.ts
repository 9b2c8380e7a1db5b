import type { SettingsChange } from '@contract/model/settings'
import { client } from '../client/client'
import { useApp } from './app-store'
import { withPassword } from './password-gate'

/** Keeps a choice, asking for the password where the core wants it. Throws what the core refuses it with. */
export async function changeSetting(change: SettingsChange): Promise<void> {
  useApp.setState({ settings: await withPassword(() => client.call('settings.update', change)) })
}
