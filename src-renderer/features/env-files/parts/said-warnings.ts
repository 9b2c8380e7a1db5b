import type { EnvPreview } from '@contract/model/env'

type Warnings = EnvPreview['warnings']

/** The warnings of a file worth a note each: who says that everybody can read it has said so of the group. */
export function saidWarnings(warnings: Warnings): Warnings {
  return warnings.filter((warning) => warning !== 'group-readable' || !warnings.includes('world-readable'))
}
