import type { Instant, KeyId } from '@contract/model/base'
import type {
  ConnectionFields,
  ConnectionId,
  ConnectionTest,
  RemoteLink,
  RemoteRequest,
  RotationPolicy
} from '@contract/model/connection'
import type { KeyChange, KeyFields, KeyState } from '@contract/model/key'
import type { Rotation, Unfinished } from '@contract/model/rotation'
import type { AuditDraft, NewKey } from './store-parts'

/** An account at a provider, without its credentials' values. */
export interface StoredConnection {
  readonly id: ConnectionId
  readonly connectorId: string
  readonly fields: ConnectionFields
  /** Where its credentials were entered for, and go to alone; null where nothing is sent. */
  readonly origin: string | null
  readonly credentials: readonly { readonly id: string; readonly preview: string; readonly updatedAt: Instant }[]
  readonly lastTest: ConnectionTest | null
  readonly keys: number
  readonly createdAt: Instant
}

/** What ties a key to one at a provider. */
export interface StoredLink {
  readonly keyId: KeyId
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly remoteId: string | null
  readonly origin: RemoteLink['origin']
  readonly policy: RotationPolicy
  readonly services: readonly string[]
  readonly seenAt: Instant | null
  readonly missing: boolean
  readonly forgetsSecret: boolean
  /** Its newest value was made here and nobody has put it away yet. */
  readonly unseen: boolean
  /** When its policy last tried something by itself. */
  readonly attemptedAt: Instant | null
  /** When its value was made: a rotation every n days counts from here. */
  readonly rotatedAt: Instant
}

/** Written before a request is sent, and gone in the transaction that stores what came of it. Holds no secret. */
export interface Intent {
  readonly id: string
  readonly job: Unfinished['job']
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly keyId: KeyId | null
  /** The name the provider knows it by. */
  readonly label: string
  readonly at: Instant
  readonly finding: Unfinished['finding']
  readonly remoteId: string | null
  /** Ids the provider listed before the request: what is new after it may be ours. Null when it could not be asked. */
  readonly knownBefore: readonly string[] | null
  /** A create, so that it can be repeated. */
  readonly request: RemoteRequest | null
  readonly local: LocalPart | null
}

export type LocalPart = Pick<KeyFields, 'envName' | 'tags' | 'notes' | 'favourite' | 'project' | 'environment' | 'keep'>

/** A rotation as it is kept; names and what may be done follow from the rest. */
export type StoredRotation = Omit<Rotation, 'keyName' | 'may'> & {
  /** The old value is in the vault, so that it can be put back. */
  readonly oldIsKept: boolean
  /** The key keeps no value: it does until the rotation ends. */
  readonly forgetsAtEnd: boolean
  /** The name the new key has at the provider. */
  readonly label: string
  /** The endpoint has killed the old value, and the new one was never received. */
  readonly oldDied: boolean
  /** Rises with each change, so that two processes never work on one rotation unawares. */
  readonly revision: number
}

/** One change of the vault. A list of them is carried out in one transaction, all or none. */
export type StoreChange =
  | { readonly op: 'add-key'; readonly key: NewKey }
  | { readonly op: 'edit-key'; readonly id: KeyId; readonly fields: KeyChange; readonly at: Instant }
  | { readonly op: 'set-state'; readonly id: KeyId; readonly state: KeyState; readonly at: Instant }
  | {
      readonly op: 'replace-secret'
      readonly id: KeyId
      readonly secret: Uint8Array
      readonly preview: string
      readonly at: Instant
    }
  /** Makes the value of `version` the current one again, as a new version. */
  | { readonly op: 'restore-secret'; readonly id: KeyId; readonly version: number; readonly at: Instant }
  | { readonly op: 'note-use'; readonly id: KeyId; readonly at: Instant }
  | { readonly op: 'save-link'; readonly link: StoredLink }
  /** Changes of a link that leave the rest of it as it is by then; nothing happens to one that is gone. */
  | {
      readonly op: 'change-link'
      readonly id: KeyId
      readonly change: Partial<
        Pick<StoredLink, 'seenAt' | 'missing' | 'policy' | 'unseen' | 'forgetsSecret' | 'attemptedAt'>
      >
      /** Only while it is still tied to this id. */
      readonly remoteId?: string | null
    }
  | { readonly op: 'drop-link'; readonly id: KeyId }
  /** Throws `rotation-running` when there is another one for the same key. */
  | { readonly op: 'save-intent'; readonly intent: Intent }
  | { readonly op: 'drop-intent'; readonly id: string }
  /** As `drop-intent`, but throws `unfinished-not-found` when it has gone already. */
  | { readonly op: 'settle-intent'; readonly id: string }
  /** Throws `rotation-running` unless the stored one is of the revision before. */
  | { readonly op: 'save-rotation'; readonly rotation: StoredRotation }
  /** The same whatever its revision: a value that was made must be stored. */
  | { readonly op: 'save-made'; readonly rotation: StoredRotation }
  | {
      readonly op: 'save-connection'
      readonly id: ConnectionId
      readonly connectorId: string
      readonly fields: ConnectionFields
      readonly origin: string | null
      readonly at: Instant
    }
  | {
      readonly op: 'save-credential'
      readonly connectionId: ConnectionId
      readonly id: string
      readonly secret: Uint8Array
      readonly preview: string
      readonly at: Instant
    }
  | { readonly op: 'save-test'; readonly connectionId: ConnectionId; readonly test: ConnectionTest }
  /** Unties its keys; its credentials, intents and rotations go with it. */
  | { readonly op: 'drop-connection'; readonly id: ConnectionId }

/** Connections, what ties keys to them, and the work that is under way. Part of the open vault. */
export interface RemoteStore {
  connections(): StoredConnection[]
  /** Throws `connection-not-found`. */
  connection(id: ConnectionId): StoredConnection
  /** Every credential of a connection; the bytes are handed over. */
  credentials(id: ConnectionId): { id: string; secret: Uint8Array }[]
  link(id: KeyId): StoredLink | null
  links(connectionId: ConnectionId | null): StoredLink[]
  /** The key each connection's own matters are told with: the oldest of those tied to it that are in use. */
  spokesmen(): { connectionId: ConnectionId; keyId: KeyId }[]
  /** Oldest first. */
  intents(): Intent[]
  intent(id: string): Intent | null
  /** Newest first. */
  rotations(filter: { open: boolean; keyId: KeyId | null }): StoredRotation[]
  rotation(id: string): StoredRotation | null
  /** A value for the app's own work (verifying, writing env files), not counted as a use. Throws `secret-not-kept`. */
  secretFor(id: KeyId, version: number | null): Uint8Array
  /** Carries out all of it with its audit entries, in one transaction, or nothing. */
  apply(changes: readonly StoreChange[], audit: readonly AuditDraft[]): void
}
