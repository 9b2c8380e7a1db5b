import type { BulkChanges } from '../../core/bulk-changes'
import type { ClipboardLeases } from '../../core/clipboard-lease'
import type { Keys, RevealProof } from '../../core/keys'
import { done, type HandlersOf, type Sender } from '../handler-types'

interface Parts {
  readonly keys: Keys
  readonly bulk: BulkChanges
  readonly clipboard: ClipboardLeases
}

export function keyHandlers({ keys, bulk, clipboard }: Parts): HandlersOf<'keys' | 'clipboard'> {
  return {
    'keys.list': (query) => keys.list(query),
    'keys.lines': async (query) => ({ items: await keys.lines(query) }),
    'keys.ids': async (query) => ({ ids: await keys.ids(query) }),
    'keys.rowOf': async (query) => ({ row: await keys.rowOf(query) }),
    'keys.groups': async (query) => ({ items: await keys.groups(query) }),
    'keys.facets': () => keys.facets(),
    'keys.get': ({ id }) => keys.get(id),
    'keys.find': async ({ name }) => ({ id: await keys.find(name) }),
    'keys.add': async ({ fields, secret }, { actor }) => ({ id: await keys.add(fields, secret, actor) }),
    'keys.edit': ({ id, fields }, { actor }) => done(keys.edit(id, fields, actor)),
    'keys.change': async ({ ids, change }, { actor }) => ({ items: await bulk.change(ids, change, actor) }),
    'keys.replaceSecret': ({ id, secret }, { actor }) => done(keys.replaceSecret(id, secret, actor)),
    'keys.reveal': ({ id }, sender) => keys.reveal(id, sender.actor, proofOf(sender)),
    'keys.revealPrevious': ({ id, version }, sender) => keys.revealPrevious(id, version, sender.actor, proofOf(sender)),
    'keys.copy': ({ id, format }, { actor }) => keys.copy(id, format, actor),
    'keys.delete': ({ id }, { actor }) => done(keys.moveToBin(id, actor)),
    'keys.restore': ({ id }, { actor }) => done(keys.restore(id, actor)),
    'keys.purge': ({ id }, { actor }) => done(keys.purge(id, actor)),
    'keys.purgeValues': ({ id }, { actor }) => done(keys.purgeValues(id, actor)),
    'keys.emptyBin': async (_input, { actor }) => ({ purged: await keys.emptyBin(0, actor) }),
    'clipboard.clear': () => done(clipboard.drop())
  }
}

/** What came over the agent's socket was granted this key, or it would not be here. */
function proofOf({ visitor }: Sender): RevealProof {
  return visitor === undefined ? 'password' : 'grant'
}
