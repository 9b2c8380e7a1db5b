import { randomBytes } from 'node:crypto'
import { AppError } from '@contract/errors'
import { checkCost, derivePasswordKey, KDF_SALT_BYTES, type KdfCost } from '../crypto/argon2'
import { Secret } from '../crypto/secret'
import { unwrapDataKey, wrapDataKey, type WrapContext } from '../crypto/wrap'
import type { Opener } from '../ports/vault-store'
import { HEADER_FORMAT, type HeaderSlot, type HeaderSlots, type VaultHeader } from './vault-header'

type PasswordSlot = HeaderSlots['password']

/**
 * The data key behind a slot. Throws `no-such-slot`; `kdf-too-weak` and `kdf-too-strong` before any memory is taken;
 * `wrong-password` (password, recovery code) or `device-unlock-failed` when it does not fit, whatever the reason.
 */
export async function openSlot(header: VaultHeader, opener: Opener): Promise<Secret> {
  const slot = header.slots[opener.slot]
  if (slot === null) throw new AppError('no-such-slot', {})
  const material = await materialOf(header, opener)
  try {
    const dataKey = unwrapDataKey(
      { nonce: fromHex(slot.nonce), key: fromHex(slot.key), tag: fromHex(slot.tag) },
      contextOf(header.vaultId, opener.slot, material, slot)
    )
    if (dataKey !== null) return dataKey
  } finally {
    material.dispose()
  }
  if (opener.slot === 'device') throw new AppError('device-unlock-failed', {})
  throw new AppError('wrong-password', { retryAfterMs: 0 })
}

/** A password slot with a salt of its own. Throws `kdf-too-weak`, `kdf-too-strong`, `input-invalid`. */
export async function makePasswordSlot(
  vaultId: string,
  dataKey: Secret,
  password: Uint8Array,
  cost: KdfCost
): Promise<PasswordSlot> {
  const salt = randomBytes(KDF_SALT_BYTES)
  const material = await derivePasswordKey(password, salt, cost)
  const kdf = {
    algorithm: 'argon2id',
    version: 19,
    memoryKiB: cost.memoryKiB,
    passes: cost.passes,
    lanes: cost.lanes
  } as const
  const salted = { kdf, salt: toHex(salt) }
  try {
    return { ...salted, ...seal(vaultId, 'password', dataKey, material, salted) }
  } finally {
    material.dispose()
  }
}

/** A slot for a random key of 160 bits or more, which needs no slow derivation. */
export function makeKeySlot(
  vaultId: string,
  kind: 'recovery' | 'device',
  dataKey: Secret,
  key: Uint8Array
): HeaderSlot {
  const material = Secret.from(Uint8Array.from(key))
  const salted = { salt: toHex(randomBytes(KDF_SALT_BYTES)) }
  try {
    return { ...salted, ...seal(vaultId, kind, dataKey, material, salted) }
  } finally {
    material.dispose()
  }
}

async function materialOf(header: VaultHeader, opener: Opener): Promise<Secret> {
  if (opener.slot === 'recovery') return Secret.from(Uint8Array.from(opener.code))
  if (opener.slot === 'device') return Secret.from(Uint8Array.from(opener.key))
  const { kdf, salt } = header.slots.password
  checkCost(kdf)
  return derivePasswordKey(opener.password, fromHex(salt), kdf)
}

type Salted = Pick<HeaderSlot, 'salt'> & Partial<Pick<PasswordSlot, 'kdf'>>

function seal(
  vaultId: string,
  kind: Opener['slot'],
  dataKey: Secret,
  material: Secret,
  salted: Salted
): Omit<HeaderSlot, 'salt'> {
  const wrapped = wrapDataKey(dataKey, contextOf(vaultId, kind, material, salted))
  return { nonce: toHex(wrapped.nonce), key: toHex(wrapped.key), tag: toHex(wrapped.tag) }
}

// A slot is bound to its vault, its kind and its own parameters; the rest of the header is covered by the header's MAC.
// So one slot can be replaced without the keys of the others.
function contextOf(vaultId: string, kind: Opener['slot'], material: Secret, { salt, kdf }: Salted): WrapContext {
  const bound = JSON.stringify([HEADER_FORMAT, vaultId, kind, salt, kdf ?? null])
  return {
    material,
    salt: fromHex(salt),
    purpose: `keyquay/1/slot/${kind}`,
    bound: new TextEncoder().encode(bound)
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function fromHex(text: string): Uint8Array {
  return Buffer.from(text, 'hex')
}
