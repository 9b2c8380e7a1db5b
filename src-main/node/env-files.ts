import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import { findEnvFiles } from '../envfiles/find'
import { folderTexts } from '../envfiles/folder-texts'
import { addToGitignore, gitStateOf, ignoreLine, repositoryOf } from '../envfiles/git'
import { readEnvFile } from '../envfiles/read'
import { stagedTexts } from '../envfiles/staged-texts'
import { removeEnvFile, writeEnvFile } from '../envfiles/write'
import type { EnvFiles } from '../ports/env-files'

/** Env files on this computer's disk. */
export const nodeEnvFiles: EnvFiles = {
  async locate(file) {
    const whole = resolve(file)
    const folder = realFolder(dirname(whole))
    const entry = join(folder, basename(whole))
    return { file: entry, folder, link: linkOf(entry), repository: await repositoryOf(entry) }
  },
  folder: (folder) => settled(() => realFolder(resolve(folder))),
  read: (place) => settled(() => readEnvFile(place)),
  write: ({ isPublic, ...write }) =>
    settled(() => writeEnvFile({ ...write, allowSymlink: false, newMode: isPublic ? 0o644 : 0o600 })),
  remove: (file, root, expected) =>
    settled(() => {
      removeEnvFile({ file, root, allowSymlink: false, expected })
    }),
  find: (folder) => findEnvFiles(folder),
  gitState: gitStateOf,
  ignoreLine,
  addToGitignore,
  texts: (folder, signal) => folderTexts(folder, signal),
  stagedTexts: (folder, signal) => stagedTexts(folder, signal)
}

/** What throws at once rejects instead. */
function settled<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolveWith) => {
    resolveWith(work())
  })
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder)
    if (lstatSync(real).isDirectory()) return real
  } catch {
    // said below
  }
  throw new AppError('env-file-missing', { file: folder })
}

function linkOf(entry: string): string | null {
  if (lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return null
  try {
    return realpathSync(entry)
  } catch {
    return resolve(dirname(entry), readlinkSync(entry))
  }
}
