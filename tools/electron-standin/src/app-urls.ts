/**
 * Chromium cannot navigate to a scheme it was not built with, so `app://keyquay/x` is
 * `https://keyquay.app.localhost/x` inside the page. Everything that leaves the page is put back.
 */
const schemes = new Map<string, Electron.Privileges>()

export function registerScheme(scheme: string, privileges: Electron.Privileges = {}): void {
  schemes.set(scheme, { ...schemes.get(scheme), ...privileges })
}

/** The app's own scheme of a URL, such as `app`, or undefined. */
export function ownScheme(url: string): string | undefined {
  const scheme = url.slice(0, Math.max(url.indexOf(':'), 0)).toLowerCase()
  return schemes.has(scheme) ? scheme : undefined
}

/** From the app's URL to the page's. Other URLs stay as they are. */
export function toPageUrl(url: string): string {
  const scheme = ownScheme(url)
  const parts = scheme === undefined ? null : /^[^:]+:(?:\/\/([^/?#]*))?(.*)$/s.exec(url)
  if (scheme === undefined || !parts) return url
  const [host = '', rest = ''] = parts.slice(1)
  return `https://${host === '' ? 'host' : host}.${scheme}.localhost${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** From the page's URL to the app's. Other URLs stay as they are. */
export function toAppUrl(url: string): string {
  const parts = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)(.*)$/s.exec(url)
  return parts?.[2] !== undefined && schemes.has(parts[2]) ? `${parts[2]}://${parts[1] ?? ''}${parts[3] ?? ''}` : url
}

/** The origin as Electron gives it for a URL of the app's: `app://keyquay`, or `null`. */
export function originOf(appUrl: string): string {
  const parts = ownScheme(appUrl) === undefined ? null : /^[^:]+:\/\/[^/?#]*/.exec(appUrl)
  if (parts) return parts[0]
  return URL.canParse(appUrl) ? new URL(appUrl).origin : 'null'
}

/** A Content-Security-Policy that names the app's schemes, for the page where they are https. */
export function toPagePolicy(policy: string): string {
  let translated = policy
  for (const scheme of schemes.keys()) {
    translated = translated
      .replace(
        new RegExp(`(?<![\\w+.-])${scheme}://([^\\s;,/]+)`, 'g'),
        (_source, host: string) => `https://${host}.${scheme}.localhost`
      )
      .replace(new RegExp(`(?<![\\w+.-])${scheme}:(?!//)`, 'g'), `https://*.${scheme}.localhost`)
  }
  return translated
}
