import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@contract/errors'
import type { EnvWritten } from '@contract/model/env'
import { maskedDiff } from '../../envfiles/diff'
import { exampleOf } from '../../envfiles/example'
import type { FileIdentity } from '../../envfiles/identity'
import { auditOf, type Actor } from '../actor'
import { rootOf, type EnvParts } from './env-parts'
import type { EditFile } from './file-edits'
import type { ExampleSource, HeldPreview } from './held-preview'

/** A `.env.example` beside an env file: its names without its values. */
export interface ExampleWrites {
  /** Throws `env-file-…`. */
  look(file: string): Promise<HeldPreview<ExampleSource>>
  /** Throws `env-file-changed` when either file is not as it was looked at. */
  write(held: HeldPreview<ExampleSource>, actor: Actor): Promise<EnvWritten>
}

export function createExampleWrites(parts: EnvParts & { readonly editFile: EditFile }): ExampleWrites {
  const { session, files, clock, editFile } = parts

  async function exampleBytes(file: string, root: string): Promise<{ bytes: Uint8Array; identity: FileIdentity }> {
    const found = await files.read({ file, root, allowSymlink: false })
    if (found === null) throw new AppError('env-file-missing', { file })
    const bytes = exampleOf(found.bytes, file)
    found.bytes.fill(0)
    return { bytes, identity: found.identity }
  }

  return {
    async look(asked) {
      const place = await rootOf(parts, asked)
      const source = place.link ?? place.file
      const made = await exampleBytes(source, place.root)
      const file = join(dirname(place.file), exampleNameOf(basename(place.file)))
      const found = await files.read({ file, root: place.root, allowSymlink: false })
      const before = found?.bytes ?? new Uint8Array()
      const diff = maskedDiff(before, made.bytes, file)
      return {
        shown: {
          token: randomUUID(),
          file,
          creates: found === null,
          link: null,
          keys: [],
          change: found === null ? 'added' : diff.length === 0 ? 'same' : 'changed',
          diff,
          git: await files.gitState(file),
          // An example is made to be committed.
          ignore: null,
          warnings: []
        },
        root: place.root,
        identity: found?.identity ?? null,
        source: { of: 'example', file: source, identity: made.identity }
      }
    },

    async write({ shown, root, identity, source }, actor) {
      const { file } = shown
      const made = await exampleBytes(source.file, root)
      if (made.identity.sha256 !== source.identity.sha256) throw new AppError('env-file-changed', { file: source.file })
      const { undoId, warnings } = await editFile({
        file,
        root,
        expected: identity,
        mayCreate: true,
        isPublic: true,
        edit: () => made.bytes,
        undo: { what: 'example', names: [], keyIds: [], bindings: [] }
      })
      if (undoId !== null) {
        await session.store().audit.append(auditOf('env.written', actor, clock.nowMs(), null, file.slice(0, 500)))
      }
      const git = await files.gitState(file)
      return { file, change: shown.change, keys: [], undoId, git, warnings: [...warnings] }
    }
  }
}

/** `.env` and `.env.local` share one example; `.envrc` and `web.env` have their own. */
function exampleNameOf(name: string): string {
  return /^\.env(?:\.|$)/.test(name) ? '.env.example' : `${name}.example`
}
