import type { Argon2Derive } from '../importers/candidate'

/** Derives on Node's thread pool; the native module is loaded only when a file asks for it. */
export const deriveForImport: Argon2Derive = async (job) => {
  const { deriveImportKey } = await import('../crypto/import-key')
  return deriveImportKey(job)
}
