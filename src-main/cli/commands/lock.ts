import { Command } from 'commander'
import { ask, findConnection } from '../agent/through-agent'
import type { Run } from '../options'

export function lockCommand(run: Run): Command {
  return new Command('lock')
    .description('lock the vault everywhere: in the window and in what `kq unlock` left open')
    .addHelpText('after', '\nExample:\n  kq lock')
    .action(() =>
      run(async (context) => {
        const { terminal } = context
        const connection = await findConnection(context)
        const wasOpen = connection?.isOpen() === true
        if (connection !== null && wasOpen) {
          context.useAgent(connection)
          if (connection.kind === 'app') await ask(connection, { t: 'lock' })
          else {
            // It ends with the vault; its last answer may not arrive any more.
            await connection.ask({ t: 'lock' }).catch(() => undefined)
            await connection.ended
          }
        }
        if (terminal.json) terminal.printJson({ locked: wasOpen })
        else terminal.print(wasOpen ? 'Locked.' : 'The vault was not open.')
      })
    )
}
