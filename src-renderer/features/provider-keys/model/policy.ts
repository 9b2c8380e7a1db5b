import type { RotationPolicy } from '@contract/model/connection'

export type PolicyKind = RotationPolicy['kind']
export type AutomaticBy = 'age' | 'expiry'

/** What the policy dialog holds; numbers stay typed when another kind is looked at. */
export interface PolicyValues {
  kind: PolicyKind
  remindDays: number | ''
  by: AutomaticBy
  ageDays: number | ''
  expiryDays: number | ''
  revokeAtEnd: boolean
}

const LONGEST_DAYS = 3_650
const LONGEST_BEFORE_DAYS = 365

export function toPolicyValues(policy: RotationPolicy): PolicyValues {
  const usual: PolicyValues = {
    kind: policy.kind,
    remindDays: 90,
    by: 'age',
    ageDays: 90,
    expiryDays: 7,
    revokeAtEnd: false
  }
  if (policy.kind === 'remind') return { ...usual, remindDays: policy.everyDays }
  if (policy.kind === 'automatic') {
    const { everyDays, beforeExpiryDays, revokeAtEnd } = policy
    return {
      ...usual,
      by: everyDays === null ? 'expiry' : 'age',
      ageDays: everyDays ?? usual.ageDays,
      expiryDays: beforeExpiryDays ?? usual.expiryDays,
      revokeAtEnd
    }
  }
  return usual
}

/** The policy, or null while a number is missing or out of reach. */
export function toPolicy(values: PolicyValues): RotationPolicy | null {
  const { kind, remindDays, by, ageDays, expiryDays, revokeAtEnd } = values
  if (kind === 'by-hand') return { kind }
  if (kind === 'remind') return isDays(remindDays, LONGEST_DAYS) ? { kind, everyDays: remindDays } : null
  if (by === 'age') {
    return isDays(ageDays, LONGEST_DAYS) ? { kind, everyDays: ageDays, beforeExpiryDays: null, revokeAtEnd } : null
  }
  return isDays(expiryDays, LONGEST_BEFORE_DAYS)
    ? { kind, everyDays: null, beforeExpiryDays: expiryDays, revokeAtEnd }
    : null
}

function isDays(days: number | '', most: number): days is number {
  return days !== '' && Number.isInteger(days) && days >= 1 && days <= most
}
