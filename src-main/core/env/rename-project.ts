import type { KeyId } from '@contract/model/base'
import { keyIdsQuery } from '@contract/model/key-query'
import type { ConnectorBook } from '../../connectors/connector'
import type { EnvChange, StoredProject } from '../../ports/env-store'
import type { StoredLink } from '../../ports/remote-store'
import { auditOf, type Actor } from '../actor'
import { nowOf, type EnvParts } from './env-parts'

interface Parts extends EnvParts {
  readonly keysChanged: () => void
  readonly connectors: Pick<ConnectorBook, 'find'>
}

/**
 * Gives a project another name, and with it the keys that carry the old one, in one transaction; answers which. `only`
 * narrows them, null takes all. A key stays as it is where its provider knows projects of its own by that name, and
 * every key does while another project has the old name too.
 */
export type RenameProject = (
  project: StoredProject,
  name: string,
  only: readonly KeyId[] | null,
  actor: Actor
) => Promise<KeyId[]>

export function createRenameProject({ session, clock, changed, keysChanged, connectors }: Parts): RenameProject {
  /** Whether the project of a tied key is one of its account, and sent to it. Where that cannot be told, it may be. */
  async function isProvidersOwn({ connectionId, kind: kindId }: StoredLink): Promise<boolean> {
    const connection = await session.store().remote.connection(connectionId)
    const connector = await connectors.find(connection.connectorId)
    return connector?.description.kinds.find(({ id }) => id === kindId)?.projects ?? true
  }

  async function followers({ id, name }: StoredProject): Promise<KeyId[]> {
    const store = session.store()
    const projects = await store.env.projects()
    if (projects.some((other) => other.id !== id && other.name === name)) return []
    const found: KeyId[] = []
    for (const view of ['all', 'bin'] as const) {
      found.push(...(await store.keys.ids(keyIdsQuery.parse({ view, projects: [name] }), nowOf(clock))))
    }
    const links = new Map((await store.remote.links(null)).map((link) => [link.keyId, link]))
    const follow: KeyId[] = []
    for (const keyId of found) {
      const link = links.get(keyId)
      if (link === undefined || !(await isProvidersOwn(link))) follow.push(keyId)
    }
    return follow
  }

  return async (project, name, only, actor) => {
    if (project.name === name) return []
    const wanted = only === null ? null : new Set(only)
    const keyIds = (await followers(project)).filter((id) => wanted?.has(id) ?? true)
    const at = nowOf(clock)
    const edits = keyIds.map((id): EnvChange => {
      return { op: 'change-key', change: { op: 'edit-key', id, fields: { project: name }, at } }
    })
    const detail = `${project.name} → ${name}`.slice(0, 500)
    await session
      .store()
      .env.apply(
        [{ op: 'save-project', project: { ...project, name } }, ...edits],
        [
          auditOf('project.renamed', actor, clock.nowMs(), null, detail),
          ...keyIds.map((id) => auditOf('key.edited', actor, clock.nowMs(), id, 'project'))
        ]
      )
    changed()
    if (keyIds.length > 0) keysChanged()
    return keyIds
  }
}
