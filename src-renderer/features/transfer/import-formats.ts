import type { ImportFormat } from './import-types'

// The contract's list is a schema; the window carries no validator, so the compiler holds this one complete.
const known: Readonly<Record<ImportFormat, true>> = {
  env: true,
  csv: true,
  keyquay: true,
  'bitwarden-json': true,
  'onepassword-1pux': true,
  'keepass-kdbx': true,
  'aws-credentials': true,
  npmrc: true,
  netrc: true
}

/** Every format that can be read. */
export const formats = Object.keys(known) as ImportFormat[]
