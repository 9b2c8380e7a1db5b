import type { SettingsChange } from '@contract/model/settings'
import { client } from '../client/client'
import { withPassword } from './password-gate'

/**
 * Keeps a choice, asking for the password where the core wants it. Throws what the core refuses it with.
 * What is kept comes back as `settings.changed`, in its order; an answer may be overtaken by a later choice.
 */
export async function changeSetting(change: SettingsChange): Promise<void> {
  await withPassword(() => client.call('settings.update', change))
}
