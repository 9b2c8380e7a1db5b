import { systemClock } from './clock'
import { createConnectors } from './connectors'
import { createDeviceKeyFile } from './device-key-file'
import { nodeEnvFiles } from './env-files'
import { nodeFiles } from './files'
import type { Home } from './home'
import { deriveForImport } from './import-derivation'
import { createKeptFile, type Keeper } from './kept-file'
import { createLeftHereFile } from './left-here-file'
import { createLockedNotes } from './locked-notes-file'
import { createFileLog } from './log-file'
import { createMappingRunner } from './mapping-runner'
import { reminderPorts } from './reminder-ports'
import { ofUnknownVault } from './unknown-vault'
import { createVaultFolders } from './vault-folders'
import { createWorkerVaultHost, keptElsewhere, tellingWhich } from './vault-host'

/** The adapters that are the same behind both doors, all of them on one home folder. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the ports name every member's type
export function homePorts(home: Home, version: string, log = createFileLog(home.logFile)) {
  const keeper: Keeper = { vaultId: null }
  const host = tellingWhich(createWorkerVaultHost(home.vaultFolder, systemClock), keeper)
  const mapping = createMappingRunner({ clock: systemClock })
  return {
    /** Lets go of what is left of a core that has ended. */
    end: () => mapping.end(),
    log,
    host: home.isOwnVault ? host : home.isVaultKnown ? keptElsewhere(host, home.vaultFolder) : ofUnknownVault(),
    clock: systemClock,
    deviceKeyFile: createDeviceKeyFile(createKeptFile(home.deviceKeyFile, keeper)),
    lockedNotes: createLockedNotes(createKeptFile(home.lockedNotesFile, keeper)),
    leftHere: createLeftHereFile(home.leftHereFile),
    connectors: createConnectors(home.folder, version, systemClock, mapping),
    reminders: reminderPorts(home, keeper, systemClock),
    vaultFolders: createVaultFolders(home),
    files: nodeFiles,
    envFiles: nodeEnvFiles,
    derive: deriveForImport
  }
}
