import type { Log } from '../ports/log'
import type { VaultHost } from '../ports/vault-store'
import { systemClock } from './clock'
import { createConnectors } from './connectors'
import { createDeviceKeyFile } from './device-key-file'
import { nodeEnvFiles } from './env-files'
import { nodeFiles } from './files'
import { createFolderLooks, looksHere, startOnNode, type FolderLooks, type LookProcess } from './folder-looks'
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
import { isOnLocalDisk } from './vault-surroundings'
import { createWorkerVaultHost, keptElsewhere, tellingWhich } from './vault-host'

interface HostParts {
  readonly log?: Log
  /** Starts the process that looks into folders; Electron has its own way. */
  readonly startLooking?: (questions: readonly string[]) => LookProcess
}

/** The adapters that are the same behind both doors, all of them on one home folder. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the ports name every member's type
export function homePorts(
  home: Home,
  version: string,
  { log = createFileLog(home.logFile), startLooking = startOnNode }: HostParts = {}
) {
  const keeper: Keeper = { vaultId: null }
  const looks = createFolderLooks({ clock: systemClock, start: startLooking })
  const mapping = createMappingRunner({ clock: systemClock })
  return {
    /** Lets go of what is left of a core that has ended. */
    end: () => mapping.end(),
    log,
    host: home.isVaultKnown ? tellingWhich(hostOf(home, looks), keeper) : ofUnknownVault(),
    clock: systemClock,
    deviceKeyFile: createDeviceKeyFile(createKeptFile(home.deviceKeyFile, keeper)),
    lockedNotes: createLockedNotes(createKeptFile(home.lockedNotesFile, keeper)),
    leftHere: createLeftHereFile(home.leftHereFile),
    connectors: createConnectors(home.folder, version, systemClock, mapping),
    reminders: reminderPorts(home, keeper, systemClock),
    vaultFolders: createVaultFolders(home, looks),
    files: nodeFiles,
    envFiles: nodeEnvFiles,
    derive: deriveForImport
  }
}

function hostOf({ vaultFolder, isOwnVault }: Home, looks: FolderLooks): VaultHost {
  const host = createWorkerVaultHost(vaultFolder, systemClock)
  if (isOwnVault) return host
  // Each look by a process takes longer than all the others of a command.
  return keptElsewhere(host, vaultFolder, isOnLocalDisk(vaultFolder) ? looksHere : looks)
}
