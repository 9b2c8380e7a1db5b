/** Lines of a label and what there is to say of it; what has nothing to say is left out. */
export function facts(rows: readonly (readonly [string, string | null])[], indent = ''): string[] {
  const said = rows.flatMap(([label, text]) => (text === null || text === '' ? [] : [[label, text] as const]))
  const width = Math.max(0, ...said.map(([label]) => label.length))
  return said.map(([label, text]) => `${indent}${label.padEnd(width)}  ${oneLine(text)}`)
}

/** At most `longest` characters, so that one long name does not push a whole table out of sight. */
export function short(text: string, longest: number): string {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}

/** One line of an answer stays one line, whatever a provider calls its things. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
