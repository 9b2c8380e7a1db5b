/** That one occasion was told up to a lead. `occasion` is a keyed digest: without the vault it says nothing. */
export interface ToldMark {
  readonly occasion: string
  readonly lead: number | null
}

/**
 * What was told and could not be written into the vault yet, in a file of mode 0600: it keeps a restart from telling
 * it again. Each mark is on the disk before its notification is shown.
 */
export interface ToldMarks {
  read(): readonly ToldMark[]
  /** Answers whether they are on the disk. */
  add(marks: readonly ToldMark[]): boolean
  clear(): void
}
