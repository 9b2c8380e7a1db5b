import type { ScanFind } from '@contract/model/env'

/** `replace`: at the issuer, by hand. `mend`: the file, by hand. */
export type FindStep = 'rotate' | 'replace' | 'bind' | 'ignore' | 'mend'

/**
 * What to do about a find, in order: first the value stops being worth anything, then the file is put right.
 * A value that was replaced already, or stands where it belongs, needs no rotation.
 */
export function findSteps({ may, former, expected }: ScanFind): FindStep[] {
  if (expected) return []
  const steps: FindStep[] = []
  if (may.includes('rotate')) steps.push('rotate')
  else if (!former) steps.push('replace')
  if (may.includes('bind')) steps.push('bind')
  if (may.includes('ignore')) steps.push('ignore')
  if (!may.includes('bind') && !may.includes('ignore')) steps.push('mend')
  return steps
}
