import { Command } from 'commander'
import { askPassword, type readPassword } from '../context'
import { toDescriptor, type Run } from '../options'
import { UsageError } from '../usage-error'

export function passwdCommand(run: Run): Command {
  return new Command('passwd')
    .description('change the master password')
    .option('--new-password-fd <n>', 'read the new password from this file descriptor', toDescriptor)
    .option('--hint <text>', 'a new hint; anyone with the vault’s file can read it', '')
    .addHelpText(
      'after',
      '\nWith both on one descriptor, the present password is its first line and the new one its second.\n' +
        '\nExamples:\n  kq passwd\n  printf "%s\\n%s" "$OLD" "$NEW" | kq passwd --password-fd 0 --new-password-fd 0'
    )
    .action((options: { newPasswordFd?: number; hint: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        const current = await askPassword(context)
        const next = await readNew(context.terminal, options.newPasswordFd)
        await call('session.unlock', { password: current })
        await call('vault.changePassword', { current, next, hint: options.hint })
        if (terminal.json) terminal.printJson({ changed: true })
        else terminal.print('The password is changed. Backups made before still open with the old one.')
      })
    )
}

async function readNew(terminal: Parameters<typeof readPassword>[0], descriptor: number | undefined): Promise<string> {
  if (descriptor !== undefined) return terminal.descriptors.readLine(descriptor)
  const next = await terminal.askSecret('New password', '--new-password-fd N')
  const again = await terminal.askSecret('The same once more', '--new-password-fd N')
  if (next !== again) throw new UsageError('The two passwords differ; the password was not changed. Run it again.')
  return next
}
