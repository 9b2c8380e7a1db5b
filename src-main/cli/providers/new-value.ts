import type { Command } from 'commander'
import type { KeyId } from '@contract/model/base'
import type { Context } from '../context'
import { requireOpen, writeToDescriptor } from '../descriptors'
import { toDescriptor } from '../options'
import type { Terminal } from '../terminal'
import { UsageError } from '../usage-error'

/** How a value that is about to be made leaves the vault, if it does. */
export interface ValueOut {
  readonly show?: true
  readonly outFd?: number
}

export function withValueOut(command: Command): Command {
  return command
    .option('--show', 'print the new value, to a terminal only')
    .option('--out-fd <n>', 'write the new value to this file descriptor, which may be a pipe', toDescriptor)
}

export const leaves = ({ show, outFd }: ValueOut): boolean => show === true || outFd !== undefined

/** Throws {@link UsageError} before anything is made, rather than leave a value with nowhere to go. */
export function requireWayOut({ json, stdoutIsTerminal }: Terminal, { show, outFd }: ValueOut): void {
  if (show === true && json) {
    throw new UsageError('--show is for people; nothing was made. With --json use --out-fd 3 3> FILE.')
  }
  if (show === true && !stdoutIsTerminal) {
    throw new UsageError(
      'A secret is not printed into a pipe or a file unless it is asked for by number; nothing was made. ' +
        'Use --out-fd 1 in place of --show.'
    )
  }
  if (outFd === 1 && json) {
    throw new UsageError('The value and the JSON would go to the same place; nothing was made. Use --out-fd 3.')
  }
  if (outFd !== undefined && outFd > 2) requireOpen(outFd)
}

/** Hands a value that was just made to whom it was asked for, and puts it away: a key that keeps none forgets it now. */
export async function handOut({ call, terminal }: Context, id: KeyId, out: ValueOut): Promise<void> {
  if (leaves(out)) {
    const { secret } = await call('remote.revealNew', { id })
    if (out.outFd === undefined) terminal.print(secret)
    else await writeToDescriptor(out.outFd, `${secret}\n`)
  }
  await call('remote.putAway', { id })
}
