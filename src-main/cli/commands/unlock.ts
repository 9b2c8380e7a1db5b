import { Command } from 'commander'
import type { AgentConnection } from '../../node/agent-client'
import type { AgentStanding } from '../../ports/agent'
import { grantWords, openWords } from '../agent/standing'
import { startAgent } from '../agent/start-agent'
import { ask, enter, findConnection, waitUntilOpen } from '../agent/through-agent'
import { CallFailed } from '../client'
import { askPassword, passwordQuestion, readPassword, type Context } from '../context'
import type { Run } from '../options'

export function unlockCommand(run: Run): Command {
  return new Command('unlock')
    .description('unlock the vault once for what follows in this terminal')
    .addHelpText(
      'after',
      '\nWhere Keyquay is running, its window asks whether this terminal may. Otherwise the vault is held open in the\n' +
        'background until it locks by itself, as set, or `kq lock` ends it. Either way this terminal may use it for 12 hours\n' +
        'at most, and no longer once it did not for 10 minutes. Other terminals are not let in with it.\n' +
        '\nExamples:\n  kq unlock\n  kq unlock --password-fd 3 3< password-file'
    )
    .action(() => run(unlock))
}

async function unlock(context: Context): Promise<void> {
  const running = await findConnection(context)
  const connection = running ?? (await start(context))
  context.useAgent(connection)
  if (running !== null) await join(context, running)
  const standing = (await ask(connection, { t: 'standing' })) as AgentStanding
  const { terminal } = context
  if (terminal.json) terminal.printJson({ holder: connection.kind, ...standing })
  else {
    terminal.print(openWords(standing))
    if (standing.grant !== null) terminal.print(`This terminal may use it ${grantWords(standing.grant)}.`)
    else terminal.notice('This terminal cannot be told from others, so each command asks for itself.')
  }
}

/** Holds the vault open in the background, for this terminal. */
async function start(context: Context): Promise<AgentConnection> {
  const password = await askPassword(context)
  const ticket = await startAgent(context.home, password)
  const connection = await findConnection(context)
  if (connection === null) throw new CallFailed({ code: 'agent-not-started', details: {}, id: '' })
  await ask(connection, { t: 'ticket', ticket })
  return connection
}

/** Whoever gives the password needs no one in the window; an agent has no window to ask in. */
async function join({ terminal, passwordFd, home }: Context, connection: AgentConnection): Promise<void> {
  if (passwordFd === undefined && connection.kind === 'app')
    return enter(connection, { change: true, secrets: 'all' }, terminal)
  await waitUntilOpen(connection, terminal)
  const { grant } = (await ask(connection, { t: 'standing' })) as AgentStanding
  if (grant !== null && passwordFd === undefined) return
  await ask(connection, { t: 'prove', password: await readPassword(terminal, passwordFd, passwordQuestion(home)) })
}
