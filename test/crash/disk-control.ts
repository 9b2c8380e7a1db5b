import { closeSync, existsSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

const FIELDS = 8
const NEVER = -1n

export interface Fault {
  readonly killAt?: number | undefined
  readonly failAt?: number | undefined
  readonly errno?: number
  readonly sticky?: boolean
}

/** The numbers a program shares with the disk shim under it; see the head of `disk-shim.c`. */
export class DiskControl {
  readonly file: string

  constructor(file: string) {
    this.file = file
    // Never shortened while it is mapped: that would end the process.
    if (!existsSync(file)) writeFileSync(file, Buffer.alloc(FIELDS * 8))
    this.disarm()
  }

  /** Starts counting at zero, with at most one fault ahead. */
  arm({ killAt, failAt, errno = 0, sticky = false }: Fault = {}): void {
    const fields = [1n, 0n, toField(failAt), BigInt(errno), sticky ? 1n : 0n, toField(killAt), 0n, 0n]
    this.#write(fields)
  }

  disarm(): void {
    this.#write([0n, 0n, NEVER, 0n, 0n, NEVER, 0n, 0n])
  }

  /** How many operations there were since it was armed. */
  get count(): number {
    return this.#read(1)
  }

  /** How many of them were made to fail. */
  get failures(): number {
    return this.#read(6)
  }

  #write(fields: readonly bigint[]): void {
    const bytes = Buffer.alloc(FIELDS * 8)
    fields.forEach((field, index) => bytes.writeBigInt64LE(field, index * 8))
    const descriptor = openSync(this.file, 'r+')
    writeSync(descriptor, bytes, 0, bytes.length, 0)
    closeSync(descriptor)
  }

  #read(index: number): number {
    const bytes = Buffer.alloc(8)
    const descriptor = openSync(this.file, 'r')
    readSync(descriptor, bytes, 0, 8, index * 8)
    closeSync(descriptor)
    return Number(bytes.readBigInt64LE())
  }
}

/** Reads how many operations there were, for a program that did not make the control file itself. */
export function countIn(file: string): number {
  const bytes = Buffer.alloc(8)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, bytes, 0, 8, 8)
  closeSync(descriptor)
  return Number(bytes.readBigInt64LE())
}

function toField(value: number | undefined): bigint {
  return value === undefined ? NEVER : BigInt(value)
}
