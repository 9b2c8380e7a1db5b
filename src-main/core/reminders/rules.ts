import type { KeyId } from '@contract/model/base'
import { DEFAULT_RULE_PARTS, type RuleParts } from '@contract/model/reminder'
import type { StoredRule } from '../../ports/reminder-store'

/** What holds for one key: every part has a value. */
export type EffectiveRule = { readonly [Part in keyof RuleParts]: NonNullable<RuleParts[Part]> }

export const RULE_FOR_ALL = 'all'
export const NO_PARTS: RuleParts = {
  expiryLeadDays: null,
  rotateEveryDays: null,
  unusedForDays: null,
  graceLeadHours: null,
  usagePercents: null,
  notify: null,
  channels: null
}
const DEFAULTS: EffectiveRule = {
  ...DEFAULT_RULE_PARTS,
  expiryLeadDays: [...DEFAULT_RULE_PARTS.expiryLeadDays],
  graceLeadHours: [...DEFAULT_RULE_PARTS.graceLeadHours],
  usagePercents: [...DEFAULT_RULE_PARTS.usagePercents],
  channels: []
}

/**
 * What the rules say of a key. Each part comes from the narrowest rule that says something of it: the key's own, then
 * those of its tags in their order of making, its provider's, the one for all keys, the defaults. Keys that the same
 * rules are about share one answer.
 */
export function createRuleBook(
  rules: readonly StoredRule[]
): (key: { readonly id: KeyId; readonly tags: readonly string[]; readonly provider: string | null }) => EffectiveRule {
  const ofKey = new Map<KeyId, StoredRule>()
  const ofTag = new Map<string, StoredRule>()
  const ofProvider = new Map<string, StoredRule>()
  const forAll: StoredRule[] = []
  for (const rule of rules) {
    const { scope } = rule
    if (scope.of === 'key') ofKey.set(scope.keyId, rule)
    else if (scope.of === 'tag') ofTag.set(scope.tag, rule)
    else if (scope.of === 'provider') ofProvider.set(scope.provider, rule)
    else forAll.push(rule)
  }
  const order = new Map(rules.map((rule, at) => [rule, at]))
  const known = new Map<string, EffectiveRule>()

  return ({ id, tags, provider }) => {
    const own = ofKey.get(id)
    const byTags = ofTag.size === 0 ? [] : tags.flatMap((tag) => ofTag.get(tag) ?? [])
    byTags.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
    const byProvider = provider === null ? undefined : ofProvider.get(provider)
    const narrowFirst = [...(own ? [own] : []), ...byTags, ...(byProvider ? [byProvider] : []), ...forAll]
    const name = narrowFirst.map((rule) => rule.id).join(' ')
    const before = known.get(name)
    if (before !== undefined) return before
    const merged = merge(narrowFirst)
    known.set(name, merged)
    return merged
  }
}

/** Whether these rules tell of how old or unused a key is: then each key has a date in the end. */
export function tellsOfAge(rules: readonly StoredRule[]): boolean {
  const parts: readonly RuleParts[] = [DEFAULTS, ...rules.map((rule) => rule.parts)]
  return parts.some(({ rotateEveryDays, unusedForDays }) => (rotateEveryDays ?? 0) > 0 || (unusedForDays ?? 0) > 0)
}

function merge(narrowFirst: readonly StoredRule[]): EffectiveRule {
  const merged: Record<string, unknown> = { ...DEFAULTS }
  for (const { parts } of narrowFirst.toReversed()) {
    for (const [part, value] of Object.entries(parts)) if (value !== null) merged[part] = value
  }
  return merged as unknown as EffectiveRule
}
