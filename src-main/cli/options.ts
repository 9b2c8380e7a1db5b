import { InvalidArgumentError } from 'commander'
import type { Context } from './context'

/**
 * A command's work, which may answer a number as its exit code, or what is left to do once the vault is closed; what it
 * opened is closed for it, and its failures are reported.
 */
export type Run = (work: (context: Context) => Promise<unknown>) => Promise<void>
/** What is done once the vault is closed; its answer is the exit code. */
export type Afterwards = () => Promise<number>

/** A file descriptor named on the command line. */
export function toDescriptor(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('a file descriptor is a number: 0 is stdin.')
  return Number(text)
}

/** Gathers an option that may be given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value]
}
