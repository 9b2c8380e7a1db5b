import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import type { Rotation } from '@contract/model/rotation'
import { waitLine } from '@main/cli/providers/ask'
import { withPairs } from '@main/cli/providers/pairs'
import { policyWords } from '@main/cli/providers/policy-words'
import { rotationLines } from '@main/cli/providers/rotation-words'
import { fromNow, toDays, toExpiryChoice } from '@main/cli/providers/when'
import { UsageError } from '@main/cli/usage-error'

const NOW = Date.parse('2026-11-20T09:30:00.000Z')
const later = (ms: number): string => new Date(NOW + ms).toISOString()
const HOUR = 3_600_000

describe('what kq says of times', () => {
  it('says how far something is away in the unit that tells most', () => {
    const words = [30_000, 90 * 60_000, 24 * HOUR, 47 * HOUR, 90 * 24 * HOUR, -3 * HOUR, 1_000]
    expect(words.map((ms) => fromNow(later(ms), NOW))).toEqual([
      ...['in 1 minute', 'in 2 hours', 'in 24 hours', 'in 47 hours', 'in 90 days', '3 hours ago', 'now']
    ])
    expect([62, 63, -57, -58].map((hours) => fromNow(later(hours * HOUR), NOW, 'UTC'))).toEqual([
      ...['in 2 days', 'in 3 days', '2 days ago', '3 days ago']
    ])
  })

  it('takes spans, dates and never for an end, and nothing else', () => {
    expect(toExpiryChoice('never')).toEqual({ kind: 'never' })
    expect(toExpiryChoice('1y')).toEqual({ kind: 'days', days: 365 })
    expect(toExpiryChoice('2027-03-31')).toMatchObject({ kind: 'date' })
    for (const text of ['soon', '0d', '-1d', '2027-02-30', ''])
      expect(() => toExpiryChoice(text)).toThrow(InvalidArgumentError)
    expect(toDays('12w')).toBe(84)
    expect(() => toDays('12')).toThrow(InvalidArgumentError)
  })

  it('tells a wait once it is long enough to be read', () => {
    const item = {
      id: '1',
      job: 'list',
      name: 'nexus',
      startedAt: later(0),
      waitsUntil: later(11_400),
      waitsFor: 'rate-limit' as const
    }
    expect(waitLine(item, NOW)).toBe('nexus: the provider asks for a pause, waiting 12 s, Ctrl+C cancels')
    expect(waitLine({ ...item, waitsUntil: later(900) }, NOW)).toBeNull()
    expect(waitLine({ ...item, waitsUntil: null, waitsFor: null }, NOW)).toBeNull()
  })
})

describe('what kq says of policies and pairs', () => {
  it('says a policy in a sentence', () => {
    const automatic = { kind: 'automatic', everyDays: 90, beforeExpiryDays: 1, revokeAtEnd: true } as const
    expect(policyWords(automatic)).toBe(
      'by itself while the app is unlocked, every 90 days and 1 day before it expires; the old value is revoked when the grace ends'
    )
    expect(policyWords({ kind: 'by-hand' })).toBe('by hand')
  })

  it('sets a name, takes one back, and keeps = in a value', () => {
    expect(withPairs('--var', ['a=1=2', 'b='], { b: 'x', c: 'y' })).toEqual({ a: '1=2', c: 'y' })
    expect(withPairs('--var', ['__proto__=x'], {})).toEqual(Object.fromEntries([['__proto__', 'x']]))
    expect(() => withPairs('--var', ['=1'], {})).toThrow(UsageError)
  })
})

describe('what kq says of a rotation', () => {
  const rotation: Rotation = {
    id: 'r',
    keyId: '01M7XKQR9Y63SV8479GFZHPMR6' as Rotation['keyId'],
    keyName: 'ci',
    connectionId: '01M7XKQR9Y63SV8479GFZHPMR7' as Rotation['connectionId'],
    mode: 'successor',
    step: 'writing',
    old: { remoteId: 'nk_1', preview: 'cnx••••1', version: 1, expiresAt: null },
    new: { remoteId: 'nk_2', preview: 'cnx••••2', version: 2, expiresAt: null },
    bindings: [
      { bindingId: 'b1', file: '/app/.env', name: 'CNX', outcome: 'written', failure: null },
      {
        bindingId: 'b2',
        file: '/web/.env',
        name: 'CNX',
        outcome: 'failed',
        failure: { code: 'env-file-unwritable', details: { file: '/web/.env' } }
      }
    ],
    verified: null,
    graceEndsAt: null,
    revokeAtEnd: false,
    failure: { code: 'env-file-unwritable', details: { file: '/web/.env' } },
    startedAt: later(0),
    endedAt: null,
    may: ['continue', 'abort']
  }

  it('says what was written, what was not, why it stands still and what to do', () => {
    expect(rotationLines(rotation)).toEqual([
      'Rotation of ci: the new value is made and not yet written to every env file.',
      '  old          cnx••••1, nk_1, does not expire',
      '  new          cnx••••2, nk_2, does not expire',
      '  written      CNX in /app/.env',
      '  not written  CNX in /web/.env: /web/.env cannot be written. It is as it was. Check the permissions of the file and its folder.',
      '  proven       not tried yet',
      '  It stands still: /web/.env cannot be written. It is as it was. Check the permissions of the file and its folder.',
      'Next: `kq rotate ci --continue` tries this step again.',
      '  or: `kq rotate ci --abort` puts the old value back.'
    ])
  })

  it('sends a rotation that nobody can go on with to what is unfinished', () => {
    const lines = rotationLines({ ...rotation, step: 'creating', new: null, bindings: [], may: [] })
    expect(lines.at(-1)).toBe('Next: settle what is unfinished first: `kq unfinished`.')
  })

  it('says where the new value is needed when the old one died at once', () => {
    const ended = {
      ...rotation,
      mode: 'in-place',
      step: 'done',
      failure: null,
      bindings: [],
      endedAt: later(0),
      may: []
    } as const
    const lines = rotationLines({ ...ended, bindings: [], may: [] })
    expect(lines.join('\n')).toMatch(
      /old .*, no longer works\n.*Next: put the new value where it is used: `kq reveal ci`\./s
    )
  })
})
