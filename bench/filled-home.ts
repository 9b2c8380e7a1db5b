import { join } from 'node:path'
import { COST_FLOOR } from '@main/crypto/argon2'
import type { AuditDraft, NewKey, VaultHost } from '@main/ports/vault-store'
import { createVaultHostInThread } from '@main/store/in-thread'
import { makeKeys } from '../test/fixtures/make-keys'

export const NOW = '2026-11-20T09:30:00.000Z'
export const PASSWORD = 'a password for the benchmark'
const BATCH = 5_000

export const imported: AuditDraft = { at: NOW, action: 'vault.imported', actor: 'app', keyId: null, detail: '' }

export function deviceKey(): Uint8Array {
  return new Uint8Array(32).fill(7)
}

/** The vault of a home folder on this thread, so that no message between threads is in a figure. */
export function hostOf(home: string): VaultHost {
  const clock = { monotonicMs: () => performance.now() }
  return createVaultHostInThread({ folder: join(home, 'vault'), clock, cost: COST_FLOOR })
}

/** Makes a vault of `count` keys, opened by {@link PASSWORD} at the least cost that is accepted and by a device key. */
export async function fillHome(home: string, count: number): Promise<void> {
  const host = hostOf(home)
  const vault = await host.create({ password: new TextEncoder().encode(PASSWORD), hint: '' })
  await vault.setDeviceKey(deviceKey())
  for (const keys of inBatches(makeKeys(count), BATCH)) await vault.store.keys.addMany(keys, imported)
  await vault.close()
  await host.dispose()
}

export function* inBatches(keys: Iterable<NewKey>, size: number): Generator<NewKey[]> {
  let batch: NewKey[] = []
  for (const key of keys) {
    batch.push(key)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
