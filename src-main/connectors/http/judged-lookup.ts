import { AppError } from '@contract/errors'
import type { HttpLookup } from '../../ports/http'
import { isAddressAllowed } from './address-rules'
import { toAddressPolicy, type JudgedUrl } from './url-rules'

/**
 * A look-up whose every answer may be connected to. It is asked at connect time and its answer is what is connected
 * to, so a name that changes its address between two questions (DNS rebinding) gains nothing.
 * One refused address refuses the name: rejects with `url-private`, and with `url-not-https` when plain http would
 * leave this computer because its own name leads elsewhere.
 */
export function createJudgedLookup(lookup: HttpLookup, url: JudgedUrl, allowPrivate: boolean): HttpLookup {
  const policy = toAddressPolicy(url, allowPrivate)
  return async (hostname) => {
    const found = await lookup(hostname)
    if (found.every(({ address }) => isAddressAllowed(address, policy))) return found
    throw url.href.startsWith('http:')
      ? new AppError('url-not-https', { host: url.host })
      : new AppError('url-private', { host: url.host })
  }
}
