import type { Command } from 'commander'
import type { Guide } from '@contract/model/connector'
import { toDescriptor } from '../options'
import type { Terminal } from '../terminal'

/** How a value that was made in a provider's console comes in. */
export interface ValueIn {
  readonly valueFd?: number
  readonly anyFormat?: true
}

export function withValueIn(command: Command): Command {
  return command
    .option('--value-fd <n>', 'by hand: read the value made in the console from this file descriptor', toDescriptor)
    .option('--any-format', 'by hand: store it although it does not look like a key of this provider')
}

/** The steps in the provider's console, for the person who does them; a program that brings the value needs none. */
export function tellSteps(terminal: Terminal, { url, steps }: Guide): void {
  if (terminal.json) return
  if (url !== null) terminal.notice(`Open ${url}`)
  steps.forEach((step, index) => {
    terminal.notice(`  ${String(index + 1)}. ${step}`)
  })
}

/** The value that was made in the console: from its descriptor, or after the steps from the person. */
export async function takeValue(
  terminal: Terminal,
  guide: Guide,
  { valueFd }: ValueIn,
  question: string
): Promise<string> {
  if (valueFd !== undefined) return terminal.descriptors.readAll(valueFd)
  tellSteps(terminal, guide)
  return terminal.askSecret(question, '--value-fd N')
}
