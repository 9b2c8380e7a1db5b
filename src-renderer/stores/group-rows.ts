import type { KeyGroup } from '@contract/model/key-query'

/** A group of the table: where its rows begin among the query's rows, and where it stands among the table's lines. */
export interface PlacedGroup extends KeyGroup {
  readonly closed: boolean
  readonly firstRow: number
  readonly line: number
}

/** What stands on a line of the table. */
export type Line =
  { readonly kind: 'group'; readonly group: PlacedGroup } | { readonly kind: 'row'; readonly row: number }

/** How the rows of a query lie in the table: one line each, under a line for each group. */
export interface GroupRows {
  readonly lines: number
  readonly groups: readonly PlacedGroup[]
}

/** `closed` holds the values of the groups whose rows are out of sight. Without groups, lines are rows. */
export function placeGroups(groups: readonly KeyGroup[] | null, rows: number, closed: ReadonlySet<string>): GroupRows {
  if (groups === null) return { lines: rows, groups: [] }
  let line = 0
  let firstRow = 0
  const placed = groups.map((group) => {
    const isClosed = closed.has(groupId(group))
    const here = { ...group, closed: isClosed, firstRow, line }
    line += 1 + (isClosed ? 0 : group.count)
    firstRow += group.count
    return here
  })
  return { lines: line, groups: placed }
}

/** Tells groups apart; the one without a value from one whose value is empty. */
export function groupId({ value }: Pick<KeyGroup, 'value'>): string {
  return value === null ? '' : `=${value}`
}

export function lineAt(layout: GroupRows, line: number): Line {
  const group = lastWhere(layout.groups, (one) => one.line <= line)
  if (group === undefined) return { kind: 'row', row: line }
  if (group.line === line) return { kind: 'group', group }
  return { kind: 'row', row: group.firstRow + (line - group.line - 1) }
}

/** The line of a row; of one that is out of sight, the line of its group. */
export function lineOf(layout: GroupRows, row: number): number {
  const group = groupOf(layout, row)
  if (group === undefined) return row
  return group.closed ? group.line : group.line + 1 + (row - group.firstRow)
}

export function groupOf(layout: GroupRows, row: number): PlacedGroup | undefined {
  return lastWhere(layout.groups, (one) => one.firstRow <= row)
}

/** The nearest row from a line on: downwards, or upwards; null when there is none. */
export function rowFrom(layout: GroupRows, line: number, step: 1 | -1): number | null {
  for (let at = line; at >= 0 && at < layout.lines; at += step) {
    const there = lineAt(layout, at)
    if (there.kind === 'row') return there.row
  }
  return null
}

/** By halves: a table of a hundred thousand lines can have thousands of groups. */
function lastWhere(groups: readonly PlacedGroup[], fits: (group: PlacedGroup) => boolean): PlacedGroup | undefined {
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    const group = groups[middle]
    if (group !== undefined && fits(group)) low = middle + 1
    else high = middle
  }
  return groups[low - 1]
}
