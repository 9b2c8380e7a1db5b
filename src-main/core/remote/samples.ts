import type { KeyId } from '@contract/model/base'
import type { Clock } from '../../ports/clock'
import type { SampleRequest } from '../code-samples'
import type { SessionKeeper } from '../session-keeper'
import type { Accounts } from './accounts'
import { tiedKey } from './links'

/**
 * The request that a key's provider answers to whoever holds it, with `secret` in place. Nothing is sent, and no
 * credential of the account goes along. Throws `key-not-connected`, `operation-not-offered`.
 */
export type Samples = (id: KeyId, secret: string) => Promise<SampleRequest>

/** Says who asks, which is not for a program that somebody writes. */
const OUR_OWN = 'user-agent'

export function createSamples(parts: { session: SessionKeeper; accounts: Accounts; clock: Clock }): Samples {
  const { session, accounts, clock } = parts
  return async (id, secret) => {
    const { link, connection, connector } = await tiedKey(session, accounts, id)
    const { fields } = connection
    const { method, url, headers, body } = await connector.sample(link.kind, secret, {
      account: {
        baseUrl: fields.baseUrl ?? connector.description.baseUrl ?? '',
        variables: fields.variables,
        overrides: fields.overrides,
        credentials: {},
        policy: { allowPrivate: fields.allowPrivate, ca: fields.ca, paceKey: connection.id }
      },
      signal: new AbortController().signal,
      nowMs: clock.nowMs()
    })
    const shown = Object.entries(headers).filter(([name]) => name !== OUR_OWN)
    return { method, url, headers: Object.fromEntries(shown), body }
  }
}
