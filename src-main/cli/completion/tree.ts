import type { Argument, Command, Option } from 'commander'

/** What can follow a place in a command line. `values`: of an option or an argument. */
export type Values =
  | { readonly kind: 'files' | 'folders' | 'program' | 'free' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }

export interface OptionNode {
  /** With its dashes. */
  readonly names: readonly string[]
  readonly about: string
  /** Null where it takes none. */
  readonly values: Values | null
}

/** A command by the words that lead to it: empty for `kq` itself, then `env`, `env write`. */
export interface CommandNode {
  readonly path: string
  readonly subcommands: readonly { readonly name: string; readonly about: string }[]
  readonly options: readonly OptionNode[]
  readonly argument: Values
}

/** Every command of `program`, with the program's own options at each. */
export function commandTree(program: Command): CommandNode[] {
  const shared = program.options.filter(({ long }) => long !== '--version').map(toOption)
  const visit = (command: Command, path: string): CommandNode[] => [
    {
      path,
      subcommands: command.commands.map((one) => ({ name: one.name(), about: one.description() })),
      options: [...command.options.map(toOption), ...(command === program ? [] : shared), HELP],
      argument: argumentOf(command.registeredArguments)
    },
    ...command.commands.flatMap((one) => visit(one, path === '' ? one.name() : `${path} ${one.name()}`))
  ]
  return visit(program, '')
}

const HELP: OptionNode = { names: ['--help'], about: 'what it takes, with examples', values: null }

function toOption(option: Option): OptionNode {
  const names = [option.short, option.long].filter((name) => name !== undefined)
  if (!option.required && !option.optional) return { names, about: option.description, values: null }
  return {
    names,
    about: option.description,
    values: valuesOf(/[<[](.+?)[>\]]/.exec(option.flags)?.[1] ?? '', option.argChoices)
  }
}

function argumentOf([first]: readonly Argument[]): Values {
  return first === undefined ? { kind: 'free' } : valuesOf(first.name(), first.argChoices)
}

function valuesOf(name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: 'choices', choices }
  if (name === 'file') return { kind: 'files' }
  if (['dir', 'folder', 'path'].includes(name)) return { kind: 'folders' }
  return { kind: name === 'program' ? 'program' : 'free' }
}
