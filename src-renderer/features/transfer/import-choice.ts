import type { ImportChoice, ImportItem, ImportVerdict } from './import-types'

/** The order in which an import is shown: what needs a decision before what does not. */
export const verdicts = ['new', 'changed', 'conflicting', 'same', 'ignored'] as const satisfies readonly ImportVerdict[]

export interface ImportGroup {
  readonly verdict: ImportVerdict
  readonly items: readonly ImportItem[]
}

export type ImportRow =
  { readonly kind: 'group'; readonly group: ImportGroup } | { readonly kind: 'item'; readonly item: ImportItem }

/** What taking an entry would do, or null where it cannot be taken. */
export function actionFor(item: ImportItem): ImportChoice['action'] | null {
  switch (item.verdict) {
    case 'new':
    case 'conflicting':
      return 'add'
    case 'changed':
      return item.keyId === null ? 'add' : 'replace'
    case 'same':
      return null
    case 'ignored':
      return item.reason === 'not-a-secret' || item.reason === 'duplicate' ? 'add' : null
  }
}

/** The entries by verdict, leaving out verdicts that none has. */
export function groupsIn(items: readonly ImportItem[]): ImportGroup[] {
  return verdicts
    .map((verdict) => ({ verdict, items: items.filter((item) => item.verdict === verdict) }))
    .filter((group) => group.items.length > 0)
}

/** The groups and their entries as one list of rows. */
export function rowsIn(groups: readonly ImportGroup[]): ImportRow[] {
  return groups.flatMap((group): ImportRow[] => [
    { kind: 'group', group },
    ...group.items.map((item): ImportRow => ({ kind: 'item', item }))
  ])
}

/** What is chosen before anybody chose: what is new. The rest changes or doubles something, so it is asked for. */
export function chosenAtFirst(items: readonly ImportItem[]): ReadonlySet<number> {
  return new Set(items.filter(({ verdict }) => verdict === 'new').map(({ index }) => index))
}

/** The choice with one entry turned over; one that cannot be taken stays out. */
export function withToggled(chosen: ReadonlySet<number>, item: ImportItem): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(item.index) && actionFor(item) !== null) next.add(item.index)
  return next
}

/** How much of a group that can be taken is chosen; null where nothing of it can. */
export function chosenOf(group: ImportGroup, chosen: ReadonlySet<number>): 'none' | 'some' | 'all' | null {
  const takeable = group.items.filter((item) => actionFor(item) !== null)
  if (takeable.length === 0) return null
  const count = takeable.filter(({ index }) => chosen.has(index)).length
  return count === 0 ? 'none' : count === takeable.length ? 'all' : 'some'
}

/** The choice with a whole group in it, or out of it when it was in. */
export function withGroupToggled(chosen: ReadonlySet<number>, group: ImportGroup): ReadonlySet<number> {
  const next = new Set(chosen)
  const leaves = chosenOf(group, chosen) === 'all'
  for (const item of group.items) {
    if (leaves) next.delete(item.index)
    else if (actionFor(item) !== null) next.add(item.index)
  }
  return next
}

/** What the core is asked to do, in the order of the file. */
export function choicesFor(items: readonly ImportItem[], chosen: ReadonlySet<number>): ImportChoice[] {
  return items.flatMap((item) => {
    const action = actionFor(item)
    return action !== null && chosen.has(item.index) ? [{ index: item.index, action }] : []
  })
}
