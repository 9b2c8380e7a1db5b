import type { TerminalCommandStanding } from '@contract/model/terminal-command'

/** The `kq` that a person's terminal finds. */
export interface TerminalCommand {
  standing(): Promise<TerminalCommandStanding>
  /** Throws `command-name-taken` where something else is there, `command-not-placed`. Nothing foreign is replaced. */
  install(): Promise<TerminalCommandStanding>
  /** Takes away what {@link TerminalCommand.install} put there, and nothing else. Throws as it does. */
  remove(): Promise<TerminalCommandStanding>
}
