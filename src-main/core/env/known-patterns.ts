import { providerName } from '@contract/model/provider-names'
import { providerOfSecret } from '../../importers/guess-provider'
import { keyPrefixes } from '../../importers/key-prefixes'
import { isLikelySecret } from '../../importers/likely-secret'
import { wordsOf } from './text-tokens'

/** A place in a text that looks like somebody's key. Offsets in UTF-16 units. */
export interface PatternFind {
  readonly start: number
  readonly end: number
  /** Whose key, or of what kind, in words. */
  readonly what: string
}

export type FindPatterns = (path: string, text: string) => Promise<PatternFind[]>

/** Rules that are not called as a provider is. */
const OTHER_RULES: Readonly<Record<string, string>> = {
  basicauth: 'password in a URL',
  'database-connection-string': 'database URL',
  gcp: 'Google',
  'hashicorp-vault': 'HashiCorp Vault',
  privatekey: 'private key'
}

const PRESET = '@secretlint/secretlint-rule-'

/**
 * The patterns of secretlint's recommended rules, and the prefixes that Keyquay knows of itself, behind which random
 * text must follow. Nothing is fetched or written. Loaded when first used: the rules are large.
 */
export async function loadPatterns(): Promise<FindPatterns> {
  const [{ lintSource }, { creator }, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler')
  ])
  // It would mark every rule on every file on the process's own timeline, for ever.
  secretLintProfiler.setEnabled(false)
  const config: Parameters<typeof lintSource>[0]['options']['config'] = {
    rules: [{ id: `${PRESET}preset-recommend`, rule: creator, options: {} }]
  }

  return async (path, text) => {
    const ext = /\.[^./]+$/.exec(path)?.[0] ?? ''
    const { messages } = await lintSource({
      source: { filePath: path, content: text, contentType: 'text', ext },
      options: { config, locale: 'en', maskSecrets: true, noPhysicFilePath: true }
    })
    const known = messages.map(({ ruleId, range: [start, end] }) => ({
      start,
      end,
      what: nameOf(ruleId.replace(PRESET, ''))
    }))
    const own = ownFinds(text).filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))
    return [...known, ...own]
  }
}

function nameOf(rule: string): string {
  return OTHER_RULES[rule] ?? providerName(rule)
}

/** By prefix and what stands behind it: `re_` alone begins many a name. */
function ownFinds(text: string): PatternFind[] {
  const finds: PatternFind[] = []
  for (const { text: word, start } of wordsOf(text)) {
    const what = providerOfSecret(word)
    if (what === null) continue
    const prefix = longestPrefix(word)
    const rest = word.slice(prefix.length)
    if (isLikelySecret('', rest)) finds.push({ start, end: start + word.length, what: providerName(what) })
  }
  return finds
}

const byLength = keyPrefixes.map(([prefix]) => prefix).sort((one, other) => other.length - one.length)

function longestPrefix(word: string): string {
  return byLength.find((prefix) => word.startsWith(prefix)) ?? ''
}
