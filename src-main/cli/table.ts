const GAP = '  '

/** Aligned columns with a head line. Widths count characters as the terminal's columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((cells) => columnsOf(cells[column] ?? ''))))
  return all.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell))))
      .join(GAP)
      .trimEnd()
  )
}

function columnsOf(text: string): number {
  return Array.from(text).length
}
