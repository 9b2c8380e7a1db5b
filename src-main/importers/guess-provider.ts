import { keyPrefixes, otherProviders } from './key-prefixes'

/** Words of names and hosts that stand for a provider under another name. */
const ALIASES: readonly (readonly [word: string, provider: string])[] = [
  ['amazon', 'aws'],
  ['amazonaws', 'aws'],
  ['gemini', 'google'],
  ['googleapis', 'google'],
  ['gh', 'github'],
  ['hf', 'huggingface'],
  ['npmjs', 'npm']
]

// The shortest prefixes are shorter than words; a key is longer than both.
const SHORTEST_KEY = 16

const byLength = [...keyPrefixes].sort(([one], [other]) => other.length - one.length)
const byWord = new Map<string, string>([
  ...keyPrefixes.map(([, provider]): [string, string] => [provider, provider]),
  ...otherProviders.map((provider): [string, string] => [provider, provider]),
  ...ALIASES.map(([word, provider]): [string, string] => [word, provider])
])

/** Whose key `secret` is by the way it begins, or null. */
export function providerOfSecret(secret: string): string | null {
  if (secret.length < SHORTEST_KEY || /\s/.test(secret.slice(0, 200))) return null
  return byLength.find(([prefix]) => secret.startsWith(prefix))?.[1] ?? null
}

/** The provider a variable's name speaks of: `OPENAI_API_KEY` is openai's. */
export function providerOfName(name: string): string | null {
  const words = name
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  for (const word of words) {
    const provider = byWord.get(word)
    if (provider !== undefined) return provider
  }
  return null
}

/** The provider at a web address, by a label of its host. */
export function providerOfAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const labels = new URL(address).hostname.split('.').slice(-3).reverse()
  for (const label of labels.slice(1)) {
    const provider = byWord.get(label)
    if (provider !== undefined) return provider
  }
  return null
}
