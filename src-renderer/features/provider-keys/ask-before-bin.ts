import type { KeyId } from '@contract/model/base'
import { client } from '../../client/client'
import { useProviderDialog } from '../../stores/provider-dialog-store'

interface Named {
  readonly id: KeyId
  readonly name: string
}

const AT_ONCE = 500

/** Moves keys to the bin at once, or first says of those that are tied that they stay alive at their provider. */
export async function askBeforeBin(keys: readonly Named[], move: () => Promise<void>): Promise<void> {
  const alive = await livingAtProvider(keys.map(({ id }) => id))
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

async function livingAtProvider(ids: readonly KeyId[]): Promise<Named[]> {
  const alive: Named[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const { items } = await client.call('remote.tied', { ids: ids.slice(at, at + AT_ONCE) })
    for (const { saved, link } of items) {
      if (!link.missing && saved.state !== 'revoked') alive.push({ id: saved.id, name: saved.name })
    }
  }
  return alive
}
