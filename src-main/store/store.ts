import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import { fingerprintOf } from '../crypto/fingerprint'
import type { Secret } from '../crypto/secret'
import type { AuditDraft, NewKey, VaultStore } from '../ports/vault-store'
import { applyChange } from './apply-changes'
import { applyEnvChange } from './apply-env-changes'
import { AuditTrail } from './audit-trail'
import { EnvBook } from './env-book'
import { KeyBook } from './key-book'
import { linesOfKeys } from './key-lines'
import { facetsOfKeys, groupsOfKeys, idsOfKeys, pageOfKeys } from './key-list'
import { rowStartingWith } from './key-row'
import { ReminderBook } from './reminder-book'
import { reminderKeys } from './reminder-keys'
import { RemoteBook } from './remote-book'
import type { Connection } from './sql'
import { guarded, type Place } from './sqlite-errors'
import { usageStore } from './usage-store'
import { ViewBook } from './view-book'

export interface StoreOptions {
  readonly connection: Connection
  readonly fingerprintKey: Secret
  readonly readOnly: boolean
  readonly place: Place
}

/** The open vault's methods. Every change and its audit entry are one transaction; every error is typed. */
export function createStore({ connection, fingerprintKey, readOnly, place }: StoreOptions): VaultStore {
  const book = new KeyBook(connection, fingerprintKey)
  const trail = new AuditTrail(connection)
  const remote = new RemoteBook(connection)
  const reminders = new ReminderBook(connection)
  const env = new EnvBook(connection, fingerprintKey)
  const views = new ViewBook(connection)

  const read = <Value>(work: () => Value): Value => guarded(place, work)
  const write = <Value>(work: () => Value): Value => {
    if (readOnly) throw new AppError('vault-read-only', { folder: place.folder })
    return guarded(place, () => connection.transaction(work))
  }
  const change = (id: KeyId, audit: AuditDraft, work: (number: number) => void): void => {
    write(() => {
      const { number } = book.handle(id)
      work(number)
      trail.append(audit, book.handle(id).name)
    })
  }

  return {
    keys: {
      page: (query, nowIso) => read(() => pageOfKeys(connection, query, nowIso)),
      lines: (query, nowIso) => read(() => linesOfKeys(connection, query, nowIso)),
      ids: (query, nowIso) => read(() => idsOfKeys(connection, query, nowIso)),
      rowOf: (query, nowIso) => read(() => rowStartingWith(connection, query, nowIso)),
      groups: (query, nowIso) => read(() => groupsOfKeys(connection, query, nowIso)),
      facets: (nowIso) => read(() => facetsOfKeys(connection, nowIso)),
      get: (id) => read(() => book.get(id)),
      find: (name) => read(() => book.find(name)),
      identities: () => read(() => book.identities()),
      fingerprints: (secrets) => secrets.map((secret) => fingerprintOf(secret, fingerprintKey)),
      withSecrets: (after, limit) => read(() => book.withSecrets(after, limit)),
      add: (key, audit) => {
        write(() => {
          book.add(key)
          trail.append(audit, key.fields.name)
        })
      },
      addMany: (keys, audit) => {
        write(() => {
          for (const key of keys) {
            book.add(key)
            trail.append(addedWith(key, audit), key.fields.name)
          }
          trail.append(audit, null)
        })
      },
      edit: (id, fields, at, audit) => {
        change(id, audit, () => {
          book.edit(id, fields, at)
        })
      },
      setState: (id, state, at, audit) => {
        change(id, audit, () => {
          book.setState(id, state, at)
        })
      },
      replaceSecret: (id, secret, preview, at, audit) => {
        change(id, audit, () => {
          book.replaceSecret(id, secret, preview, at)
        })
      },
      secret: (id, version, audit) => {
        // A vault on a read-only disk is still of use; its trail cannot grow for anyone.
        if (readOnly) return read(() => book.secret(id, version))
        return write(() => {
          const found = book.secret(id, version)
          book.noteUse(id, audit.at)
          trail.append(audit, found.name)
          return found
        })
      },
      moveToBin: (id, at, audit) => {
        change(id, audit, () => {
          book.setDeletedAt(id, at)
        })
      },
      restoreFromBin: (id, _at, audit) => {
        change(id, audit, () => {
          book.setDeletedAt(id, null)
        })
      },
      purge: (id, audit) => {
        write(() => {
          const { number, name } = book.handle(id)
          book.purge(number)
          trail.append(audit, name)
        })
      },
      purgeValues: (id, audit) => {
        change(id, audit, (number) => {
          book.purgePreviousValues(number)
        })
      },
      emptyBin: (before, audit) =>
        write(() => {
          const resting = book.inBinBefore(before)
          for (const { number, id, name } of resting) {
            book.purge(number)
            trail.append({ ...audit, keyId: id }, name)
          }
          return resting.length
        })
    },
    audit: {
      append: (audit) => {
        write(() => {
          trail.append(audit, audit.keyId === null ? null : book.handle(audit.keyId).name)
        })
      },
      page: (query) => read(() => trail.page(query)),
      pageAfter: (query) => read(() => trail.pageAfter(query)),
      count: (filter) => read(() => trail.count(filter)),
      verify: () => read(() => trail.verify())
    },
    remote: {
      connections: () => read(() => remote.connections()),
      connection: (id) => read(() => remote.connection(id)),
      credentials: (id) => read(() => remote.credentials(id)),
      link: (id) => read(() => remote.link(id)),
      links: (connectionId) => read(() => remote.links(connectionId)),
      spokesmen: () => read(() => remote.spokesmen()),
      intents: () => read(() => remote.intents()),
      intent: (id) => read(() => remote.intent(id)),
      rotations: (filter) => read(() => remote.rotations(filter)),
      rotation: (id) => read(() => remote.rotation(id)),
      secretFor: (id, version) => read(() => book.secret(id, version).secret),
      apply: (changes, audit) => {
        write(() => {
          for (const change of changes) applyChange(change, book, remote)
          for (const entry of audit) trail.append(entry, entry.keyId === null ? null : book.handle(entry.keyId).name)
        })
      }
    },
    env: {
      bindings: (keyId) => read(() => env.bindings(keyId)),
      projects: () => read(() => env.projects()),
      undos: () => read(() => env.undos()),
      undoBytes: (id) => read(() => env.undoBytes(id)),
      holders: (texts) => read(() => env.holders(texts)),
      apply: (changes, audit) => {
        write(() => {
          for (const change of changes) applyEnvChange(change, { keys: book, remote, env })
          for (const entry of audit) trail.append(entry, entry.keyId === null ? null : book.handle(entry.keyId).name)
        })
      }
    },
    reminders: {
      keys: (query) => read(() => reminderKeys(connection, query)),
      states: () => read(() => reminders.states()),
      rules: () => read(() => reminders.rules()),
      channels: () => read(() => reminders.channels()),
      channelSecret: (id) => read(() => reminders.channelSecret(id)),
      deliveries: () => read(() => reminders.deliveries()),
      marksKey: () => read(() => reminders.marksKey()),
      apply: (changes, audit) => {
        write(() => {
          for (const change of changes) reminders.apply(change)
          for (const entry of audit) trail.append(entry, entry.keyId === null ? null : book.handle(entry.keyId).name)
        })
      }
    },
    usage: usageStore({ connection, book, trail, read, write }),
    views: {
      list: () => read(() => views.list()),
      save: (id, fields, isNew) => {
        write(() => {
          views.save(id, fields, isNew)
        })
      },
      remove: (id) => {
        write(() => {
          views.remove(id)
        })
      }
    }
  }
}

function addedWith(key: NewKey, audit: AuditDraft): AuditDraft {
  return { at: audit.at, action: 'key.added', actor: audit.actor, keyId: key.id, detail: audit.detail }
}
