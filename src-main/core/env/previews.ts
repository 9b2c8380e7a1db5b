import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { EnvPreview, EnvWritten } from '@contract/model/env'
import type { Actor } from '../actor'
import type { EnvParts } from './env-parts'
import { createExampleWrites } from './example-writes'
import type { EditFile } from './file-edits'
import type { HeldPreview } from './held-preview'
import { createKeyWrites, type WantedKey } from './key-writes'
import type { Safety } from './safety'
import type { TakeTurns } from './turns'

/** Writes that are shown before they are done. */
export interface Previews {
  /** Throws what {@link KeyWrites.look} does. */
  preview(wanted: readonly WantedKey[], file: string): Promise<EnvPreview>
  previewExample(file: string): Promise<EnvPreview>
  /** The keys whose secrets a write would put into its file; none where nothing is held. */
  keysOf(token: string): KeyId[]
  /** Throws `preview-forgotten`, `env-file-symlink`, `env-file-changed`, and what a write throws. */
  write(token: string, options: { followLink: boolean; bind: boolean }, actor: Actor): Promise<EnvWritten>
  forget(token: string): void
}

const MOST_HELD = 100

interface Parts extends EnvParts {
  readonly editFile: EditFile
  readonly safety: Safety
  readonly takeTurns: TakeTurns
  readonly keysChanged: () => void
}

export function createPreviews(parts: Parts): Previews {
  const { session, changed, takeTurns } = parts
  const keys = createKeyWrites(parts)
  const examples = createExampleWrites(parts)
  const held = new Map<string, HeldPreview>()
  session.beforeLock(() => {
    held.clear()
  })

  function hold(preview: HeldPreview): EnvPreview {
    const [oldest] = held.keys()
    if (held.size >= MOST_HELD && oldest !== undefined) held.delete(oldest)
    held.set(preview.shown.token, preview)
    return preview.shown
  }

  return {
    preview: async (wanted, file) => hold(await keys.look(wanted, file)),

    previewExample: async (file) => hold(await examples.look(file)),

    keysOf(token) {
      const source = held.get(token)?.source
      return source?.of === 'keys' ? source.keys.map(({ keyId }) => keyId) : []
    },

    write: (token, { followLink, bind }, actor) =>
      takeTurns(async () => {
        const preview = held.get(token)
        if (preview === undefined) throw new AppError('preview-forgotten', {})
        const { link, file } = preview.shown
        if (link !== null && !followLink) throw new AppError('env-file-symlink', { file: link, target: file })
        // Whatever comes of it, what is in the file by then has not been shown.
        held.delete(token)
        const { source } = preview
        const written =
          source.of === 'keys'
            ? await keys.write({ ...preview, source }, bind, actor)
            : await examples.write({ ...preview, source }, actor)
        changed()
        return written
      }),

    forget(token) {
      held.delete(token)
    }
  }
}
