import { z } from 'zod'
import { call, event } from '../define'
import { nothing } from '../model/base'
import { grant, grantId, grantRequest } from '../model/grant'

/** What programs in a terminal may ask of the open vault over the agent’s socket. Only the window can be asked for this. */
export const grantCalls = {
  /** Oldest first. */
  'grants.pending': call({ input: nothing, output: z.strictObject({ items: z.array(grantRequest) }) }),
  /**
   * `minutes` is the longest it holds; 0 is for this command only. It also ends after 10 minutes without use. `scope`:
   * what was asked for, or everything. Both mean nothing where `allow` is false. Throws `grant-request-gone`.
   */
  'grants.answer': call({
    input: z.strictObject({
      id: grantId,
      allow: z.boolean(),
      minutes: z.int().min(0).max(720).default(720),
      scope: z.enum(['asked', 'all']).default('asked')
    }),
    output: nothing
  }),
  /** Used last first. */
  'grants.list': call({ input: nothing, output: z.strictObject({ items: z.array(grant) }) }),
  /** `id` null: all of them. One that has ended by itself is no failure. */
  'grants.revoke': call({ input: z.strictObject({ id: grantId.nullable() }), output: nothing }),

  /** Requests or grants have changed; how many there are of each. */
  'grants.changed': event(
    z.strictObject({ revision: z.int(), pending: z.int().nonnegative(), live: z.int().nonnegative() })
  )
} as const
