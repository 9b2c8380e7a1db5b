import { Command } from 'commander'
import { addBindingCommands } from '../env/binding-commands'
import { addProjectCommands } from '../env/project-commands'
import { addWriteCommands } from '../env/write-commands'
import type { Run } from '../options'

export function envCommand(run: Run): Command {
  const command = new Command('env')
    .description('write keys to env files, and keep those in step')
    .addHelpText(
      'after',
      '\nA file keeps its bytes but for the one name; what was there before is in the vault and `kq env undo` brings it back.\n' +
        'A rotation writes every file that is bound to its key.\n' +
        '\nExamples:\n  kq env write ci-token --file .env\n  kq env status\n  kq env undo'
    )
  addWriteCommands(command, run)
  addBindingCommands(command, run)
  addProjectCommands(command, run)
  return command
}
