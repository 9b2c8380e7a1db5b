import { z } from 'zod'
import { call, event } from '../define'
import { instant, keyId, nothing } from '../model/base'
import {
  connection,
  connectionChange,
  connectionFields,
  connectionId,
  connectionTest,
  credentialValues,
  expiryChoice,
  listedRemoteKey,
  remoteChange,
  remoteLink,
  remoteRequest,
  rotationPolicy
} from '../model/connection'
import { connectorDescription, guide, guidedJob, manifestProblem, rotationMode, scopeChoice } from '../model/connector'
import { keyDetails, keyFields, secretText } from '../model/key'
import { oldUse, rotation, unfinished } from '../model/rotation'

const byConnection = z.strictObject({ id: connectionId })
const byKey = z.strictObject({ id: keyId })
const byRotation = z.strictObject({ id: z.string().min(1).max(64) })
const kind = z.string().min(1).max(60)

/** What the vault alone knows of a key that a provider makes: no name, no scopes, no expiry. */
const local = z
  .strictObject({
    envName: keyFields.shape.envName,
    tags: keyFields.shape.tags,
    notes: keyFields.shape.notes,
    favourite: keyFields.shape.favourite,
    project: keyFields.shape.project,
    environment: keyFields.shape.environment,
    keep: keyFields.shape.keep
  })
  .prefault({})

