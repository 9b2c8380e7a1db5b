import { parseEnv } from 'node:util'

/**
 * What Node's own reader makes of the file, as a second opinion: it ends a quoted value at the first quote where
 * dotenv wants a blank behind it, so that an edit both leave alone is one that moved nothing.
 */
export function readAsNode(bytes: Uint8Array): Map<string, string> {
  // TextDecoder drops the byte order mark, which Node would keep in the first name.
  const text = new TextDecoder().decode(bytes)
  return new Map(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']))
}
