import { isAppError } from '@contract/errors'
import { AgentFailure, connectAgent, findAgent } from './agent-client'
import { startAgentServer, type AgentServer, type AgentServerOptions } from './agent-server'

export interface AgentHost {
  /** Answers programs in terminals from now on, or no longer. Never fails: the log says why nobody answers. */
  follow(on: boolean): Promise<void>
  /** Has what `kq unlock` left running for this vault lock it and end. Never fails: the log says why it did not. */
  endOther(): Promise<void>
}

/** The agent's server as somebody wants it at the moment. One change after the other. */
export function createAgentHost(options: AgentServerOptions): AgentHost {
  let wanted = false
  let server: AgentServer | null = null
  let last = Promise.resolve()

  async function settle(): Promise<void> {
    if (wanted && server === null) {
      await takeOver(options)
      server = await startAgentServer(options)
    } else if (!wanted && server !== null) {
      const ending = server
      server = null
      await ending.stop()
    }
  }

  function next(step: () => Promise<void>): Promise<void> {
    last = last.then(step).catch((error: unknown) => {
      options.log.warn('agent does not answer', { code: isAppError(error) ? error.code : 'internal' })
    })
    return last
  }

  return {
    follow(on) {
      wanted = on
      return next(settle)
    },
    endOther: () => next(() => takeOver(options))
  }
}

/** There is one agent for a home: what `kq unlock` left running ends when the app starts, and its vault is locked. */
async function takeOver({ home, version }: AgentServerOptions): Promise<void> {
  try {
    const connection = await connectAgent({ home, version, claims: OWN_CLAIMS, asked: () => undefined })
    if (connection === null) return
    if (connection.kind === 'agent') {
      // It ends with the vault; its last answer may not arrive any more.
      await connection.ask({ t: 'lock' }).catch(() => undefined)
      await connection.ended
    }
    connection.close()
  } catch (error) {
    // One of another version does not talk to this one, but it did show that it is there.
    const other = findAgent(home)
    const isOlder = error instanceof AgentFailure && error.envelope.code === 'agent-other-version'
    if (isOlder && other?.kind === 'agent') process.kill(other.pid, 'SIGTERM')
  }
}

const OWN_CLAIMS = {
  pid: process.pid,
  program: process.execPath,
  startedBy: null,
  command: 'Keyquay',
  terminal: null,
  folder: null,
  session: null
}
