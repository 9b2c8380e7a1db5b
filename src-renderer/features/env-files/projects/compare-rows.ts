import type { EnvironmentTable } from '@contract/model/env'

export type CompareRow = EnvironmentTable['rows'][number]
export type RowKind = 'equal' | 'differs' | 'missing'

/** What stands out in a row: a name that one file lacks comes before values that differ. */
export function rowKind({ cells }: CompareRow): RowKind {
  if (cells.some(({ is }) => is !== 'value')) return 'missing'
  return new Set(cells.map(({ group }) => group)).size > 1 ? 'differs' : 'equal'
}

export function countRows(rows: readonly CompareRow[]): Readonly<Record<RowKind, number>> {
  const count = (kind: RowKind): number => rows.filter((row) => rowKind(row) === kind).length
  return { equal: count('equal'), differs: count('differs'), missing: count('missing') }
}

/** A letter for a group: 1 is A, 26 is Z, 27 is AA. */
export function groupLetter(group: number): string {
  const rest = Math.floor((group - 1) / 26)
  return (rest > 0 ? groupLetter(rest) : '') + String.fromCharCode(65 + ((group - 1) % 26))
}
