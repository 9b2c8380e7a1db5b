/** Every origin a link of the window may lead to. */
const ORIGINS = new Set(['https://www.rfc-editor.org', 'https://www.zetetic.net'])

/** Whether `url` may be opened: https, a listed origin, nothing before an `@`. */
export function isListedLink(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.username === '' && parsed.password === '' && ORIGINS.has(parsed.origin)
}
