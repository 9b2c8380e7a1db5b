import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readJson, root } from './repository.ts'

interface Exception {
  advisory: string
  package: string
  date: string
  until: string
  reason: string
}

interface Report {
  vulnerabilities?: Record<string, { name: string; severity: string; via: (string | { url: string; severity: string })[] }>
}

const exceptions = readJson('test/supply/audit-exceptions.json') as Exception[]

describe('check 97: npm audit has no finding that nobody looked at', () => {
  test('check 97: each exception names its advisory, a date, an end and a reason', () => {
    for (const exception of exceptions) {
      expect(exception.advisory).toMatch(/^GHSA-/)
      expect(exception.package).toBeTruthy()
      expect(exception.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(exception.until > exception.date).toBe(true)
      expect(exception.reason.length).toBeGreaterThan(20)
    }
  })

  test('check 97: nothing high or critical is left without an exception (KEYQUAY_AUDIT=1)', { timeout: 90_000 }, (context) => {
    if (!process.env.KEYQUAY_AUDIT) return context.skip('asks the network; KEYQUAY_AUDIT=1 runs it')
    const report = audit()
    if (!report.vulnerabilities) return context.skip('the audit service could not be reached')

    const today = new Date().toISOString().slice(0, 10)
    const excused = new Set(exceptions.filter((exception) => exception.until > today).map((exception) => exception.advisory))
    const open = Object.values(report.vulnerabilities).flatMap((finding) =>
      finding.via
        .filter((via) => typeof via === 'object')
        .filter((via) => ['high', 'critical'].includes(via.severity) && !excused.has(via.url.split('/').at(-1) ?? ''))
        .map((via) => `${finding.name}: ${via.url}`)
    )
    expect(open).toEqual([])
  })
})

function audit(): Report {
  const cli = process.env.npm_execpath
  const [command = 'npm', ...args] = cli?.includes('npm-cli') ? [process.execPath, cli] : ['npm']
  const result = spawnSync(command, [...args, 'audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 60_000 })
  try {
    return JSON.parse(result.stdout) as Report
  } catch {
    return {}
  }
}
