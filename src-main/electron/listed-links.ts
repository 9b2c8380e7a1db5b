/** Every origin a link of the window may lead to. */
const ORIGINS = new Set(['https://www.rfc-editor.org', 'https://www.zetetic.net'])

/** Whether `url` may be opened: https, a listed origin, nothing before an `@`. */
export function isListedLink(url: string): boolean {
  return isPlainHttps(url) && ORIGINS.has(new URL(url).origin)
}

/** Whether `url` is https with nothing before an `@`. */
export function isPlainHttps(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === ''
}
