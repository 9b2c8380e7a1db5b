/**
 * The policy of every page. All network traffic is main's, so `connect-src` is `'none'`;
 * the UI kit injects style elements, which carry the nonce of this load.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy of the page lets through text without markup, for the style elements of the UI kit.
    'trusted-types default'
  ].join('; ')
}
