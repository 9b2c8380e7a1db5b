import { UsageError } from '../usage-error'

/** `k=v` options as a record on top of `before`; `k=` takes one out. Throws {@link UsageError}. */
export function withPairs(
  option: string,
  texts: readonly string[],
  before: Readonly<Record<string, string>>
): Record<string, string> {
  const result = new Map(Object.entries(before))
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1) throw new UsageError(`${option} takes NAME=VALUE; nothing was changed.`)
    const [name, value] = [text.slice(0, at), text.slice(at + 1)]
    if (value === '') result.delete(name)
    else result.set(name, value)
  }
  return Object.fromEntries(result)
}
