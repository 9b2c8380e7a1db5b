import { Command } from 'commander'
import { readPassword } from '../context'
import type { Run } from '../options'
import { UsageError } from '../usage-error'

export function initCommand(run: Run): Command {
  return new Command('init')
    .description('make a new vault')
    .option('--hint <text>', 'a hint to the password; anyone with the vault’s file can read it', '')
    .addHelpText('after', '\nExamples:\n  kq init\n  kq init --home ~/vaults/work --password-fd 0 < password-file')
    .action((options: { hint: string }) =>
      run(async ({ app, call, terminal, home, passwordFd }) => {
        await app.start()
        const { session } = await call('app.snapshot', {})
        let password = '-'
        // Where a vault can be made the password is asked for first; elsewhere the call says why it cannot.
        if (session.phase === 'absent') {
          password = await readPassword(terminal, passwordFd)
          if (
            passwordFd === undefined &&
            (await terminal.askSecret('The same once more', '--password-fd N')) !== password
          ) {
            throw new UsageError('The two passwords differ; no vault was made. Run it again.')
          }
        }
        await call('vault.create', { password, hint: options.hint })
        if (terminal.json) terminal.printJson({ vault: home.vaultFolder })
        else {
          terminal.print(`Vault made in ${home.vaultFolder}`)
          terminal.notice('The password cannot be reset: without it, what is in the vault is lost.')
        }
      })
    )
}
