import type { UsageFinding } from '@contract/model/usage'
import { localTime } from '../providers/when'
import { countOf } from './call-words'

/** What was found, and the facts that explain it, as one sentence. */
export function findingWords({ facts }: Pick<UsageFinding, 'facts'>): string {
  switch (facts.kind) {
    case 'new-address':
      return (
        `${countOf(facts.requests, 'call', 'calls')} from ${facts.ip}, an address it was never used from in ` +
        `${countOf(facts.watchedDays, 'day', 'days')} (${countOf(facts.known, 'address was', 'addresses were')} known).`
      )
    case 'new-endpoint':
      return (
        `${countOf(facts.requests, 'call', 'calls')} of ${[facts.method ?? '', facts.endpoint].join(' ').trim()}, which it never called in ` +
        `${countOf(facts.watchedDays, 'day', 'days')} (${countOf(facts.known, 'endpoint was', 'endpoints were')} known).`
      )
    case 'error-burst':
      return (
        `${countOf(facts.errors, 'error', 'errors')} in ${countOf(facts.requests, 'call', 'calls')} from ${localTime(facts.from)} ` +
        `to ${localTime(facts.until)}: ${String(facts.percent)}%, where ${String(facts.usualPercent)}% is usual.`
      )
    case 'old-key-used':
      return (
        `its old value was still used after its rotation: ${countOf(facts.requests, 'call', 'calls')}, ` +
        `the last on ${localTime(facts.lastAt)}${facts.addresses.length === 0 ? '' : `, from ${facts.addresses.join(', ')}`}.`
      )
    case 'quota':
      return (
        `${String(Math.floor(facts.percent))}% of ${facts.metric} is used: ${facts.used.toLocaleString('en')} of ` +
        `${[facts.limit.toLocaleString('en'), facts.unit ?? ''].join(' ').trim()}.`
      )
  }
}
