import type { ConnectorBook } from '../connectors/connector'
import { createBindings } from '../core/env/bindings'
import { createBoundWrites } from '../core/env/bound-writes'
import { createFileEdits } from '../core/env/file-edits'
import { createNamedFiles } from '../core/env/named-files'
import { createPreviews } from '../core/env/previews'
import { createContentsOfProjects } from '../core/env/project-contents'
import { createProjects } from '../core/env/projects'
import { createRenameProject } from '../core/env/rename-project'
import { createSafety } from '../core/env/safety'
import { createScans, type ScanProgress } from '../core/env/scan'
import { createTurns } from '../core/env/turns'
import { createUndos } from '../core/env/undos'
import type { SessionKeeper } from '../core/session-keeper'
import type { LocalUses } from '../core/usage/local-use'
import type { Clock } from '../ports/clock'
import type { EnvFiles } from '../ports/env-files'

interface Parts {
  readonly session: SessionKeeper
  readonly files: EnvFiles
  readonly clock: Clock
  /** Bindings, projects or undos have changed. */
  readonly changed: () => void
  readonly keysChanged: () => void
  readonly localUses: LocalUses
  readonly connectors: ConnectorBook
  readonly progress: (running: ScanProgress | null) => void
}

/** All that has to do with env files, composed. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- each member's factory names its type
export function createEnv(given: Parts) {
  const parts = { ...given, takeTurns: createTurns() }
  const editFile = createFileEdits(parts)
  const safety = createSafety(parts)
  const bindings = createBindings({ ...parts, writeBound: createBoundWrites(parts, editFile) })
  const projects = createProjects({ ...parts, rename: createRenameProject(parts) })
  return {
    safety,
    bindings,
    projects,
    named: createNamedFiles(parts.session),
    previews: createPreviews({ ...parts, editFile, safety }),
    undos: createUndos(parts),
    contents: createContentsOfProjects({ ...parts, projects }),
    scans: createScans(parts)
  }
}
