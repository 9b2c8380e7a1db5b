import { oneLine } from './terminal'

const GAP = '  '
const PLAIN = /^[ -~]*$/

/** Aligned columns with a head line; each row is one line, whatever its cells hold. Widths count characters as the terminal's columns. */
export function table(head: readonly string[], given: readonly (readonly string[])[]): string[] {
  const rows = given.map((cells) => cells.map((cell) => (PLAIN.test(cell) ? cell : oneLine(cell))))
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
