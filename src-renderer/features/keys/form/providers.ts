/** Beginnings of secrets and whose they are. A longer one stands before a shorter one that it starts with. */
const prefixes: readonly (readonly [prefix: string, provider: string])[] = [
  ['sk_live_', 'CloudAPI'],
  ['cap_', 'CloudAPI'],
  ['cnx_', 'CloudNexus'],
  ['clo_', 'Cloodot'],
  ['github_pat_', 'GitHub'],
  ['ghp_', 'GitHub'],
  ['gho_', 'GitHub'],
  ['ghs_', 'GitHub'],
  ['glpat-', 'GitLab'],
  ['npm_', 'npm'],
  ['pypi-', 'PyPI'],
  ['sk-ant-', 'Anthropic'],
  ['sk-', 'OpenAI'],
  ['xoxb-', 'Slack'],
  ['xoxp-', 'Slack'],
  ['AKIA', 'AWS'],
  ['AIza', 'Google'],
  ['SG.', 'SendGrid'],
  ['dop_v1_', 'DigitalOcean'],
  ['hf_', 'HuggingFace'],
  ['shpat_', 'Shopify']
]

/** Offered while a provider is typed; any other name is accepted too. */
export const suggestedProviders: readonly string[] = ['Cloudoora', 'CloudAPI', 'CloudNexus', 'CloudCasa', 'Cloodot']

/** The provider whose secrets begin like this one, or null. */
export function recogniseProvider(secret: string): string | null {
  const start = secret.trimStart()
  return prefixes.find(([prefix]) => start.startsWith(prefix))?.[1] ?? null
}
