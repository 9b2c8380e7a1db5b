import type { Page } from '@playwright/test'
import type { KeyDraft } from '../../src-preload/contract/model/key'

const DAY_MS = 86_400_000

/** Adds keys past the form, which has a spec of its own. Each gets a value of its own. */
export async function seedKeys(page: Page, drafts: readonly KeyDraft[]): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (const [at, fields] of wanted.entries()) {
      const secret = `cap_${String(at).padStart(4, '0')}f3a9c1e5b8d3f6a0c4e7b1d`
      const answer = await window.keyquay['keys.add']({ fields, secret })
      if (!answer.ok) throw new Error(answer.error.code)
    }
  }, drafts)
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString()
}

/** A dozen keys of three providers in three environments, one of them without any. */
export const aDozen: readonly KeyDraft[] = [
  { name: 'billing-api', provider: 'CloudAPI', environment: 'prod', project: 'shop', tags: ['money', 'ci'] },
  { name: 'billing-sandbox', provider: 'CloudAPI', environment: 'dev', project: 'shop', tags: ['money'] },
  {
    name: 'ci-deploy',
    provider: 'CloudNexus',
    environment: 'prod',
    project: 'shop',
    tags: ['ci'],
    expiresAt: inDays(5)
  },
  { name: 'ci-preview', provider: 'CloudNexus', environment: 'dev', tags: ['ci'], expiresAt: inDays(60) },
  { name: 'dns-writer', provider: 'Cloudoora', environment: 'prod', scopes: ['dns:write', 'dns:read'] },
  { name: 'edge-cache', provider: 'Cloudoora', environment: 'staging', expiresAt: inDays(-3) },
  { name: 'mail-sender', provider: 'CloudAPI', environment: 'prod', project: 'mail' },
  { name: 'metrics-reader', provider: 'CloudNexus', environment: 'prod', envName: 'METRICS_TOKEN' },
  { name: 'nightly-export', provider: 'CloudAPI', environment: 'staging', project: 'mail' },
  { name: 'object-store', provider: 'CloudNexus', environment: 'dev', expiresAt: inDays(20) },
  { name: 'search-index', provider: 'Cloudoora', environment: 'dev' },
  { name: 'wandering' }
]
