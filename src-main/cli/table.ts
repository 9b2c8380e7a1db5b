const GAP = '  '
const PLAIN = /^[ -~]*$/

/** Aligned columns with a head line. Widths count characters as the terminal's columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map(columnsOf)
  for (const cells of rows) {
    for (let column = 0; column < widths.length; column += 1) {
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cells[column] ?? ''))
    }
  }
  return [head, ...rows].map((cells) => lineOf(cells, widths))
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  let line = ''
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? ''
    line += (column === 0 ? '' : GAP) + cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell)))
  }
  return line.trimEnd()
}

function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : Array.from(text).length
}
