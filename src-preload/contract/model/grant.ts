import { z } from 'zod'
import { instant, keyId } from './base'

export const grantId = z.string().min(1).max(64).brand<'GrantId'>()
export type GrantId = z.infer<typeof grantId>

/** `read`: names and everything else but secrets. `change`: also changes, here and at providers. */
export const grantReach = z.enum(['read', 'change'])
export type GrantReach = z.infer<typeof grantReach>

/** The program at the other end of the agent's socket. */
export const grantCaller = z.strictObject({
  /** The executable that asks, as an absolute path; of `kq` that is the Node it runs on. */
  program: z.string().max(4_096).nullable(),
  /** The executable of the process that started it: a shell, an editor, a build. */
  startedBy: z.string().max(4_096).nullable(),
  /** What was typed, as one line. Never holds a secret: `kq` takes none there. */
  command: z.string().max(1_000),
  /** `pts/3`; null where it has no terminal. */
  terminal: z.string().max(200).nullable(),
  /** The folder it was started in. */
  folder: z.string().max(4_096).nullable(),
  /**
   * True: read from the system for the very process at the other end. False: the program’s own words, on a system that
   * cannot be asked. The text of `command` is the program’s own words either way.
   */
  proven: z.boolean()
})
export type GrantCaller = z.infer<typeof grantCaller>

/** A key whose secret is asked for or was granted. */
const grantKey = z.strictObject({ id: keyId, name: z.string() })

/** What is asked for or given: `secrets` empty is none; `made`: the values of keys it makes itself too. */
const extent = {
  reach: grantReach,
  secrets: z.union([z.literal('all'), z.array(grantKey).max(1_000)]),
  made: z.boolean()
}

/** Somebody waits at a terminal for this to be answered. */
export const grantRequest = z.strictObject({
  id: grantId,
  caller: grantCaller,
  ...extent,
  /** This terminal has a grant already, which does not reach that far. */
  extends: z.boolean(),
  askedAt: instant,
  /** Then it counts as not answered. */
  endsAt: instant
})
export type GrantRequest = z.infer<typeof grantRequest>

/** What one terminal session may do until it ends, is idle for too long, is revoked, or the vault locks. */
export const grant = z.strictObject({
  id: grantId,
  caller: grantCaller,
  ...extent,
  /** For the one command that asked; it ends with it. */
  once: z.boolean(),
  givenAt: instant,
  lastUsedAt: instant,
  /** Unless it is used before. */
  idleEndsAt: instant,
  endsAt: instant
})
export type Grant = z.infer<typeof grant>