export const connectionCalls = {
  /** Every manifest that can be used, and what is wrong with the others. `folder` takes the person's own. */
  'connectors.list': call({
    requires: 'nothing',
    input: nothing,
    output: z.strictObject({
      items: z.array(connectorDescription),
      broken: z.array(z.strictObject({ file: z.string(), problems: z.array(manifestProblem) })),
      folder: z.string()
    })
  }),
  /** Judges a manifest's text without using it. */
  'connectors.check': call({
    requires: 'nothing',
    input: z.strictObject({ text: z.string().max(1_000_000) }),
    output: z.strictObject({ problems: z.array(manifestProblem), description: connectorDescription.nullable() })
  }),

  'connections.list': call({ input: nothing, output: z.strictObject({ items: z.array(connection) }) }),
  'connections.add': call({
    secret: 'input',
    input: z.strictObject({
      connectorId: z.string().min(1).max(100),
      fields: connectionFields,
      credentials: credentialValues.default({})
    }),
    output: byConnection
  }),
  /** Credentials that are given replace those of the same id; an empty list of them changes none. */
  'connections.edit': call({
    secret: 'input',
    input: z.strictObject({
      id: connectionId,
      fields: connectionChange.default({}),
      credentials: credentialValues.default({})
    }),
    output: nothing
  }),
  /** Throws `connection-in-use` while keys belong to it, unless `keepKeys` unties them. Nothing is sent. */
  'connections.remove': call({
    input: z.strictObject({ id: connectionId, keepKeys: z.boolean().default(false) }),
    output: nothing
  }),
  /** Asks the provider what can be asked without changing anything. A refusal is in the answer, not thrown; `cancelled` is. */
  'connections.test': call({ input: byConnection, output: connectionTest }),
  /** What the provider offers for a new key. */
  'connections.options': call({
    input: z.strictObject({ id: connectionId, of: z.enum(['roles', 'projects', 'scopes', 'services']) }),
    output: z.strictObject({ items: z.array(scopeChoice) })
  }),
  /** The keys the provider lists now; what the vault follows is brought up to date. */
  'connections.keys': call({
    input: byConnection,
    output: z.strictObject({ items: z.array(listedRemoteKey), notOffered: z.array(z.string()) })
  }),
  /** Follows keys that were made elsewhere; their values are unknown until somebody enters them. */
  'connections.adopt': call({
    input: z.strictObject({ id: connectionId, kind, remoteIds: z.array(z.string().min(1).max(500)).min(1).max(500) }),
    output: z.strictObject({ added: z.array(keyId) })
  }),

  /** The tie of a key to its provider, or null. */
  'remote.get': call({ input: byKey, output: z.strictObject({ link: remoteLink.nullable() }) }),
  /** Of these keys the ones that are tied to a provider, each with its tie. */
  'remote.tied': call({
    input: z.strictObject({ ids: z.array(keyId).min(1).max(1_000) }),
    output: z.strictObject({ items: z.array(z.strictObject({ saved: keyDetails, link: remoteLink })) })
  }),
  /** Makes a key at the provider and stores it. Sent at most once. */
  'remote.create': call({
    input: z.strictObject({ connectionId, kind, request: remoteRequest, local }),
    output: byKey
  }),
  /** What to click, with this key's name, scopes and expiry in the words of the provider's console. */
  'remote.guide': call({
    input: z.strictObject({
      connectionId,
      kind,
      job: guidedJob,
      keyId: keyId.nullable().default(null),
      request: remoteRequest.nullable().default(null)
    }),
    output: guide
  }),
  /** Stores the value that was made in the provider's console. Throws `key-format-mismatch` unless `anyFormat`. */
  'remote.enterCreated': call({
    secret: 'input',
    input: z.strictObject({
      connectionId,
      kind,
      request: remoteRequest,
      local,
      secret: secretText,
      anyFormat: z.boolean().default(false)
    }),
    output: byKey
  }),
  /** Opens the provider's page for a job in the browser; the address comes from the manifest. */
  'remote.openConsole': call({
    input: z.strictObject({ connectionId, kind, job: guidedJob }),
    output: z.strictObject({ opened: z.boolean() })
  }),
  /** The value of a key that was just made or rotated here, without the password, until it was put away. */
  'remote.revealNew': call({ secret: 'output', input: byKey, output: z.strictObject({ secret: z.string() }) }),
  /** The dialog that shows a new value is closed. A key that keeps none forgets it now. */
  'remote.putAway': call({ input: byKey, output: nothing }),
  'remote.edit': call({ input: z.strictObject({ id: keyId, change: remoteChange }), output: nothing }),
  'remote.setEnabled': call({ input: z.strictObject({ id: keyId, enabled: z.boolean() }), output: nothing }),
  'remote.renew': call({ input: z.strictObject({ id: keyId, expiry: expiryChoice }), output: nothing }),
  /** Ends the key at the provider. In guided mode it is only written down. */
  'remote.revoke': call({ input: byKey, output: nothing }),
  /** Asks the provider whether the stored value answers. Null: there is no way to tell. */
  'remote.verify': call({ input: byKey, output: z.strictObject({ works: z.boolean().nullable() }) }),
  'remote.setPolicy': call({ input: z.strictObject({ id: keyId, policy: rotationPolicy }), output: nothing }),
  /** The key stays in the vault and is no longer followed at the provider. */
  'remote.untie': call({ input: byKey, output: nothing }),
  /** Ends the provider calls that are under way. */
  'remote.cancel': call({ input: nothing, output: nothing }),

  'rotations.list': call({
    input: z.strictObject({ open: z.boolean().default(true), keyId: keyId.nullable().default(null) }),
    output: z.strictObject({ items: z.array(rotation) })
  }),
  'rotations.start': call({
    input: z.strictObject({
      id: keyId,
      /** One of the kind's rotation modes; the first of them when null. */
      mode: rotationMode.nullable().default(null),
      revokeAtEnd: z.boolean().default(false)
    }),
    output: rotation
  }),
  /** Does the step it stands at (again). */
  'rotations.continue': call({ input: byRotation, output: rotation }),
  /** For providers without an interface: the value that was made in the console. */
  'rotations.enterValue': call({
    secret: 'input',
    input: z.strictObject({ id: byRotation.shape.id, secret: secretText, anyFormat: z.boolean().default(false) }),
    output: rotation
  }),
  /** Ends the grace now: the old value is revoked and the rotation is done. */
  'rotations.finish': call({ input: byRotation, output: rotation }),
  /** Puts the old value back, in the vault and the env files, and revokes the new one. */
  'rotations.abort': call({ input: byRotation, output: rotation }),
  /** Ends it without asking the provider again, which keeps refusing: what lives there is left to the person. */
  'rotations.leave': call({ input: byRotation, output: rotation }),
  /** Whether the old value is still used. Null while there is none beside the new one. Throws `rotation-not-found`. */
  'rotations.oldUse': call({ input: byRotation, output: z.strictObject({ use: oldUse.nullable() }) }),
  'rotations.set': call({
    input: z.strictObject({ id: byRotation.shape.id, revokeAtEnd: z.boolean() }),
    output: rotation
  }),

  'unfinished.list': call({ input: nothing, output: z.strictObject({ items: z.array(unfinished) }) }),
  /** Looks at the provider for it, by its name. Changes nothing there. */
  'unfinished.look': call({ input: byRotation, output: unfinished }),
  /** `keyId` is the key a new attempt made. */
  'unfinished.settle': call({
    input: z.strictObject({
      id: byRotation.shape.id,
      choice: z.enum(['revoke', 'revoke-and-create', 'create', 'forget'])
    }),
    output: z.strictObject({ keyId: keyId.nullable() })
  }),

  /** Connections, links, rotations or unfinished work have changed. */
  'remote.changed': event(z.strictObject({ revision: z.int() })),
  /** Provider calls under way, and how long one waits: `waiting 12 s`. */
  'work.changed': event(
    z.strictObject({
      revision: z.int(),
      items: z.array(
        z.strictObject({
          id: z.string(),
          job: z.string(),
          name: z.string(),
          startedAt: instant,
          waitsUntil: instant.nullable(),
          waitsFor: z.enum(['rate-limit', 'pacing', 'retry']).nullable()
        })
      )
    })
  )
} as const

export type LocalFields = z.output<typeof local>
