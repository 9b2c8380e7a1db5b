import { AppError } from '@contract/errors'
import { BinaryStream, Consts, Int64, Kdbx, KdbxContext, KdbxHeader } from 'kdbxweb'

const KIB = 1024
const GIB_IN_KIB = 1024 * 1024

/**
 * The most that a file's header may ask for. KeePassXC's one-second benchmark ends far below each of them; the
 * product of memory and passes is what a derivation takes in time.
 */
export const KDBX_COST_CEILING = {
  memoryKiB: GIB_IN_KIB,
  memoryKiBTimesPasses: 32 * GIB_IN_KIB,
  lanes: 64,
  aesRounds: 100_000_000
} as const

/**
 * Reads the outer header, which no password protects, and throws `kdf-too-strong` where unlocking the file would
 * exhaust this machine. Takes no memory itself (keepass.info/help/kb/kdbx_4.html, "KDF parameters").
 */
export function checkKdbxCost(data: ArrayBuffer): void {
  const header = KdbxHeader.read(new BinaryStream(data), new KdbxContext({ kdbx: new Kdbx() }))
  const parameters = header.kdfParameters
  const rounds = header.versionMajor === 3 ? (header.keyEncryptionRounds ?? 0) : toNumber(parameters?.get('R'))
  const memoryKiB = toNumber(parameters?.get('M')) / KIB
  const isTooStrong =
    rounds > KDBX_COST_CEILING.aesRounds ||
    memoryKiB > KDBX_COST_CEILING.memoryKiB ||
    memoryKiB * toNumber(parameters?.get('I')) > KDBX_COST_CEILING.memoryKiBTimesPasses ||
    toNumber(parameters?.get('P')) > KDBX_COST_CEILING.lanes
  if (isTooStrong) throw new AppError('kdf-too-strong', {})
}

/**
 * Throws `input-too-large` when `payload`, the decrypted body, says that it inflates beyond `limitBytes`. The library
 * inflates into a buffer of the size that the end of a gzip stream claims (RFC 1952, ISIZE), and never beyond it.
 */
export function checkInflatedSize(header: KdbxHeader, payload: ArrayBuffer, limitBytes: number): void {
  if (header.compression !== Consts.CompressionAlgorithm.GZip) return
  const end = header.versionMajor === 3 ? lastBlockEnd(header, payload) : payload.byteLength
  if (end < 4 || end > payload.byteLength) return
  if (new DataView(payload).getUint32(end - 4, true) > limitBytes) throw new AppError('input-too-large', { limitBytes })
}

/** KDBX 3 cuts its body into blocks: number, hash (32 bytes), length, data. A wrong key leaves no readable blocks. */
function lastBlockEnd(header: KdbxHeader, payload: ArrayBuffer): number {
  const opening = new Uint8Array(header.streamStartBytes ?? new ArrayBuffer(0))
  const bytes = new Uint8Array(payload)
  if (opening.some((byte, index) => bytes[index] !== byte)) return 0
  const view = new DataView(payload)
  let end = 0
  for (let at = opening.length; at + 40 <= payload.byteLength;) {
    const length = view.getUint32(at + 36, true)
    if (length === 0) break
    end = at + 40 + length
    at = end
  }
  return end
}

function toNumber(value: unknown): number {
  if (value instanceof Int64) return value.hi * 2 ** 32 + value.lo
  return typeof value === 'number' ? value : 0
}
