import type { InputOf, OutputOf } from '@contract/ipc'
import type { KeyDetails } from '@contract/model/key'
import type { KeyFacets, KeyGroup } from '@contract/model/key-query'

const within = (chosen: readonly string[] | undefined, value: string | null): boolean =>
  chosen === undefined || chosen.length === 0 || (value !== null && chosen.includes(value))

const DAY_MS = 86_400_000
const urgency = ['expired', 'expiring', 'rotating', 'active', 'unknown', 'disabled', 'revoked']

type Query = Omit<InputOf<'keys.list'>, 'limit'> & { limit?: number | undefined }

/** Filters, sorts and pages as the core does. */
export function searchKeys(keys: readonly KeyDetails[], query: Query): OutputOf<'keys.list'> {
  const { offset = 0, limit = 200 } = query
  const fits = rowsOf(keys, query)
  const total = new Set(fits.map(({ key }) => key.id)).size
  return { total, rows: fits.length, items: fits.slice(offset, offset + limit).map(({ key }) => summaryOf(key)) }
}

/** The groups of {@link searchKeys} and how many rows each has. */
export function groupsOf(keys: readonly KeyDetails[], query: InputOf<'keys.groups'>): KeyGroup[] {
  const groups: KeyGroup[] = []
  for (const { value } of query.group === 'none' ? [] : rowsOf(keys, query)) {
    const last = groups.at(-1)
    if (last?.value === value) last.count++
    else groups.push({ value, count: 1 })
  }
  return groups
}

function rowsOf(keys: readonly KeyDetails[], query: Query): { key: KeyDetails; value: string | null }[] {
  const { view = 'all', text = '', group = 'none' } = query
  const sort = query.sort ?? { column: 'name', direction: 'asc' }
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = keys.filter((key) => {
    if ((key.deletedAt !== null) !== (view === 'bin')) return false
    if (view === 'favourites' && !key.favourite) return false
    if (view === 'expiring' && key.status !== 'expiring') return false
    if (!within(query.providers, key.provider) || !within(query.environments, key.environment)) return false
    if (!within(query.projects, key.project) || !within(query.statuses, key.status)) return false
    if (query.tags && query.tags.length > 0 && !key.tags.some((tag) => query.tags?.includes(tag))) return false
    if (query.expiresWithinDays != null && daysFromNow(key.expiresAt ?? '9999') > query.expiresWithinDays) return false
    if (query.unusedDays != null && -daysFromNow(key.lastUsedAt ?? key.addedAt) < query.unusedDays) return false
    const heap = [key.name, key.provider, key.project, key.environment, ...key.tags].join(' ').toLowerCase()
    return words.every((word) => heap.includes(word))
  })
  const sign = sort.direction === 'asc' ? 1 : -1
  fits.sort((a, b) => {
    if (sort.column === 'status') return sign * (urgency.indexOf(a.status) - urgency.indexOf(b.status))
    const [one, other] = [a[sort.column], b[sort.column]]
    if (one === other) return a.id < b.id ? -1 : 1
    if (one === null) return 1
    if (other === null) return -1
    return sign * (one.toLowerCase() < other.toLowerCase() ? -1 : 1)
  })
  const rows = fits.flatMap((key) => valuesOf(key, group).map((value) => ({ key, value })))
  if (group === 'status') return rows.sort((a, b) => urgency.indexOf(a.key.status) - urgency.indexOf(b.key.status))
  if (group === 'none') return rows
  return rows.sort((a, b) => (a.value === null ? 1 : b.value === null ? -1 : a.value.localeCompare(b.value)))
}

function valuesOf(key: KeyDetails, group: NonNullable<Query['group']>): (string | null)[] {
  if (group === 'none') return [null]
  if (group === 'tag') return key.tags.length === 0 ? [null] : key.tags
  return [key[group]]
}

function daysFromNow(moment: string): number {
  return (Date.parse(moment) - Date.now()) / DAY_MS
}

/** The counts of the sidebar. */
export function facetsOf(keys: readonly KeyDetails[]): KeyFacets {
  const there = keys.filter((key) => key.deletedAt === null)
  const count = (values: readonly (string | null)[]): { value: string; count: number }[] => {
    const counts = new Map<string, number>()
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .sort((a, b) => a.value.localeCompare(b.value))
  }
  return {
    all: there.length,
    favourites: there.filter((key) => key.favourite).length,
    expiring: there.filter((key) => key.status === 'expiring').length,
    bin: keys.length - there.length,
    providers: count(there.map((key) => key.provider)),
    environments: count(there.map((key) => key.environment)),
    projects: count(there.map((key) => key.project)),
    tags: count(there.flatMap((key) => key.tags))
  }
}

// A summary is strict: what only details hold has to be left out.
const onlyInDetails = new Set([
  'connectionId',
  'remoteId',
  'roles',
  'ipRanges',
  'notes',
  'keep',
  'addedAt',
  'updatedAt',
  'version',
  'previousValues'
])

function summaryOf(key: KeyDetails): OutputOf<'keys.list'>['items'][number] {
  return Object.fromEntries(
    Object.entries(key).filter(([name]) => !onlyInDetails.has(name))
  ) as OutputOf<'keys.list'>['items'][number]
}
