import { relative, sep } from 'node:path'
import type { Instant } from '@contract/model/base'
import type { Clock } from '../../ports/clock'
import type { EnvFiles } from '../../ports/env-files'
import type { StoredProject } from '../../ports/env-store'
import { isInside } from '../../envfiles/inside'
import type { AsyncVaultStore } from '../../ports/vault-store'
import type { DigestOf } from '../../envfiles/digest'
import type { SessionKeeper } from '../session-keeper'
import type { LocalUses } from '../usage/local-use'

/** What everything around env files works with. */
export interface EnvParts {
  readonly session: SessionKeeper
  readonly files: EnvFiles
  readonly clock: Clock
  /** Bindings, projects or undos have changed. */
  readonly changed: () => void
  readonly localUses: LocalUses
}

export type OpenEnvStore = AsyncVaultStore['env']

export function nowOf(clock: Clock): Instant {
  return new Date(clock.nowMs()).toISOString()
}

/** The vault's digest of each of these texts, as a look-up for pure functions. Others have the empty digest. */
export async function digestsOf(session: SessionKeeper, texts: readonly string[]): Promise<DigestOf> {
  const known = [...new Set(texts)]
  const digests = await session.store().keys.fingerprints(known.map((text) => new TextEncoder().encode(text)))
  const byText = new Map(known.map((text, index) => [text, digests[index] ?? '']))
  return (value) => byText.get(new TextDecoder('utf-8', { ignoreBOM: true }).decode(value)) ?? ''
}

/** The vault's digest of a whole file. */
export async function digestOfBytes(session: SessionKeeper, bytes: Uint8Array): Promise<string> {
  // A copy: what is handed to the store is zeroed.
  const [digest = ''] = await session.store().keys.fingerprints([Uint8Array.from(bytes)])
  return digest
}

/** The innermost project around `file`. */
export function projectAround(file: string, projects: readonly StoredProject[]): StoredProject | null {
  const around = projects.filter(({ folder }) => isInside(file, folder))
  return around.sort((one, other) => other.folder.length - one.folder.length)[0] ?? null
}

/**
 * The folder outside of which nothing is read or written for `file`: its project's, else the repository's, else its
 * own. Throws `env-file-missing` where its folder is not there.
 */
export async function rootOf(
  { session, files }: Pick<EnvParts, 'session' | 'files'>,
  file: string
): Promise<{ file: string; link: string | null; root: string }> {
  const located = await files.locate(file)
  const project = projectAround(located.file, await session.store().env.projects())
  const root = project?.folder ?? located.repository ?? located.folder
  return { file: located.file, link: located.link, root }
}

/** A path as it is shown: from its project's folder with `/`, else as it is. */
export function shownPath(file: string, project: StoredProject | null): string {
  return project === null ? file : relative(project.folder, file).split(sep).join('/')
}
