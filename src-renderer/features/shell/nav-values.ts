export interface NavValue {
  readonly value: string
  readonly count: number
}

const MOST = 8

/** All of a few; of many those with the most keys and the chosen ones, in the order of all. */
export function shownOf(values: readonly NavValue[], chosen: readonly string[]): readonly NavValue[] {
  if (values.length <= MOST + 1) return values
  const most = new Set(
    [...values]
      .sort((one, other) => other.count - one.count)
      .slice(0, MOST)
      .map(({ value }) => value)
  )
  return values.filter(({ value }) => most.has(value) || chosen.includes(value))
}

/** The first so many whose name holds what was typed. */
export function matching(values: readonly NavValue[], typed: string, most: number): readonly NavValue[] {
  const wanted = typed.trim().toLocaleLowerCase()
  return values.filter(({ value }) => value.toLocaleLowerCase().includes(wanted)).slice(0, most)
}
