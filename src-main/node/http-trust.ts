// As a whole: an older Node has no getCACertificates, and must get as far as saying that it is too old.
import tls from 'node:tls'
import type { SecureContext } from 'node:tls'

/** Reading hundreds of certificates takes tens of milliseconds; a few connections have a CA file of their own. */
const MOST_KEPT = 8

/**
 * Whom a connection trusts: Mozilla's authorities as they come with Node, the system's, and those of its own `ca` (PEM).
 * What NODE_EXTRA_CA_CERTS names is not among them: a connection's own CA file says so where a person sees it.
 */
export function createTrust(): (ca: string | null) => SecureContext {
  const kept = new Map<string | null, SecureContext>()
  let roots: string[] | null = null
  return (ca) => {
    const known = kept.get(ca)
    if (known !== undefined) return known
    roots ??= [...new Set([...tls.rootCertificates, ...systemCertificates()])]
    const context = tls.createSecureContext({ ca: ca === null ? roots : [...roots, ca], minVersion: 'TLSv1.2' })
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(ca, context)
    return context
  }
}

/** Some hosts cannot read the system's store; Mozilla's authorities are enough for public providers. */
function systemCertificates(): string[] {
  try {
    return tls.getCACertificates('system')
  } catch {
    return []
  }
}
