import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import { keyViewFields } from '../../../src-preload/contract/model/key-views'
import { auditDraft, newKey, PASSWORD, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

/** What every face of the vault must do with saved views, and with questions about its trail. */
export function describeViews(face: string, connect: (folder: string) => VaultHost): void {
  describe(`what the vault ${face} shows of itself`, () => {
    let home: ReturnType<typeof temporaryFolder>
    let host: VaultHost
    let vault: OpenVault

    beforeEach(async () => {
      home = temporaryFolder()
      host = connect(home.folder)
      vault = await host.create({ password: utf8(PASSWORD), hint: '' })
    })

    afterEach(async () => {
      await host.dispose()
      home.remove()
    })

    it('keeps saved views in the order they were made', async () => {
      const { views } = vault.store
      const fields = (name: string): ReturnType<typeof keyViewFields.parse> => keyViewFields.parse({ name })
      await views.save('V1', fields('One'), true)
      await views.save('V2', fields('Two'), true)
      await views.save('V1', fields('First'), false)
      expect((await views.list()).map(({ id, fields: { name } }) => [id, name])).toEqual([
        ['V1', 'First'],
        ['V2', 'Two']
      ])
      await views.remove('V1')
      await views.remove('V1')
      await expect(views.save('V1', fields('Again'), false)).rejects.toMatchObject({ code: 'view-not-found' })
      expect(await views.list()).toHaveLength(1)
    })

    it('tells entries of the trail by action, actor, key and time, both ways', async () => {
      const key = newKey({ name: 'ci' }, 'value')
      await vault.store.keys.add(key, auditDraft('key.added', key.id))
      const { id } = key
      const { audit } = vault.store
      await audit.append({ ...auditDraft('key.copied', id), actor: 'cli', at: '2026-11-20T10:00:00.000Z' })
      await audit.append({ ...auditDraft('key.revealed', id), actor: 'window', at: '2026-11-20T11:00:00.000Z' })
      const asked = { keyId: id, actions: ['key.copied' as const], actors: ['cli' as const] }
      expect(await audit.count(asked)).toBe(1)
      expect(await audit.page({ ...asked, before: null, limit: 10 })).toMatchObject([{ action: 'key.copied' }])
      expect(await audit.count({ from: '2026-11-20T10:00:00.000Z', until: '2026-11-20T11:00:00.000Z' })).toBe(1)
      const all = await audit.pageAfter({ after: 1, limit: 10 })
      expect(all.map(({ action }) => action)).toEqual(['key.copied', 'key.revealed'])
    })
  })
}
