import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Intent, StoreChange, StoredLink, StoredRotation } from '../../../src-main/ports/remote-store'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import type { KeyId } from '../../../src-preload/contract/model/base'
import type { ConnectionId } from '../../../src-preload/contract/model/connection'
import {
  auditDraft,
  byPassword,
  freshId,
  newKey,
  NOW,
  PASSWORD,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'

const CONNECTION = '01J00000000000000000CONNEC' as ConnectionId

const connection: StoreChange = {
  op: 'save-connection',
  id: CONNECTION,
  connectorId: 'cloudnexus',
  fields: {
    name: 'work',
    mode: 'api',
    baseUrl: null,
    variables: {},
    overrides: {},
    allowPrivate: false,
    ca: null
  },
  origin: 'https://api.example.com',
  at: NOW
}

const credential = (value: string): StoreChange => ({
  op: 'save-credential',
  connectionId: CONNECTION,
  id: 'apiKey',
  secret: utf8(value),
  preview: '••••••••',
  at: NOW
})

const linkOf = (keyId: KeyId, remoteId: string | null): StoredLink => ({
  keyId,
  connectionId: CONNECTION,
  kind: 'key',
  remoteId,
  origin: 'created',
  policy: { kind: 'by-hand' },
  services: [],
  seenAt: NOW,
  missing: false,
  forgetsSecret: false,
  unseen: true,
  attemptedAt: null,
  rotatedAt: NOW
})

const intentOf = (id: string, keyId: KeyId | null): Intent => ({
  id,
  job: keyId === null ? 'create' : 'rotate',
  connectionId: CONNECTION,
  kind: 'key',
  keyId,
  label: 'ci',
  at: NOW,
  finding: 'unknown',
  remoteId: null,
  knownBefore: ['a'],
  request: null,
  local: null
})

const rotationOf = (keyId: KeyId, revision: number): StoredRotation => ({
  id: 'R1',
  keyId,
  connectionId: CONNECTION,
  mode: 'grace',
  step: 'creating',
  old: { remoteId: 'old', preview: '', version: 1, expiresAt: null },
  new: null,
  bindings: [],
  verified: null,
  graceEndsAt: null,
  revokeAtEnd: false,
  failure: null,
  startedAt: NOW,
  endedAt: null,
  oldIsKept: true,
  forgetsAtEnd: false,
  label: 'ci',
  oldDied: false,
  revision
})

/** What every face of the vault must do with connections, links, requests and rotations. */
export function describeRemote(face: string, connect: (folder: string) => VaultHost): void {
  describe(`what the vault ${face} knows of providers`, () => {
    let home: ReturnType<typeof temporaryFolder>
    let host: VaultHost
    let vault: OpenVault

    beforeEach(async () => {
      home = temporaryFolder()
      host = connect(home.folder)
      vault = await host.create({ password: utf8(PASSWORD), hint: '' })
      await vault.store.remote.apply([connection, credential('first')], [auditDraft('connection.added')])
    })

    afterEach(async () => {
      await host.dispose()
      home.remove()
    })

    const remote = (): OpenVault['store']['remote'] => vault.store.remote
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

    async function tiedKey(remoteId: string | null): Promise<KeyId> {
      const key = newKey({ name: 'ci' }, 'value')
      await remote().apply(
        [
          { op: 'add-key', key },
          { op: 'save-link', link: linkOf(key.id, remoteId) }
        ],
        []
      )
      return key.id
    }

    it('is there after closing and opening, credentials as they were entered', async () => {
      const id = await tiedKey('r1')
      await remote().apply([credential('second')], [])
      await vault.close()
      vault = await host.open(byPassword())
      expect(await remote().connections()).toMatchObject([
        { id: CONNECTION, fields: { name: 'work' }, origin: 'https://api.example.com', keys: 1 }
      ])
      const [found] = await remote().credentials(CONNECTION)
      expect(text(found?.secret ?? new Uint8Array())).toBe('second')
      expect(await remote().link(id)).toEqual(linkOf(id, 'r1'))
      expect(await vault.store.keys.get(id)).toMatchObject({ connectionId: CONNECTION, remoteId: 'r1' })
    })

    it('carries out a list of changes as one, or nothing of it', async () => {
      const key = newKey({ name: 'half' }, 'value')
      const changes: StoreChange[] = [
        { op: 'add-key', key },
        { op: 'save-link', link: linkOf(freshId(), 'nowhere') }
      ]
      await expect(remote().apply(changes, [])).rejects.toMatchObject({ code: 'key-not-found' })
      expect(await vault.store.keys.find('half')).toEqual([])
      await expect(remote().connection(freshId() as unknown as ConnectionId)).rejects.toMatchObject({
        code: 'connection-not-found'
      })
    })

    it('ties a key of a provider to one key of the vault only', async () => {
      await tiedKey('r1')
      await expect(tiedKey('r1')).rejects.toMatchObject({ code: 'internal' })
      await tiedKey(null)
      await tiedKey(null)
      expect(await remote().links(CONNECTION)).toHaveLength(3)
    })

    it('changes a link only while it is tied to the id that was seen', async () => {
      const id = await tiedKey('r1')
      await remote().apply([{ op: 'change-link', id, change: { missing: true }, remoteId: 'other' }], [])
      expect((await remote().link(id))?.missing).toBe(false)
      await remote().apply([{ op: 'change-link', id, change: { missing: true }, remoteId: 'r1' }], [])
      expect(await remote().link(id)).toMatchObject({ missing: true, remoteId: 'r1', unseen: true })
    })

    it('holds one request at a time for a key, and settles it once', async () => {
      const id = await tiedKey('r1')
      await remote().apply([{ op: 'save-intent', intent: intentOf('I1', id) }], [])
      await expect(remote().apply([{ op: 'save-intent', intent: intentOf('I2', id) }], [])).rejects.toMatchObject({
        code: 'rotation-running'
      })
      await remote().apply([{ op: 'save-intent', intent: intentOf('I3', null) }], [])
      expect((await remote().intents()).map((intent) => intent.id)).toEqual(['I1', 'I3'])
      await remote().apply([{ op: 'settle-intent', id: 'I1' }], [])
      await expect(remote().apply([{ op: 'settle-intent', id: 'I1' }], [])).rejects.toMatchObject({
        code: 'unfinished-not-found'
      })
    })

    it('changes a rotation only from the revision that was read, but stores what was made', async () => {
      const id = await tiedKey('r1')
      await remote().apply([{ op: 'save-rotation', rotation: rotationOf(id, 1) }], [])
      await remote().apply([{ op: 'save-rotation', rotation: rotationOf(id, 2) }], [])
      await expect(remote().apply([{ op: 'save-rotation', rotation: rotationOf(id, 2) }], [])).rejects.toMatchObject({
        code: 'rotation-running'
      })
      await remote().apply([{ op: 'save-made', rotation: { ...rotationOf(id, 1), step: 'writing' } }], [])
      expect(await remote().rotation('R1')).toMatchObject({ step: 'writing', revision: 3 })
      expect(await remote().rotations({ open: true, keyId: id })).toHaveLength(1)
      await remote().apply(
        [{ op: 'save-rotation', rotation: { ...rotationOf(id, 4), endedAt: NOW, step: 'done' } }],
        []
      )
      expect(await remote().rotations({ open: true, keyId: null })).toEqual([])
    })

    it('puts an old value back as the newest', async () => {
      const id = await tiedKey('r1')
      const replace: StoreChange = { op: 'replace-secret', id, secret: utf8('next'), preview: '', at: NOW }
      await remote().apply([replace], [])
      expect(text(await remote().secretFor(id, null))).toBe('next')
      await remote().apply([{ op: 'restore-secret', id, version: 1, at: NOW }], [])
      expect(text(await remote().secretFor(id, null))).toBe('value')
      expect((await vault.store.keys.get(id)).version).toBe(3)
    })

    it('forgets credentials, links, requests and rotations with their connection, and keeps the keys', async () => {
      const id = await tiedKey('r1')
      await remote().apply([{ op: 'save-intent', intent: intentOf('I1', null) }], [])
      await remote().apply([{ op: 'save-rotation', rotation: rotationOf(id, 1) }], [])
      await remote().apply([{ op: 'drop-connection', id: CONNECTION }], [auditDraft('connection.removed')])
      expect(await remote().connections()).toEqual([])
      expect(await remote().link(id)).toBeNull()
      expect(await remote().intents()).toEqual([])
      expect(await remote().rotation('R1')).toBeNull()
      expect((await vault.store.keys.get(id)).hasSecret).toBe(true)
      expect(await vault.store.audit.verify()).toMatchObject({ whole: true })
    })
  })
}
