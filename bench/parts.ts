import type { PeerName } from './peers.ts'

/** What a part is called in the table, and what has to be there before it starts. */
export interface Part {
  readonly title: string
  readonly peers?: readonly PeerName[]
  /** Vaults of so many keys, in the folder `BENCH_HOMES`. */
  readonly homes?: readonly number[]
  /** KeePass databases of so many entries, beside them. */
  readonly keepass?: readonly number[]
}

const SIZES = [1_000, 10_000, 100_000]

const all = {
  kdf: { title: 'Key derivation' },
  vault: { title: 'The vault, in its thread', homes: SIZES },
  store: { title: 'What encryption costs the store' },
  search: {
    title: '`kq` and `keepassxc-cli` on the same keys, whole processes',
    peers: ['keepassxc', 'time'],
    homes: SIZES,
    keepass: SIZES
  },
  run: { title: '`kq run` and `kq env write`, whole processes', peers: ['dotenvx'], homes: [1_000] },
  usage: { title: 'The log of use, 1,000,000 calls' },
  reminders: { title: 'Reminders' },
  'window-start': { title: 'The window, from its start', homes: [10_000, 100_000] },
  'window-keys': { title: 'The list of keys in the window', homes: [100_000] },
  sizes: { title: 'Sizes' }
} as const satisfies Record<string, Part>

export type PartName = keyof typeof all
export const parts: Readonly<Record<PartName, Part>> = all
