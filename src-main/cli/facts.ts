/** Lines of a label and what there is to say of it; what has nothing to say is left out. */
export function facts(rows: readonly (readonly [string, string | null])[], indent = ''): string[] {
  const said = rows.flatMap(([label, text]) => (text === null || text === '' ? [] : [[label, text] as const]))
  const width = Math.max(0, ...said.map(([label]) => label.length))
  return said.map(([label, text]) => `${indent}${label.padEnd(width)}  ${oneLine(text)}`)
}

/** One line of an answer stays one line, whatever a provider calls its things. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
