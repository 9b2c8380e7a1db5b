import { AppError, isAppError, type ErrorCode } from '@contract/errors'
import type { ImportFormat } from '@contract/model/import'
import { awsCredentials } from './aws-credentials'
import { bitwarden } from './bitwarden'
import type { Candidate, Importer, ImportInput } from './candidate'
import { csv } from './csv'
import { env } from './env'
import { keepass } from './keepass'
import { keyquay } from './keyquay'
import { IMPORT_LIMITS } from './limits'
import { netrc } from './netrc'
import { npmrc } from './npmrc'
import { onepassword } from './onepassword'
import { unreadable } from './unreadable'

const importers: Readonly<Record<ImportFormat, Importer>> = {
  keyquay,
  env,
  csv,
  'bitwarden-json': bitwarden,
  'onepassword-1pux': onepassword,
  'keepass-kdbx': keepass,
  'aws-credentials': awsCredentials,
  npmrc,
  netrc
}

/** All that reading a file can fail with. */
export const importErrorCodes = [
  'import-unreadable',
  'import-encrypted',
  'input-too-large',
  'wrong-password',
  'kdf-too-strong'
] as const satisfies readonly ErrorCode[]

/**
 * The key candidates in a file, in its order; changes nothing and opens nothing. Throws one of
 * {@link importErrorCodes}: whatever a parser throws ends here, because its messages quote the file.
 */
export async function readImport(format: ImportFormat, input: ImportInput): Promise<Candidate[]> {
  const limitBytes = IMPORT_LIMITS.fileBytes
  if (input.bytes.length > limitBytes) throw new AppError('input-too-large', { limitBytes })
  try {
    return await importers[format].read(input)
  } catch (error) {
    if (importErrorCodes.some((code) => isAppError(error, code))) throw error
    throw unreadable(input.fileName)
  }
}
