import { systemClock } from './clock'
import { createConnectors } from './connectors'
import { createDeviceKeyFile } from './device-key-file'
import { nodeEnvFiles } from './env-files'
import { nodeFiles } from './files'
import type { Home } from './home'
import { deriveForImport } from './import-derivation'
import { createLockedNotes } from './locked-notes-file'
import { createFileLog } from './log-file'
import { reminderPorts } from './reminder-ports'
import { createWorkerVaultHost } from './vault-host'

/** The adapters that are the same behind both doors, all of them on one home folder. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the ports name every member's type
export function homePorts(home: Home, version: string) {
  return {
    log: createFileLog(home.logFile),
    host: createWorkerVaultHost(home.vaultFolder, systemClock),
    clock: systemClock,
    deviceKeyFile: createDeviceKeyFile(home.deviceKeyFile),
    lockedNotes: createLockedNotes(home.lockedNotesFile),
    connectors: createConnectors(home.folder, version, systemClock),
    reminders: reminderPorts(home.folder, systemClock),
    files: nodeFiles,
    envFiles: nodeEnvFiles,
    derive: deriveForImport
  }
}
