const VALID = /^[A-Za-z_][A-Za-z0-9_]*$/
const LONGEST = 128

/** Whether a shell and every `.env` reader accept this as a name. */
export function isEnvName(text: string): boolean {
  return text.length <= LONGEST && VALID.test(text)
}

/** A name for the environment made from a key's name: "ci token (prod)" gives `CI_TOKEN_PROD`. Empty if nothing is left. */
export function suggestEnvName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, LONGEST - 1)
  return /^\d/.test(words) ? `_${words}` : words
}
