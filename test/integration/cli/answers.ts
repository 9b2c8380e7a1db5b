import { z } from 'zod'
import { errorCodes } from '@contract/errors'
import { contract } from '@contract/ipc'
import { auditEntry } from '@contract/model/audit'
import { backupSummary } from '@contract/model/backup'
import { instant, keyId } from '@contract/model/base'
import {
  connection,
  connectionId,
  connectionTest,
  failure,
  listedRemoteKey,
  remoteLink,
  rotationPolicy
} from '@contract/model/connection'
import { connectorDescription, manifestProblem, scopeChoice } from '@contract/model/connector'
import {
  binding,
  bindingId,
  envPreview,
  envUndo,
  envWritten,
  project,
  projectContents,
  projectId,
  scanResult,
  undoId
} from '@contract/model/env'
import { importPreview } from '@contract/model/import'
import { keyDetails, keySummary } from '@contract/model/key'
import { reminder } from '@contract/model/reminder'
import { rotation, unfinished, writtenBinding } from '@contract/model/rotation'
import { heldBack, sessionPhase, vaultHold } from '@contract/model/session'
import { vaultPlace } from '@contract/model/vault-place'
import { usageFinding, usageOffer, usageRecord, usageState } from '@contract/model/usage'

const object = z.strictObject
const id = object({ id: keyId })
const grant = object({ idleEndsAt: instant, endsAt: instant }).nullable()
const standing = { openedAt: instant, locksAt: instant.nullable(), grant }
const choice = object({ id: z.string(), label: z.string(), description: z.string() })

