import { Argument, Command } from 'commander'
import { bashCompletion } from '../completion/bash'
import { fishCompletion } from '../completion/fish'
import { powershellCompletion } from '../completion/powershell'
import { commandTree, type CommandNode } from '../completion/tree'
import { zshCompletion } from '../completion/zsh'
import type { Run } from '../options'

const SHELLS: Readonly<Record<string, (tree: readonly CommandNode[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion
}

/** `allCommands` are those that are completed. */
export function completionCommand(run: Run, allCommands: () => Promise<readonly ((run: Run) => Command)[]>): Command {
  return new Command('completion')
    .description('print what makes a shell complete kq')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText(
      'after',
      '\nCommands, options, files and fixed values are completed; names of keys are not: a shell asks for no password.\n' +
        '\nExamples:\n  source <(kq completion bash)\n  kq completion zsh > ~/.zfunc/_kq\n' +
        '  kq completion fish > ~/.config/fish/completions/kq.fish\n' +
        '  kq completion powershell | Out-String | Invoke-Expression'
    )
    .action((shell: string, _options: unknown, command: Command) =>
      run(async ({ terminal }) => {
        const program = new Command('kq')
        for (const option of command.parent?.options ?? []) program.addOption(option)
        for (const make of await allCommands()) program.addCommand(make(run))
        const script = SHELLS[shell]?.(commandTree(program)) ?? ''
        if (terminal.json) terminal.printJson({ shell, script })
        else terminal.print(script)
      })
    )
}
