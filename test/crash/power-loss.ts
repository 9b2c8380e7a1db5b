import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const SECTOR = 512
const HEAD_BYTES = 25

/** What survives a loss of power: nothing that was not synced, everything, or some of it. */
export const survivals = ['synced', 'everything', 'torn'] as const
export type Survival = (typeof survivals)[number]

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }
type Rename = { readonly folder: string; readonly apply: (names: Names) => void }

type Names = Map<string, Inode>

interface Inode {
  /** As on the disk for sure. */
  synced: Buffer
  pending: Change[]
}

interface Operation {
  readonly kind: string
  readonly inode: bigint
  readonly offset: number
  readonly one: Buffer
  readonly two: Buffer
}

/**
 * A disk as the log of the shim describes it. File contents are durable once the file was synced, names once their
 * folder was: the strict reading of POSIX, which is less than most file systems give.
 */
export class ReplayedDisk {
  readonly #folder: string
  readonly #inodes = new Map<bigint, Inode>()
  readonly #durable: Names = new Map()
  readonly #names: Names = new Map()
  #renames: Rename[] = []
  #random: number
  #syncs = 0

  /** Starts from the files as they are in `folder` now. */
  constructor(folder: string, seed = 1) {
    this.#folder = folder
    this.#random = seed
    for (const path of filesUnder(folder)) {
      const inode: Inode = { synced: readFileSync(path), pending: [] }
      this.#inodes.set(statSync(path, { bigint: true }).ino, inode)
      this.#names.set(path, inode)
      this.#durable.set(path, inode)
    }
  }

  apply({ kind, inode, offset, one, two }: Operation): void {
    const path = one.toString()
    switch (kind) {
      case 'C':
        this.#create(inode, path)
        break
      case 'W':
        this.#inodes.get(inode)?.pending.push({ kind: 'write', at: offset, bytes: one })
        break
      case 'T':
        this.#inodes.get(inode)?.pending.push({ kind: 'truncate', length: offset })
        break
      case 'S':
        this.#sync(inode, path)
        break
      case 'U':
        this.#rename(path, (names) => { names.delete(path) })
        break
      case 'R':
        this.#move(path, two.toString(), true)
        break
      case 'L':
        this.#move(path, two.toString(), false)
        break
    }
  }

  /** Writes what a restart would find to the empty folder `to`. SQLite's `-shm` does not outlive a process. */
  write(to: string, survival: Survival): void {
    const names = this.#namesAfter(survival)
    for (const [path, inode] of names) {
      if (path.endsWith('-shm')) continue
      const file = join(to, relative(this.#folder, path))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, this.#contentAfter(inode, survival), { mode: 0o600 })
    }
  }

  /** Rises with everything that became durable: while it stands still, so does what survives of `synced`. */
  get syncs(): number {
    return this.#syncs
  }

  #create(number: bigint, path: string): void {
    const inode: Inode = { synced: Buffer.alloc(0), pending: [] }
    this.#inodes.set(number, inode)
    this.#rename(path, (names) => { names.set(path, inode) })
  }

  #move(from: string, to: string, leaves: boolean): void {
    const inode = this.#names.get(from)
    if (inode === undefined) return
    this.#rename(to, (names) => {
      if (leaves) names.delete(from)
      names.set(to, inode)
    })
  }

  #rename(path: string, apply: Rename['apply']): void {
    apply(this.#names)
    this.#renames.push({ folder: dirname(path), apply })
  }

  #sync(number: bigint, path: string): void {
    this.#syncs += 1
    const inode = this.#inodes.get(number)
    if (inode !== undefined) {
      inode.synced = contentOf(inode, inode.pending)
      inode.pending = []
      return
    }
    const left: Rename[] = []
    for (const rename of this.#renames) {
      if (rename.folder === path) rename.apply(this.#durable)
      else left.push(rename)
    }
    this.#renames = left
  }

  #namesAfter(survival: Survival): Names {
    if (survival === 'everything') return this.#names
    const names = new Map(this.#durable)
    // A file system's journal keeps the order of names: of those not synced, some first ones survive.
    const surviving = survival === 'synced' ? 0 : this.#below(this.#renames.length + 1)
    for (const rename of this.#renames.slice(0, surviving)) rename.apply(names)
    return names
  }

  #contentAfter(inode: Inode, survival: Survival): Buffer {
    if (survival === 'synced') return inode.synced
    if (survival === 'everything') return contentOf(inode, inode.pending)
    return contentOf(inode, inode.pending.flatMap((change) => this.#tear(change)))
  }

  #tear(change: Change): Change[] {
    if (change.kind === 'truncate') return this.#below(2) === 0 ? [] : [change]
    const kept: Change[] = []
    for (let start = 0; start < change.bytes.length; start += SECTOR) {
      if (this.#below(2) === 0) continue
      kept.push({ kind: 'write', at: change.at + start, bytes: change.bytes.subarray(start, start + SECTOR) })
    }
    return kept
  }

  // A linear congruential generator: the same tears on every run (Numerical Recipes, section 7.1).
  #below(most: number): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#random / 4_294_967_296) * most)
  }
}

/** The operations the shim wrote down, in order. */
export function* readLog(file: string): Generator<Operation> {
  const log = readFileSync(file)
  for (let at = 0; at < log.length; ) {
    const oneSize = log.readUInt32LE(at + 17)
    const twoSize = log.readUInt32LE(at + 21)
    const start = at + HEAD_BYTES
    yield {
      kind: log.toString('latin1', at, at + 1),
      inode: log.readBigUInt64LE(at + 1),
      offset: Number(log.readBigUInt64LE(at + 9)),
      one: log.subarray(start, start + oneSize),
      two: log.subarray(start + oneSize, start + oneSize + twoSize)
    }
    at = start + oneSize + twoSize
  }
}

function contentOf(inode: Inode, changes: readonly Change[]): Buffer {
  let length = inode.synced.length
  for (const change of changes) {
    length = change.kind === 'truncate' ? Math.max(length, change.length) : Math.max(length, change.at + change.bytes.length)
  }
  const content = Buffer.alloc(length)
  inode.synced.copy(content)
  let end = inode.synced.length
  for (const change of changes) {
    if (change.kind === 'write') {
      change.bytes.copy(content, change.at)
      end = Math.max(end, change.at + change.bytes.length)
    } else {
      if (change.length < end) content.fill(0, change.length)
      end = change.length
    }
  }
  return content.subarray(0, end)
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
