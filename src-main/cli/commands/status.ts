import { Command } from 'commander'
import { describeError } from '@contract/error-texts'
import { errorCodes, type ErrorCode, type ErrorEnvelope } from '@contract/errors'
import type { Session } from '@contract/model/session'
import type { AgentKind } from '../../node/agent-place'
import type { AgentStanding } from '../../ports/agent'
import { grantWords, openWords } from '../agent/standing'
import { ask, findConnection } from '../agent/through-agent'
import { CallFailed } from '../client'
import type { Context } from '../context'
import type { Run } from '../options'

const SENTENCES = {
  locked: 'There is a vault, and it is locked.',
  absent: 'There is no vault yet. Make one with `kq init`.'
}
const HOLDERS = { app: 'the Keyquay window', agent: '`kq unlock`, in the background' }

/** Who has the vault, and how it stands there; `trouble` says why that could not be told. */
interface Held {
  readonly holder: AgentKind | null
  readonly standing: AgentStanding | null
  readonly trouble: ErrorEnvelope | null
}

export function statusCommand(run: Run): Command {
  return new Command('status')
    .description('say what is there and who has it open, without unlocking')
    .addHelpText('after', '\nExample:\n  kq status --json')
    .action(() =>
      run(async (context) => {
        const { app, call, terminal, home } = context
        const { holder, standing, trouble: agentTrouble } = await lookForAgent(context)
        await app.start()
        const { session, version } = await call('app.snapshot', {})
        const { phase, trouble, readOnly } = session
        if (terminal.json) {
          const found = { version, home: home.folder, vault: home.vaultFolder, trouble, readOnly }
          const { openedAt = null, locksAt = null, grant = null } = standing ?? {}
          const agent = { holder, openedAt, locksAt, grant, agentTrouble: agentTrouble?.code ?? null }
          terminal.printJson({ ...found, phase: standing === null ? phase : 'unlocked', ...agent })
          return
        }
        terminal.print(`Keyquay ${version}`)
        terminal.print(`Vault    ${home.vaultFolder}`)
        if (holder !== null) terminal.print(`Held by  ${HOLDERS[holder]}`)
        terminal.print(standing === null ? sentence(session, home.vaultFolder) : openWords(standing))
        if (standing !== null) terminal.print(mayWords(standing))
        if (agentTrouble !== null) terminal.notice(describeError(agentTrouble.code, agentTrouble.details))
      })
    )
}

async function lookForAgent(context: Context): Promise<Held> {
  try {
    const connection = await findConnection(context)
    if (connection === null) return { holder: null, standing: null, trouble: null }
    const holder = connection.kind
    try {
      const standing = connection.isOpen() ? ((await ask(connection, { t: 'standing' })) as AgentStanding) : null
      return { holder, standing, trouble: null }
    } finally {
      connection.close()
    }
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    return { holder: null, standing: null, trouble: error.envelope }
  }
}

function mayWords({ grant }: AgentStanding): string {
  return grant === null ? 'This terminal may not use it yet.' : `This terminal may use it ${grantWords(grant)}.`
}

function sentence({ phase, trouble, troubleFile }: Session, folder: string): string {
  const code = errorCodes.find((known): known is ErrorCode => known === trouble)
  if (code !== undefined) return describeError(code, { file: troubleFile ?? folder, folder })
  return phase === 'absent' ? SENTENCES.absent : SENTENCES.locked
}
