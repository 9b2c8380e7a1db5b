import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import type { KeyId } from '../../../src-preload/contract/model/base'
import { keyFacets, keyLinesQuery, keyPage } from '../../../src-preload/contract/model/key-query'
import { keyLine, keySummary } from '../../../src-preload/contract/model/key'
import { auditEntry } from '../../../src-preload/contract/model/audit'
import {
  auditDraft,
  byPassword,
  freshId,
  newKey,
  NOW,
  PASSWORD,
  query,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'

/** What every face of the vault must do, whichever thread it runs on. */
export function describeVault(face: string, connect: (folder: string) => VaultHost): void {
  describe(`the vault ${face}`, () => {
    let home: ReturnType<typeof temporaryFolder>
    let host: VaultHost
    let vault: OpenVault

    beforeEach(async () => {
      home = temporaryFolder()
      host = connect(home.folder)
      vault = await host.create({ password: utf8(PASSWORD), hint: 'four words' })
    })

    afterEach(async () => {
      await host.dispose()
      home.remove()
    })

    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
    const secretOf = async (id: KeyId, version: number | null = null): Promise<string> =>
      text((await vault.store.keys.secret(id, version, auditDraft('key.revealed', id))).secret)

    it('says what stands in the folder before and after', async () => {
      expect(await host.presence()).toEqual({
        kind: 'present',
        vaultId: expect.stringMatching(/^\S+$/) as string,
        hint: 'four words',
        readOnly: false,
        slots: ['password']
      })
      const empty = temporaryFolder()
      expect(await connect(empty.folder).presence()).toEqual({ kind: 'absent' })
      empty.remove()
    })

    it('keeps a key through closing and opening', async () => {
      const key = newKey({ name: 'Stripe live', tags: ['pay'], notes: 'over\ntwo lines' }, 'sk_live_51H')
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      await vault.close()
      vault = await host.open(byPassword())
      const found = await vault.store.keys.get(key.id)
      expect(found).toMatchObject({
        name: 'Stripe live',
        tags: ['pay'],
        notes: 'over\ntwo lines',
        version: 1,
        hasSecret: true
      })
      expect(found.fingerprint).toMatch(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/)
      expect(await secretOf(key.id)).toBe('sk_live_51H')
    })

    it('answers in the shapes of the contract', async () => {
      const key = newKey({ tags: ['a'], scopes: ['read'] })
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      const page = await vault.store.keys.page(query(), NOW)
      const items = page.items.map((item) => keySummary.parse({ ...item, status: 'active' }))
      expect(keyPage.parse({ ...page, items }).total).toBe(1)
      const [line] = await vault.store.keys.lines(keyLinesQuery.parse({}), NOW)
      const { state, ...shown } = line ?? expect.fail('no line')
      expect(keyLine.parse({ ...shown, status: state })).toMatchObject({ name: key.fields.name })
      keyFacets.parse(await vault.store.keys.facets(NOW))
      for (const entry of await vault.store.audit.page({ keyId: null, before: null, limit: 10 }))
        auditEntry.parse(entry)
    })

    it('fails every call once it is closed', async () => {
      await vault.close()
      await expect(vault.store.keys.facets(NOW)).rejects.toMatchObject({ code: 'vault-locked' })
      await expect(vault.confirm(byPassword())).rejects.toMatchObject({ code: 'vault-locked' })
      await expect(vault.changePassword(utf8('x'), '')).rejects.toMatchObject({ code: 'vault-locked' })
    })

    it('does not say that it ended by itself when it was closed', async () => {
      await vault.close()
      const ended = vault.ended.then(() => 'ended')
      const later = new Promise((resolve) => setImmediate(resolve)).then(() => 'pending')
      expect(await Promise.race([ended, later])).toBe('pending')
    })

    it('takes the bytes it is handed', async () => {
      const key = newKey()
      const secret = key.secret
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      expect(secret?.every((byte) => byte === 0)).toBe(true)
      const opener = byPassword('wrong')
      await vault.confirm(opener)
      expect(opener.slot === 'password' && opener.password.every((byte) => byte === 0)).toBe(true)
    })

    it('changes only what an edit names', async () => {
      const key = newKey({ name: 'Before', notes: 'kept', tags: ['one'] })
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      await vault.store.keys.edit(key.id, { name: 'After', tags: undefined }, NOW, auditDraft('key.edited', key.id))
      expect(await vault.store.keys.get(key.id)).toMatchObject({ name: 'After', notes: 'kept', tags: ['one'] })
      expect((await vault.store.keys.page(query({ text: 'befo' }), NOW)).total).toBe(0)
      expect((await vault.store.keys.page(query({ text: 'aft' }), NOW)).total).toBe(1)
    })

    it('keeps the ten values before the present one', async () => {
      const key = newKey({}, 'value 1')
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      for (let version = 2; version <= 13; version += 1) {
        await vault.store.keys.replaceSecret(
          key.id,
          utf8(`value ${String(version)}`),
          '…',
          NOW,
          auditDraft('key.value-replaced', key.id)
        )
      }
      const { previousValues, version } = await vault.store.keys.get(key.id)
      expect(version).toBe(13)
      expect(previousValues.map((value) => value.version)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
      expect(await secretOf(key.id)).toBe('value 13')
      expect(await secretOf(key.id, 3)).toBe('value 3')
      await expect(secretOf(key.id, 2)).rejects.toMatchObject({ code: 'secret-not-kept' })
      await vault.store.keys.purgeValues(key.id, auditDraft('key.values-purged', key.id))
      expect((await vault.store.keys.get(key.id)).previousValues).toEqual([])
      expect(await secretOf(key.id)).toBe('value 13')
    })

    it('never stores the secret of a key that is not to be kept', async () => {
      const key = newKey({ name: 'Once', keep: 'never' })
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      const found = await vault.store.keys.get(key.id)
      expect(found).toMatchObject({ hasSecret: false, preview: key.preview, version: 1 })
      expect(found.fingerprint).not.toBe('')
      await expect(secretOf(key.id)).rejects.toMatchObject({ code: 'secret-not-kept', details: { name: 'Once' } })
    })

    it('forgets every stored value when a key turns to "never"', async () => {
      const key = newKey({})
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      await vault.store.keys.edit(key.id, { keep: 'never' }, NOW, auditDraft('key.edited', key.id))
      expect((await vault.store.keys.get(key.id)).hasSecret).toBe(false)
      await expect(secretOf(key.id)).rejects.toMatchObject({ code: 'secret-not-kept' })
      await expect(secretOf(key.id, 1)).rejects.toMatchObject({ code: 'secret-not-kept' })
    })

    it('rests deleted keys in the bin, brings them back and purges them', async () => {
      const [kept, gone] = [newKey({ name: 'Kept', tags: ['t'] }), newKey({ name: 'Gone', tags: ['t'] })]
      for (const key of [kept, gone]) {
        await vault.store.keys.add(key, auditDraft('key.added', key.id))
        await vault.store.keys.moveToBin(key.id, NOW, auditDraft('key.deleted', key.id))
      }
      expect((await vault.store.keys.page(query(), NOW)).total).toBe(0)
      expect((await vault.store.keys.page(query({ view: 'bin', tags: ['t'] }), NOW)).total).toBe(2)
      expect((await vault.store.keys.facets(NOW)).tags).toEqual([])
      await vault.store.keys.restoreFromBin(kept.id, NOW, auditDraft('key.restored', kept.id))
      expect(await vault.store.keys.emptyBin('2026-11-20T09:30:00.001Z', auditDraft('key.purged'))).toBe(1)
      await expect(vault.store.keys.get(gone.id)).rejects.toMatchObject({ code: 'key-not-found' })
      expect((await vault.store.keys.facets(NOW)).tags).toEqual([{ value: 't', count: 1 }])
      expect((await vault.store.keys.page(query({ view: 'all', text: 'gone' }), NOW)).total).toBe(0)
    })

    it('finds by name, then by env name, then by id', async () => {
      const one = newKey({ name: 'API', envName: 'OTHER' })
      const two = newKey({ name: 'Second', envName: 'API' })
      for (const key of [one, two]) await vault.store.keys.add(key, auditDraft('key.added', key.id))
      expect(await vault.store.keys.find('API')).toEqual([one.id])
      expect(await vault.store.keys.find('OTHER')).toEqual([one.id])
      expect(await vault.store.keys.find(two.id)).toEqual([two.id])
      expect(await vault.store.keys.find('api')).toEqual([])
    })

    it('adds many or none', async () => {
      const keys = [newKey({ name: 'One' }), newKey({ name: 'Two' })]
      await vault.store.keys.addMany(keys, auditDraft('vault.imported', null, 'from a .env file'))
      expect((await vault.store.keys.facets(NOW)).all).toBe(2)
      const again = { ...newKey({ name: 'Twin' }), id: keys[0]?.id ?? freshId() }
      await expect(
        vault.store.keys.addMany([newKey({ name: 'Three' }), again], auditDraft('vault.imported'))
      ).rejects.toMatchObject({ code: 'internal' })
      expect((await vault.store.keys.facets(NOW)).all).toBe(2)
      const entries = await vault.store.audit.page({ keyId: null, before: null, limit: 10 })
      expect(entries.map((entry) => [entry.action, entry.keyName])).toEqual([
        ['vault.imported', null],
        ['key.added', 'Two'],
        ['key.added', 'One']
      ])
    })

    it('records every change in an unbroken trail', async () => {
      const key = newKey({ name: 'Watched' })
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      await vault.store.keys.setState(key.id, 'disabled', NOW, auditDraft('key.edited', key.id))
      await secretOf(key.id)
      await vault.store.keys.purge(key.id, auditDraft('key.purged', key.id))
      const entries = await vault.store.audit.page({ keyId: key.id, before: null, limit: 10 })
      expect(entries.map((entry) => entry.action)).toEqual(['key.purged', 'key.revealed', 'key.edited', 'key.added'])
      expect(entries.every((entry) => entry.keyName === 'Watched')).toBe(true)
      expect(await vault.store.audit.verify()).toEqual({ whole: true, entries: 4, since: NOW, brokenAt: null })
    })

    it('opens with the new password only once it was changed', async () => {
      await vault.changePassword(utf8('new password'), 'new hint')
      expect(await vault.confirm(byPassword())).toBe(false)
      expect(await vault.confirm(byPassword('new password'))).toBe(true)
      await vault.close()
      await expect(host.open(byPassword())).rejects.toMatchObject({ code: 'wrong-password' })
      vault = await host.open(byPassword('new password'))
      expect(await host.presence()).toMatchObject({ hint: 'new hint' })
    })

    it('opens with a recovery code and with a device key', async () => {
      const code = (): Uint8Array => new Uint8Array(20).fill(7)
      const key = (): Uint8Array => new Uint8Array(32).fill(9)
      await vault.setRecoveryCode(code())
      await vault.setDeviceKey(key())
      expect(await host.presence()).toMatchObject({ slots: ['password', 'recovery', 'device'] })
      await vault.close()
      await (await host.open({ slot: 'recovery', code: code() })).close()
      await expect(host.open({ slot: 'device', key: code() })).rejects.toMatchObject({ code: 'device-unlock-failed' })
      vault = await host.open({ slot: 'device', key: key() })
      await vault.setDeviceKey(null)
      await vault.close()
      await expect(host.open({ slot: 'device', key: key() })).rejects.toMatchObject({ code: 'no-such-slot' })
      vault = await host.open(byPassword())
    })

    it('keeps everything and ends the old keys when the data key is rotated', async () => {
      const key = newKey({}, 'survives')
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      await vault.setDeviceKey(new Uint8Array(32).fill(1))
      await expect(
        vault.rotateDataKey({ password: utf8('wrong'), recoveryCode: null, deviceKey: null })
      ).rejects.toMatchObject({ code: 'wrong-password' })
      await vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: new Uint8Array(32).fill(2) })
      expect(await secretOf(key.id)).toBe('survives')
      await vault.close()
      await expect(host.open({ slot: 'device', key: new Uint8Array(32).fill(1) })).rejects.toMatchObject({
        code: 'device-unlock-failed'
      })
      vault = await host.open({ slot: 'device', key: new Uint8Array(32).fill(2) })
      expect(await secretOf(key.id)).toBe('survives')
      expect(await vault.store.audit.verify()).toMatchObject({ whole: true })
    })

    it('makes a backup, proves it, and restores it without overwriting', async () => {
      const key = newKey({ name: 'Then' }, 'then')
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      const file = join(home.folder, 'out.keyquay-backup')
      const made = await vault.backup({ file, at: NOW })
      expect(made).toMatchObject({ file, madeAt: NOW, keys: 1 })
      await expect(vault.backup({ file, at: NOW })).rejects.toMatchObject({ code: 'file-exists' })
      const later = newKey({ name: 'Later' })
      await vault.store.keys.add(later, auditDraft('key.added', later.id))
      await expect(host.restore({ file, opener: byPassword(), at: NOW })).rejects.toMatchObject({ code: 'vault-busy' })
      await vault.close()
      expect(await host.verifyBackup(file, byPassword())).toEqual(made)
      expect(await host.restore({ file, opener: byPassword(), at: NOW })).toEqual(made)
      vault = await host.open(byPassword())
      expect((await vault.store.keys.page(query(), NOW)).items.map((item) => item.name)).toEqual(['Then'])
      expect(await secretOf(key.id)).toBe('then')
      expect(readdirSync(join(home.folder, 'replaced-20261120T093000000Z')).sort()).toEqual([
        'vault-1.db',
        'vault.json'
      ])
    })

    it('restores into an empty folder', async () => {
      const file = join(home.folder, 'out.keyquay-backup')
      await vault.backup({ file, at: NOW })
      const other = temporaryFolder()
      const otherHost = connect(join(other.folder, 'new'))
      await otherHost.restore({ file, opener: byPassword(), at: NOW })
      expect(await otherHost.presence()).toMatchObject({ kind: 'present', hint: 'four words' })
      await (await otherHost.open(byPassword())).close()
      other.remove()
    })

    it('keeps the newest of its scheduled backups', async () => {
      for (const minute of ['10', '11', '12']) {
        await vault.scheduledBackup({ at: `2026-11-20T09:${minute}:00.000Z`, keep: 2 })
      }
      const kept = await host.backups()
      expect(kept.map((backup) => backup.madeAt)).toEqual(['2026-11-20T09:12:00.000Z', '2026-11-20T09:11:00.000Z'])
      expect(readdirSync(join(home.folder, 'backups'))).toHaveLength(2)
    })

    it('refuses a second vault and a second session', async () => {
      await expect(host.open(byPassword())).rejects.toMatchObject({ code: 'vault-busy' })
      await vault.close()
      await expect(host.create({ password: utf8('x'), hint: '' })).rejects.toMatchObject({ code: 'vault-exists' })
      vault = await host.open(byPassword())
    })
  })
}