/** What each command answers with `--json`, by its words. Made of the contract, so that both say the same. */
export const answers = {
  init: object({ vault: z.string() }),
  unlock: object({ holder: z.enum(['app', 'agent']), ...standing }),
  lock: object({ locked: z.boolean() }),
  status: object({
    version: z.string(),
    home: z.string(),
    vault: z.string(),
    phase: sessionPhase,
    trouble: z.string().nullable(),
    readOnly: z.boolean(),
    holder: z.enum(['app', 'agent']).nullable(),
    openedAt: instant.nullable(),
    locksAt: instant.nullable(),
    grant,
    agentTrouble: z.enum(errorCodes).nullable()
  }),
  'vault list': contract['vaults.list'].output,
  'vault open': vaultPlace,
  'vault allow': heldBack.extend({ held: vaultHold.nullable() }),
  'vault forget': object({ folder: z.string() }),
  add: id,
  list: object({ total: z.int(), keys: z.array(keySummary) }),
  search: object({ total: z.int(), keys: z.array(keySummary) }),
  show: object({ key: keyDetails, link: remoteLink.nullable(), rotations: z.array(rotation) }),
  copy: contract['keys.copy'].output,
  due: object({
    due: z.array(
      object({
        keyId: reminder.shape.keyId,
        name: z.string(),
        provider: z.string().nullable(),
        kind: reminder.shape.kind,
        state: reminder.shape.state,
        at: instant,
        usedPercent: reminder.shape.usedPercent,
        what: reminder.shape.what
      })
    )
  }),
  edit: object({ id: keyId, changedAtProvider: z.boolean() }),
  rm: id,
  'connector list': object({
    connectors: z.array(connectorDescription),
    broken: z.array(object({ file: z.string(), problems: z.array(manifestProblem) })),
    folder: z.string()
  }),
  'connector show': connectorDescription,
  'connector check': object({
    problems: z.array(manifestProblem),
    description: connectorDescription.nullable(),
    folder: z.string()
  }),
  'connector folder': object({ folder: z.string() }),
  'connector schema': z.looseObject({ $schema: z.string() }),
  'connection list': object({ connections: z.array(connection) }),
  'connection add': object({ id: connectionId }),
  'connection edit': object({ id: connectionId }),
  'connection test': connectionTest,
  'connection keys': object({
    keys: z.array(listedRemoteKey),
    notOffered: contract['connections.keys'].output.shape.notOffered
  }),
  'connection adopt': object({ added: z.array(keyId) }),
  'connection rm': object({ id: connectionId }),
  create: object({
    id: keyId,
    name: z.string(),
    connection: z.string(),
    kind: z.string(),
    remoteId: z.string().nullable(),
    preview: z.string(),
    expiresAt: instant.nullable()
  }),
  scopes: object({ id: keyId, scopes: z.array(z.string()), offered: z.array(scopeChoice) }),
  renew: object({ id: keyId, expiresAt: instant.nullable() }),
  enable: object({ id: keyId, enabled: z.boolean() }),
  disable: object({ id: keyId, enabled: z.boolean() }),
  verify: object({ id: keyId, works: z.boolean().nullable() }),
  rotate: z.union([rotation, object({ rotations: z.array(rotation) })]),
  policy: object({ id: keyId, policy: rotationPolicy }),
  revoke: object({ id: keyId, revokedAtProvider: z.boolean() }),
  'unfinished list': object({ unfinished: z.array(unfinished) }),
  'unfinished look': object({ unfinished: z.array(unfinished) }),
  'unfinished settle': object({ keyId: keyId.nullable() }),
  untie: id,
  'env write': envWritten,
  'env diff': envPreview.omit({ token: true }),
  'env undo': z.union([
    object({ undos: z.array(envUndo) }),
    object({ id: undoId, file: z.string(), removed: z.boolean() })
  ]),
  'env example': envWritten,
  'env ignore': contract['env.ignore'].output,
  'env status': object({ bindings: z.array(binding) }),
  'env bind': binding,
  'env unbind': object({ unbound: z.array(bindingId) }),
  'env sync': object({ bindings: z.array(writtenBinding) }),
  'env take': binding,
  'env project list': object({ projects: z.array(project) }),
  'env project add': project,
  'env project rename': object({ id: projectId, name: z.string(), keyIds: z.array(keyId) }),
  'env project rm': object({ id: projectId }),
  'env project show': projectContents.omit({ token: true }),
  'env project adopt': contract['projects.adopt'].output,
  'env compare': contract['projects.compare'].output,
  scan: scanResult,
  import: z.union([contract['import.apply'].output, importPreview]),
  export: contract['export.plain'].output,
  backup: z.union([backupSummary, object({ backups: z.array(backupSummary) })]),
  restore: backupSummary,
  'usage list': object({ summary: contract['usage.summary'].output, calls: z.array(usageRecord) }),
  'usage sync': object({
    accounts: z.array(
      object({
        connectionId,
        connectionName: z.string(),
        log: usageOffer,
        totals: usageState.shape.totals,
        records: z.int(),
        added: z.int(),
        complete: z.boolean(),
        failure: failure.nullable()
      })
    )
  }),
  'usage export': contract['usage.export'].output,
  'usage quotas': contract['usage.quotas'].output,
  'usage findings': z.union([
    object({ findings: z.array(usageFinding) }),
    object({ acknowledged: z.array(z.string()) })
  ]),
  'audit list': object({ total: z.int(), entries: z.array(auditEntry) }),
  'audit verify': contract['audit.verify'].output,
  'audit export': contract['audit.export'].output,
  doctor: object({
    problems: z.int(),
    findings: z.array(
      object({
        id: z.string(),
        label: z.string(),
        state: z.enum(['ok', 'note', 'problem']),
        says: z.string(),
        mend: z.string().nullable()
      })
    )
  }),
  completion: object({ shell: z.string(), script: z.string() }),
  passwd: object({ changed: z.literal(true) })
} as const

/** Commands whose answer is not Keyquay's to shape: a secret as it is, and what another program prints. */
export const WITHOUT_ANSWER = ['reveal', 'run']

/** A failure, on stderr. */
export const failureAnswer = object({
  error: z.union([
    object({ code: z.literal('usage'), message: z.string() }),
    object({
      code: z.enum(errorCodes),
      details: z.record(z.string(), z.unknown()),
      message: z.string(),
      id: z.string().nullable(),
      offered: z.array(choice.partial({ description: true }).loose()).optional()
    })
  ])
})
