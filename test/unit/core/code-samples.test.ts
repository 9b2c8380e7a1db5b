import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeSample, type SampleRequest } from '@main/core/code-samples'

const asked = (secret: string): SampleRequest => ({
  method: 'GET',
  url: 'https://api.example.com/v1/projects?limit=1',
  headers: { accept: 'application/json', authorization: `Bearer ${secret}` },
  body: null
})
const line = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 60
})

describe('code samples', () => {
  it('reads like the samples of a provider’s page', () => {
    expect(codeSample('curl', asked('sk_live_1'))).toBe(
      `curl 'https://api.example.com/v1/projects?limit=1' \\\n  -H 'Accept: application/json' \\\n  -H 'Authorization: Bearer sk_live_1'`
    )
    expect(codeSample('python', asked('sk_live_1'))).toContain('"Authorization": "Bearer sk_live_1",')
    expect(codeSample('javascript', { ...asked('x'), method: 'POST', body: '{"a":1}' })).toContain(
      'body: "{\\"a\\":1}",'
    )
  })

  it('gives curl the header exactly, whatever the secret holds', () => {
    fc.assert(
      fc.property(line, (secret) => {
        const sample = codeSample('curl', asked(secret))
        const args = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${sample}`], { encoding: 'utf8' })
        expect(args.split('\n')).toContain(`Authorization: Bearer ${secret}`)
      }),
      { numRuns: 30 }
    )
  })

  it('gives JavaScript the header exactly, whatever the secret holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 60 }).filter((text) => text.isWellFormed()),
        async (secret) => {
          const seen: { headers: Record<string, string> }[] = []
          const answered = { ok: true, json: () => Promise.resolve({}) }
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the sample is code, and this is its test
          const run = new Function(
            'fetch',
            'console',
            `return (async () => {${codeSample('javascript', asked(secret))}})()`
          )
          const fetched = (_url: string, init: { headers: Record<string, string> }) => {
            seen.push(init)
            return Promise.resolve(answered)
          }
          await (run as (...given: unknown[]) => Promise<void>)(fetched, { log: () => undefined })
          expect(seen[0]?.headers.Authorization).toBe(`Bearer ${secret}`)
        }
      )
    )
  })
})
