import { Command } from 'commander'
import { commandsFor } from '@main/cli/commands'
import type { Run } from '@main/cli/options'

/** A command that does something by itself, with the words that name it. */
export interface Leaf {
  readonly words: string
  readonly command: Command
}

const doNothing: Run = () => Promise.resolve()

/** Every command of `kq`, as its parser has them; none of them does anything. */
export async function everyCommand(): Promise<Leaf[]> {
  const program = new Command('kq').exitOverride()
  for (const make of await commandsFor([])) program.addCommand(make(doNothing))
  const visit = (command: Command, words: string): Leaf[] => {
    command.copyInheritedSettings(program)
    if (command.commands.length === 0) return [{ words, command }]
    return command.commands.flatMap((one) => visit(one, `${words} ${one.name()}`.trim()))
  }
  return visit(program, '')
}
