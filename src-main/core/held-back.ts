import { dirname } from 'node:path'
import type { HeldBack } from '@contract/model/session'
import type { SessionKeeper } from './session-keeper'

const MOST_SHOWN = 100

/** What the open vault would do by itself, for whoever decides whether it may. Throws `vault-locked`. */
export async function heldBack(session: Pick<SessionKeeper, 'store'>): Promise<HeldBack> {
  const { remote, env, reminders } = session.store()
  const [rotations, links, bindings, deliveries, connections, channels] = await Promise.all([
    remote.rotations({ open: true, keyId: null }),
    remote.links(null),
    env.bindings(null),
    reminders.deliveries(),
    remote.connections(),
    reminders.channels()
  ])
  const folders = new Set(bindings.filter(({ isOrphan }) => !isOrphan).map(({ file }) => dirname(file)))
  const providers = connections.flatMap(({ fields, origin }) =>
    fields.mode === 'api' && origin !== null ? [hostOf(origin)] : []
  )
  const hosts = new Set([...providers, ...channels.map(({ host }) => host)])
  return {
    rotations: rotations.length,
    policies: links.filter(({ policy }) => policy.kind === 'automatic').length,
    deliveries: deliveries.filter(({ outcome }) => outcome === 'waiting').length,
    folders: [...folders].sort().slice(0, MOST_SHOWN),
    moreFolders: Math.max(0, folders.size - MOST_SHOWN),
    hosts: [...hosts].sort().slice(0, MOST_SHOWN),
    moreHosts: Math.max(0, hosts.size - MOST_SHOWN)
  }
}

/** What stands in a vault that was prepared need not be an address. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin)
