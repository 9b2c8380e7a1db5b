import { join } from 'node:path'
import { AppError } from '@contract/errors'
import type { Secret } from '../crypto/secret'
import { createDataKey } from '../crypto/wrap'
import type { RotationOpeners } from '../ports/vault-store'
import { copyDatabase, removeDatabase, syncFile } from './copy-database'
import { makeKeySlot, makePasswordSlot } from './header-slots'
import { openDatabase } from './open-database'
import { syncFolder, tidy } from './replace-file'
import { alone, attachStore, closeSession, type Session } from './session'
import { guarded } from './sqlite-errors'
import { databaseName, databaseNumber, sealHeader, type HeaderSlots, type VaultHeader } from './vault-header'
import { writeHeader } from './vault-folder'
import { inventoryOf, sameInventory, verifyDatabase } from './verify-database'

/**
 * Gives an open vault a new data key: copy, rekey the copy, prove it, then replace the header, which names the copy.
 * Before the header is replaced the old vault stands untouched; after it, the new one is complete.
 */
export async function rotateDataKey(session: Session, openers: RotationOpeners): Promise<void> {
  const dataKey = createDataKey()
  try {
    swapDataKey(session, dataKey, await slotsFor(session.header, dataKey, openers))
  } catch (error) {
    if (session.dataKey !== dataKey) dataKey.dispose()
    throw error
  }
}

async function slotsFor(header: VaultHeader, dataKey: Secret, openers: RotationOpeners): Promise<HeaderSlots> {
  const { vaultId, slots } = header
  const { recoveryCode, deviceKey } = openers
  return {
    password: await makePasswordSlot(vaultId, dataKey, openers.password, slots.password.kdf),
    recovery: recoveryCode === null ? null : makeKeySlot(vaultId, 'recovery', dataKey, recoveryCode),
    device: deviceKey === null ? null : makeKeySlot(vaultId, 'device', dataKey, deviceKey)
  }
}

/** The part that changes files: needs no password, takes `dataKey` over once it succeeded. */
export function swapDataKey(session: Session, dataKey: Secret, slots: HeaderSlots): void {
  const { paths, header } = session
  alone(session, () => {
    // Another process changed a slot since these were made: a new password would be undone.
    if (session.header !== header) throw new AppError('vault-busy', {})
    guarded({ folder: paths.folder, file: paths.database(header) }, () => {
      swap(session, dataKey, slots)
    })
  })
}

function swap(session: Session, dataKey: Secret, slots: HeaderSlots): void {
  const { paths, header: oldHeader } = session
  const database = databaseName(databaseNumber(oldHeader.database) + 1)
  const copy = join(paths.folder, database)
  const header = sealHeader({ ...oldHeader, database, slots }, dataKey)

  try {
    copyDatabase(session.connection, copy)
    rekeyCopy(session, copy, dataKey)
    const held = verifyDatabase(paths.folder, copy, dataKey)
    if (!sameInventory(held, inventoryOf(session.connection))) throw new AppError('vault-damaged', { file: copy })
    syncFolder(paths.folder)
  } catch (error) {
    removeDatabase(copy)
    throw error
  }
  commit(session, header)
  follow(session, header, dataKey)
  tidy(() => {
    removeDatabase(paths.database(oldHeader))
    syncFolder(paths.folder)
  })
}

// A failed replacement may still have happened, and may still be undone by a power loss: both databases are kept, and
// the session ends, so that no write goes to the one that the next open does not choose.
function commit(session: Session, header: VaultHeader): void {
  try {
    writeHeader(session.paths, header)
  } catch (error) {
    closeSession(session)
    throw error
  }
}

function follow(session: Session, header: VaultHeader, dataKey: Secret): void {
  const { paths } = session
  const old = { connection: session.connection, dataKey: session.dataKey, fingerprintKey: session.fingerprintKey }
  try {
    const connection = openDatabase({ folder: paths.folder, file: paths.database(header), dataKey })
    try {
      Object.assign(session, { header, dataKey }, attachStore(paths, header, connection, false))
    } catch (error) {
      connection.close()
      throw error
    }
  } catch (error) {
    closeSession(session)
    throw error
  }
  tidy(() => {
    old.connection.close()
  })
  old.dataKey.dispose()
  old.fingerprintKey.dispose()
}

// Only ever on a copy, and in WAL mode: outside it an interrupted rekey can leave a file that no key opens.
function rekeyCopy({ paths, dataKey: oldKey }: Session, copy: string, dataKey: Secret): void {
  const connection = openDatabase({ folder: paths.folder, file: copy, dataKey: oldKey })
  try {
    connection.rekey(dataKey)
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  syncFile(copy)
}
