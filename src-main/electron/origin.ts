export const SCHEME = 'app'
export const HOST = 'keyquay'
export const START_URL = `${SCHEME}://${HOST}/index.html`

/** Whether `url` is a page of this app. Custom schemes have no `origin` in Node's URL, so scheme and host are compared. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === `${SCHEME}:` && parsed.host === HOST && parsed.username === ''
}
