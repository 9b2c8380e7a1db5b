import { z } from 'zod'
import { NONCE } from './agent-proof'

const path = z.string().max(4_096)
const id = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER)

/** The first thing a program says. */
export const authMessage = z.strictObject({
  t: z.literal('auth'),
  protocol: z.int(),
  version: z.string().max(50),
  nonce: z.string().regex(NONCE),
  proof: z.string().max(64),
  claims: z.strictObject({
    pid: z.int().positive().max(4_294_967_295),
    program: path.nullable(),
    startedBy: path.nullable(),
    command: z.string().max(1_000),
    terminal: z.string().max(200).nullable(),
    folder: path.nullable(),
    session: z.string().max(500).nullable()
  })
})

/** What it may ask afterwards. Each is answered by a `result` of the same `id`. */
export const requestMessage = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('call'), id, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({
    t: z.literal('want'),
    id,
    change: z.boolean(),
    secrets: z.union([z.literal('all'), z.array(z.string().min(1).max(200)).max(100)]),
    made: z.boolean().default(false)
  }),
  z.strictObject({ t: z.literal('prove'), id, password: z.string().min(1).max(1_024) }),
  z.strictObject({ t: z.literal('ticket'), id, ticket: z.string().max(64) }),
  z.strictObject({ t: z.literal('standing'), id }),
  z.strictObject({ t: z.literal('lock'), id }),
  z.strictObject({ t: z.literal('forward'), id })
])
export type AgentRequest = z.infer<typeof requestMessage>
