const MIB = 1024 * 1024

/** The most that is taken in: each bound holds before memory is spent on what it bounds. */
export const IMPORT_LIMITS = {
  fileBytes: 32 * MIB,
  /** `.env`, `.npmrc`, `.netrc` and AWS files are written by hand; one of this size is something else. */
  configBytes: 4 * MIB,
  inflatedBytes: 64 * MIB,
  candidates: 20_000,
  zipEntries: 20_000,
  jsonDepth: 64,
  secretBytes: 64 * 1024
} as const
