import { describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import type { BindingId } from '@contract/model/env'
import { boundNames } from '@main/core/run/bound-names'
import type { StoredBinding } from '@main/ports/env-store'

const bound = (file: string, name: string, key: string, more: Partial<StoredBinding> = {}): StoredBinding => ({
  id: `${file}:${name}` as BindingId,
  keyId: key as KeyId,
  keyName: `key ${key}`,
  file,
  root: '/shop',
  name,
  agreed: { digest: null, version: null, at: null },
  isOrphan: false,
  hasSecret: true,
  fingerprint: '',
  version: 1,
  ...more
})
const all = (): boolean => true
const around = (folder: string, bindings: StoredBinding[], isAsked: (name: string) => boolean = all): object =>
  Object.fromEntries(boundNames(bindings, { folder, files: [] }, isAsked))

describe('the names bound around a folder', () => {
  it('are those of the folder, else of the nearest one above it', () => {
    const bindings = [bound('/shop/.env', 'A', '1'), bound('/shop/web/.env', 'B', '2')]
    expect(around('/shop', bindings)).toEqual({ A: '1' })
    expect(around('/shop/web', bindings)).toEqual({ B: '2' })
    expect(around('/shop/web/src', bindings)).toEqual({ B: '2' })
    expect(around('/shop/api', bindings)).toEqual({ A: '1' })
  })

  it('end where what they belong to ends', () => {
    expect(around('/', [bound('/shop/.env', 'A', '1')])).toEqual({})
    expect(around('/shopping', [bound('/shop/.env', 'A', '1')])).toEqual({})
    expect(around('/shop/web/src', [bound('/shop/web/.env', 'A', '1', { root: '/shop/web' })])).toEqual({ A: '1' })
    expect(around('/home/me/shop', [bound('/home/.env', 'A', '1', { root: '/home/other' })])).toEqual({})
  })

  it('are decided by .env.local, then .env, then agreement', () => {
    const local = bound('/shop/.env.local', 'A', '1')
    const plain = bound('/shop/.env', 'A', '2')
    const production = bound('/shop/.env.production', 'A', '3')
    expect(around('/shop', [plain, production, local])).toEqual({ A: '1' })
    expect(around('/shop', [production, plain])).toEqual({ A: '2' })
    expect(around('/shop', [production, bound('/shop/.env.staging', 'A', '3')])).toEqual({ A: '3' })
    const disagreeing = [production, bound('/shop/.env.staging', 'A', '4')]
    expect(() => around('/shop', disagreeing)).toThrow(
      expect.objectContaining({
        code: 'run-name-ambiguous',
        details: { name: 'A', one: '/shop/.env.production', other: '/shop/.env.staging' }
      })
    )
    expect(around('/shop', disagreeing, (name) => name !== 'A')).toEqual({})
  })

  it('are those of the named files alone, the last one deciding', () => {
    const bindings = [bound('/shop/.env', 'A', '1'), bound('/shop/b.env', 'A', '2'), bound('/shop/c.env', 'C', '3')]
    const files = ['/shop/.env', '/shop/b.env']
    expect(Object.fromEntries(boundNames(bindings, { folder: null, files }, all))).toEqual({ A: '2' })
  })

  it('refuse a key that was deleted, rather than leaving its name out', () => {
    const deleted: unknown = expect.objectContaining({ code: 'key-not-found', details: { name: 'key 1' } })
    expect(() => around('/shop', [bound('/shop/.env', 'A', '1', { isOrphan: true })])).toThrow(deleted)
    expect(() => around('/shop', [bound('/shop/.env', 'A', '1', { keyId: null })])).toThrow(deleted)
  })
})
