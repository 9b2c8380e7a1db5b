import type { RotationPolicy } from '@contract/model/connection'

/** `every 90 days by itself, the old value is revoked when the grace ends`. */
export function policyWords(policy: RotationPolicy): string {
  switch (policy.kind) {
    case 'by-hand':
      return 'by hand'
    case 'remind':
      return `a reminder every ${days(policy.everyDays)}`
    case 'automatic': {
      const { everyDays, beforeExpiryDays, revokeAtEnd } = policy
      const when = [
        everyDays === null ? '' : `every ${days(everyDays)}`,
        beforeExpiryDays === null ? '' : `${days(beforeExpiryDays)} before it expires`
      ].filter((part) => part !== '')
      const end = revokeAtEnd ? 'revoked when the grace ends' : 'yours to revoke'
      return `by itself while the app is unlocked, ${when.join(' and ')}; the old value is ${end}`
    }
  }
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${String(count)} days`
}
