import { Command } from 'commander'
import { stateFoldersOf } from '../../node/chosen-vault'
import type { Home } from '../../node/home'
import { ask, findConnection } from '../agent/through-agent'
import type { Context } from '../context'
import type { Run } from '../options'

export function lockCommand(run: Run): Command {
  return new Command('lock')
    .description('lock the vault everywhere: in the window and in what `kq unlock` left open')
    .addHelpText('after', '\nExample:\n  kq lock')
    .action(() =>
      run(async (context) => {
        const { terminal } = context
        let wasOpen = false
        const failures: unknown[] = []
        // Another vault may have been chosen since one was unlocked.
        for (const stateFolder of stateFoldersIn(context.home)) {
          try {
            if (await lockIn({ ...context, home: { ...context.home, stateFolder } })) wasOpen = true
          } catch (error) {
            failures.push(error)
          }
        }
        if (failures.length > 0) throw failures[0]
        if (terminal.json) terminal.printJson({ locked: wasOpen })
        else terminal.print(wasOpen ? 'Locked.' : 'The vault was not open.')
      })
    )
}

/** The chosen vault's first, then the own one's, then those of all others that were open here. */
function stateFoldersIn({ folder, stateFolder }: Home): string[] {
  return [...new Set([stateFolder, folder, ...stateFoldersOf(folder)])]
}

async function lockIn(context: Context): Promise<boolean> {
  const connection = await findConnection(context)
  if (connection === null) return false
  try {
    if (!connection.isOpen()) return false
    if (connection.kind === 'app') await ask(connection, { t: 'lock' })
    else {
      // It ends with the vault; its last answer may not arrive any more.
      await connection.ask({ t: 'lock' }).catch(() => undefined)
      await connection.ended
    }
    return true
  } finally {
    connection.close()
  }
}
