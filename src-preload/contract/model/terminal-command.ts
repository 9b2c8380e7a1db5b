import { z } from 'zod'

/**
 * Where the terminal's `kq` is, or would be. `absent`: it can be installed. `packaged`: it came with the system's
 * package. `foreign`: something else has its name there. `passing`: the app runs from where it will not stay, as from a
 * disk image. `unavailable`: this build brings no `kq`.
 */
export const terminalCommand = z.strictObject({
  state: z.enum(['absent', 'installed', 'packaged', 'foreign', 'passing', 'unavailable']),
  place: z.string(),
  folder: z.string(),
  /** Whether the folder is on the search path of this session. */
  onPath: z.boolean()
})
export type TerminalCommandStanding = z.infer<typeof terminalCommand>
