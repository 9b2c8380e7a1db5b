import type { KeyId } from '@contract/model/base'
import { client } from '../../client/client'
import { useProviderDialog } from '../../stores/provider-dialog-store'

interface Named {
  readonly id: KeyId
  readonly name: string
}

/** Moves keys to the bin at once, or first says of those that are tied that they stay alive at their provider. */
export async function askBeforeBin(keys: readonly Named[], move: () => Promise<void>): Promise<void> {
  const lives = await Promise.all(keys.map(({ id }) => livesAtProvider(id)))
  const alive = keys.filter((_, index) => lives[index])
  if (alive.length === 0) {
    await move()
    return
  }
  useProviderDialog.getState().open({
    kind: 'bin',
    alive,
    count: keys.length,
    move: () => {
      void move()
    }
  })
}

async function livesAtProvider(id: KeyId): Promise<boolean> {
  const { link } = await client.call('remote.get', { id })
  if (link === null || link.missing) return false
  return (await client.call('keys.get', { id })).state !== 'revoked'
}
