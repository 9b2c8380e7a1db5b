import type { UsageStore } from '../ports/usage-store'
import type { AuditTrail } from './audit-trail'
import type { KeyBook } from './key-book'
import type { Connection } from './sql'
import { UsageBook } from './usage-book'
import { pruneUsage } from './usage-pruning'
import { UsageQueries } from './usage-queries'
import { UsageWriter } from './usage-writer'

interface Parts {
  readonly connection: Connection
  readonly book: KeyBook
  readonly trail: AuditTrail
  readonly read: <Value>(work: () => Value) => Value
  readonly write: <Value>(work: () => Value) => Value
}

/** The part of the open vault's store that is about usage. */
export function usageStore({ connection, book, trail, read, write }: Parts): UsageStore {
  const usage = new UsageBook(connection)
  const queries = new UsageQueries(connection)
  return {
    add: (batch) => write(() => new UsageWriter(connection).add(batch)),
    apply: (changes, audit) => {
      write(() => {
        for (const change of changes) usage.apply(change)
        for (const entry of audit) trail.append(entry, entry.keyId === null ? null : book.handle(entry.keyId).name)
      })
    },
    prune: (before, most) => write(() => pruneUsage(connection, before, most)),
    records: (query) => read(() => queries.records(query)),
    page: (query) => read(() => queries.page(query)),
    summary: (filter) => read(() => queries.summary(filter)),
    series: (filter, bucket, top) => read(() => queries.series(filter, bucket, top)),
    facets: (of) => read(() => queries.facets(of)),
    callsOf: (log, from) => read(() => queries.callsOf(log, from)),
    sync: (log) => read(() => usage.sync(log)),
    logs: (connectionId) => read(() => usage.logs(connectionId)),
    totals: (connectionId) => read(() => usage.totals(connectionId)),
    course: (connectionId, metric, from) => read(() => usage.course(connectionId, metric, from)),
    seen: (of) => read(() => usage.seen(of)),
    findings: (of) => read(() => usage.findings(of)),
    localUse: (of) => read(() => usage.localUse(of))
  }
}
