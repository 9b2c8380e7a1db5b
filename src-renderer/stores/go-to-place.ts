import type { KeyId } from '@contract/model/base'
import type { Place, PlaceOnScreen } from '@contract/model/place'
import { client } from '../client/client'
import { noFilter } from './key-filter'
import { useKeyList } from './key-list-store'
import { leaveTo } from './leave-store'
import { useProviderDialog } from './provider-dialog-store'
import { rotationOf, useRotations } from './rotations-store'
import { useUi } from './ui-store'

/** Goes where a notification, the tray or another program wants the window to be, if anywhere. */
export async function goToWantedPlace(): Promise<void> {
  try {
    const { place } = await client.call('navigation.take', {})
    if (place !== null) goTo(place)
  } catch {
    // The window stays where it is; the reminder stands in its list all the same.
  }
}

/** Shows a key of the vault in the list of keys. */
export function goToKey(id: KeyId): void {
  useUi.getState().goTo('keys')
  useKeyList.getState().setFilter(noFilter)
  useKeyList.getState().open(id)
}

/** Shows a key with its rotation. Of a key that is tied to no provider its details are all; the answer says so. */
export function goToRotation(keyId: KeyId): Promise<boolean> {
  goToKey(keyId)
  return openRotation(keyId)
}

/**
 * Opens the rotation of a key where the person is: the one under way, else the start of one. A key that is tied to no
 * provider has nothing to rotate there; the answer says whether there was anything.
 */
export async function openRotation(keyId: KeyId): Promise<boolean> {
  const known = useRotations.getState().items
  const items = known ?? (await client.call('rotations.list', { open: true })).items
  const rotation = rotationOf(items, keyId)
  const { open } = useProviderDialog.getState()
  if (rotation !== null) {
    open({ kind: 'rotation', keyId, rotationId: rotation.id })
    return true
  }
  const { link } = await client.call('remote.get', { id: keyId })
  if (link !== null) open({ kind: 'start-rotation', keyId })
  return link !== null
}

function goTo(place: Place): void {
  if ('command' in place) useUi.getState().wantCommand(place.command)
  else
    leaveTo(() => {
      // A rotation that cannot be opened leaves its key's details, which say how it stands.
      goToScreen(place).catch(() => undefined)
    })
}

async function goToScreen({ screen, keyId }: PlaceOnScreen): Promise<void> {
  if (screen === 'key' && keyId !== null) goToKey(keyId)
  else if (screen === 'rotate' && keyId !== null) await goToRotation(keyId)
  else if (screen === 'reminders' || screen === 'settings') useUi.getState().goTo(screen)
  else useUi.getState().goTo('keys')
}
