/** Providers as they write themselves. */
const NAMES = [
  '1Password',
  'Anthropic',
  'AWS',
  'CloudAPI',
  'CloudCasa',
  'Cloudflare',
  'CloudNexus',
  'Cloodot',
  'Cloudoora',
  'Databricks',
  'Datadog',
  'DigitalOcean',
  'Docker',
  'Figma',
  'GitHub',
  'GitLab',
  'Google',
  'Grafana',
  'Groq',
  'Heroku',
  'HuggingFace',
  'Linear',
  'Netlify',
  'Notion',
  'npm',
  'OpenAI',
  'OpenRouter',
  'PyPI',
  'Resend',
  'SendGrid',
  'Sentry',
  'Shopify',
  'Slack',
  'Stripe',
  'Supabase',
  'Tailscale',
  'Twilio',
  'Vercel'
]

const bySpelling = new Map(NAMES.map((name) => [name.toLowerCase(), name]))

/** A provider's name in its own spelling, so that one provider is not listed twice; an unknown one as it is. */
export function providerName(name: string): string {
  return bySpelling.get(name.toLowerCase()) ?? name
}
