import type { RotationPolicy } from '@contract/model/connection'
import type { TFunction } from 'i18next'

/** By whom and when a key is rotated, in a few words. */
export function policyWords(policy: RotationPolicy, t: TFunction): string {
  switch (policy.kind) {
    case 'by-hand':
      return t('provider.details.policies.byHand')
    case 'remind':
      return t('provider.details.policies.remind', { count: policy.everyDays })
    case 'automatic':
      return policy.everyDays === null
        ? t('provider.details.policies.beforeExpiry', { count: policy.beforeExpiryDays ?? 0 })
        : t('provider.details.policies.everyDays', { count: policy.everyDays })
  }
}
