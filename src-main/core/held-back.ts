import { dirname } from 'node:path'
import type { HeldBack } from '@contract/model/session'
import type { SessionKeeper } from './session-keeper'

const MOST_FOLDERS = 100

/** What the open vault would do by itself, for whoever decides whether it may. Throws `vault-locked`. */
export async function heldBack(session: Pick<SessionKeeper, 'store'>): Promise<HeldBack> {
  const { remote, env, reminders } = session.store()
  const [rotations, links, bindings, deliveries] = await Promise.all([
    remote.rotations({ open: true, keyId: null }),
    remote.links(null),
    env.bindings(null),
    reminders.deliveries()
  ])
  const folders = new Set(bindings.filter(({ isOrphan }) => !isOrphan).map(({ file }) => dirname(file)))
  return {
    rotations: rotations.length,
    policies: links.filter(({ policy }) => policy.kind === 'automatic').length,
    deliveries: deliveries.filter(({ outcome }) => outcome === 'waiting').length,
    folders: [...folders].sort().slice(0, MOST_FOLDERS),
    moreFolders: Math.max(0, folders.size - MOST_FOLDERS)
  }
}
