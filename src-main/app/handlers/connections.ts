import { AppError } from '@contract/errors'
import type { Connector, ConnectorBook } from '../../connectors/connector'
import type { Keys } from '../../core/keys'
import type { Accounts } from '../../core/remote/accounts'
import type { Connections } from '../../core/remote/connections'
import type { Creation } from '../../core/remote/creation'
import { guideFor } from '../../core/remote/guides'
import type { NewSecrets } from '../../core/remote/new-secrets'
import type { RemoteKeys } from '../../core/remote/remote-keys'
import type { Rotations } from '../../core/remote/rotations'
import type { UnfinishedWork } from '../../core/remote/unfinished'
import type { Work } from '../../core/remote/work'
import type { SessionKeeper } from '../../core/session-keeper'
import type { OldUses } from '../../core/usage/old-use'
import type { Links } from '../../ports/links'
import { done, type HandlersOf } from '../handler-types'

interface Parts {
  readonly keys: Keys
  readonly connectors: ConnectorBook
  readonly connections: Connections
  readonly accounts: Accounts
  readonly creation: Creation
  readonly fresh: NewSecrets
  readonly remoteKeys: RemoteKeys
  readonly rotations: Rotations
  readonly oldUses: OldUses
  readonly unfinished: UnfinishedWork
  readonly work: Work
  readonly session: SessionKeeper
  readonly links: Links
}

const descriptionOf = (connector: Connector): Connector['description'] => connector.description

export function connectionHandlers(
  parts: Parts
): HandlersOf<'connectors' | 'connections' | 'remote' | 'rotations' | 'unfinished'> {
  const { keys, connectors, connections, accounts, creation, fresh, remoteKeys, rotations, unfinished, work } = parts
  return {
    'connectors.list': async () => {
      const { usable, broken } = await connectors.all()
      return {
        items: usable.map(descriptionOf),
        broken: broken.map(({ file, problems }) => ({ file, problems: [...problems] })),
        folder: connectors.folder
      }
    },
    'connectors.check': ({ text }) => {
      const { problems, description } = connectors.check(text)
      return { problems: [...problems], description }
    },

    'connections.list': async () => ({ items: await connections.list() }),
    'connections.add': async ({ connectorId, fields, credentials }, { actor }) => ({
      id: await connections.add(connectorId, fields, credentials, actor)
    }),
    'connections.edit': ({ id, fields, credentials }, { actor }) =>
      done(connections.edit(id, fields, credentials, actor)),
    'connections.remove': ({ id, keepKeys }, { actor }) => done(connections.remove(id, keepKeys, actor)),
    'connections.test': ({ id }) => connections.test(id),
    'connections.options': async ({ id, of }) => ({ items: await connections.options(id, of) }),
    'connections.keys': ({ id }, { actor }) => remoteKeys.list(id, actor),
    'connections.adopt': async ({ id, kind, remoteIds }, { actor }) => ({
      added: await remoteKeys.adopt(id, kind, remoteIds, actor)
    }),

    'remote.get': async ({ id }) => ({ link: await remoteKeys.link(id) }),
    'remote.tied': async ({ ids }) => {
      const items = []
      for (const id of ids) {
        const link = await remoteKeys.link(id)
        if (link !== null) items.push({ saved: await keys.get(id), link })
      }
      return { items }
    },
    'remote.create': async (wanted, { actor, visitor }) => {
      const id = await creation.create(wanted, actor)
      visitor?.made.add(id)
      return { id }
    },
    'remote.guide': async ({ connectionId, kind, job, keyId, request }) => {
      const account = await accounts.of(connectionId)
      const key = keyId === null ? null : await parts.session.store().keys.get(keyId)
      return guideFor(account.kind(kind), account.connector.description, job, key, request)
    },
    'remote.enterCreated': async ({ secret, anyFormat, ...wanted }, { actor, visitor }) => {
      const id = await creation.enter(wanted, secret, anyFormat, actor)
      visitor?.made.add(id)
      return { id }
    },
    'remote.openConsole': async ({ connectionId, kind, job }) => {
      const { connector, kind: kindOf } = await accounts.of(connectionId)
      const url = kindOf(kind).guides[job]?.url ?? connector.description.consoleUrl
      if (url === null) throw new AppError('link-refused', {})
      return { opened: await parts.links.openProvider(url) }
    },
    'remote.revealNew': async ({ id }, { actor, visitor }) => {
      const made = visitor?.made.has(id) ?? false
      await visitor?.require({ reach: 'read', secrets: made ? [] : [id], made })
      return { secret: await fresh.reveal(id, actor) }
    },
    'remote.putAway': ({ id }, { actor }) => done(fresh.putAway(id, actor)),
    'remote.edit': ({ id, change }, { actor }) => done(remoteKeys.edit(id, change, actor)),
    'remote.setEnabled': ({ id, enabled }, { actor }) => done(remoteKeys.setEnabled(id, enabled, actor)),
    'remote.renew': ({ id, expiry }, { actor }) => done(remoteKeys.renew(id, expiry, actor)),
    'remote.revoke': ({ id }, { actor }) => done(remoteKeys.revoke(id, actor)),
    'remote.verify': async ({ id }) => ({ works: await remoteKeys.verify(id) }),
    'remote.setPolicy': ({ id, policy }, { actor }) => done(remoteKeys.setPolicy(id, policy, actor)),
    'remote.untie': ({ id }, { actor }) => done(remoteKeys.untie(id, actor)),
    'remote.cancel': () => done(work.cancel()),

    'rotations.list': async (filter) => ({ items: await rotations.list(filter) }),
    'rotations.start': ({ id, mode, revokeAtEnd }, { actor }) => rotations.start(id, mode, revokeAtEnd, actor),
    'rotations.continue': ({ id }, { actor }) => rotations.continue(id, actor),
    'rotations.enterValue': ({ id, secret, anyFormat }, { actor }) =>
      rotations.enterValue(id, secret, anyFormat, actor),
    'rotations.finish': ({ id }, { actor }) => rotations.finish(id, actor),
    'rotations.abort': ({ id }, { actor }) => rotations.abort(id, actor),
    'rotations.leave': ({ id }, { actor }) => rotations.leave(id, actor),
    'rotations.oldUse': async ({ id }) => ({ use: await parts.oldUses(id) }),
    'rotations.set': ({ id, revokeAtEnd }) => rotations.set(id, revokeAtEnd),

    'unfinished.list': async () => ({ items: await unfinished.list() }),
    'unfinished.look': ({ id }) => unfinished.look(id),
    'unfinished.settle': async ({ id, choice }, { actor, visitor }) => {
      const keyId = await unfinished.settle(id, choice, actor)
      if (keyId !== null) visitor?.made.add(keyId)
      return { keyId }
    }
  }
}
