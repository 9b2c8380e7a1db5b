import type { Fields } from '../http/exchange.ts'
import type { SandboxClock } from '../types.ts'
import { billingPeriod } from './billing-period.ts'

const DAY_MS = 86_400_000

/** What Cloudoora warns about: four metrics with their limits, and dates of renewal. */
export function createCloudooraUsage(clock: SandboxClock): {
  report(): Fields
  set(used: Readonly<Record<string, number>>): void
} {
  const startMs = clock.nowMs()
  const metrics = [
    { metric: 'bandwidth', used: 120, limit: 1000, unit: 'GB' },
    { metric: 'disk', used: 18, limit: 100, unit: 'GB' },
    { metric: 'cpu', used: 22, limit: 100, unit: '%' },
    { metric: 'memory', used: 31, limit: 100, unit: '%' }
  ]
  const renewals = [
    { kind: 'domain', name: 'harbour.example', inDays: 45 },
    { kind: 'certificate', name: 'www.harbour.example', inDays: 20 },
    { kind: 'plan', name: 'Shared hosting', inDays: 90 }
  ]
  return {
    report: () => ({
      ...billingPeriod(clock.nowMs()),
      metrics: metrics.map((metric) => ({ ...metric })),
      renewals: renewals.map(({ kind, name, inDays }) => ({
        kind,
        name,
        renews_at: new Date(startMs + inDays * DAY_MS).toISOString()
      }))
    }),
    set(used) {
      for (const [name, value] of Object.entries(used)) {
        const found = metrics.find(({ metric }) => metric === name)
        if (found === undefined)
          throw new Error(`there is no metric ${name}; there are ${metrics.map(({ metric }) => metric).join(', ')}`)
        found.used = value
      }
    }
  }
}
