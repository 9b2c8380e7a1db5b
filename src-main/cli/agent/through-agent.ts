import type { Result } from '@contract/errors'
import { AgentFailure, connectAgent, type AgentAsk, type AgentConnection } from '../../node/agent-client'
import type { Home } from '../../node/home'
import { CallFailed, type Client } from '../client'
import { ExplainedFailure } from '../explained-failure'
import type { Terminal } from '../terminal'
import { ownClaims } from './claims'

/** What a command is going to do with the vault, so that it is asked about once. */
export interface Need {
  /** It changes something, here or at a provider. */
  readonly change?: boolean
  /** Names, env names or ids of the keys whose secrets it hands out. */
  readonly secrets?: readonly string[] | 'all'
  /** It hands out the values of keys that it makes. */
  readonly made?: boolean
  /** Its first call asks for all it needs. */
  readonly isAskedLater?: true
}

interface Parts {
  readonly home: Home
  readonly version: string
  readonly terminal: Terminal
}

const WAITS_FOR_UNLOCK_MS = 120_000

/** The agent of the vault, or null. Throws {@link CallFailed} where there is one that cannot be talked to. */
export async function findConnection({ home, version, terminal }: Parts): Promise<AgentConnection | null> {
  try {
    return await connectAgent({
      home: home.stateFolder,
      version,
      claims: ownClaims(process.argv.slice(2)),
      asked: () => {
        terminal.progress('Waiting for you to allow this in the Keyquay window. Ctrl+C takes it back.')
      }
    })
  } catch (error) {
    throw asCallFailed(error)
  }
}

/** Waits until the vault is open and this terminal is allowed what it needs. Throws {@link CallFailed}. */
export async function enter(connection: AgentConnection, need: Need, terminal: Terminal): Promise<void> {
  await waitUntilOpen(connection, terminal)
  if (need.isAskedLater === true) return
  await ask(connection, {
    t: 'want',
    change: need.change ?? false,
    secrets: need.secrets ?? [],
    made: need.made ?? false
  })
}

/** The contract, asked over the connection. */
export function clientOf(connection: AgentConnection): Client {
  return async (name, input) => (await ask(connection, { t: 'call', name, input })) as never
}

/** Throws {@link CallFailed}. */
export async function ask(connection: AgentConnection, request: AgentAsk): Promise<unknown> {
  let result: Result<unknown>
  try {
    result = await connection.ask(request)
  } catch (error) {
    throw asCallFailed(error)
  }
  if (!result.ok) throw new CallFailed(result.error)
  return result.value
}

/** Has the window asked to come forward, and waits for somebody to unlock it there. Throws {@link CallFailed} `vault-locked`. */
export async function waitUntilOpen(connection: AgentConnection, terminal: Terminal): Promise<void> {
  if (connection.isOpen()) return
  await connection.ask({ t: 'forward' }).catch(() => undefined)
  if (terminal.interactive && !terminal.json) {
    terminal.progress('The vault is locked. Unlock it in the Keyquay window and this goes on. Ctrl+C ends it.')
    if (await within(WAITS_FOR_UNLOCK_MS, connection.whenOpen())) return
  }
  throw new ExplainedFailure(new CallFailed({ code: 'vault-locked', details: {}, id: '' }), [
    '    The Keyquay window was asked to come forward; --no-agent takes the password here instead.'
  ])
}

async function within(limitMs: number, opened: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, limitMs, false)
  })
  const open = await Promise.race([opened, late])
  clearTimeout(timer)
  return open
}

function asCallFailed(error: unknown): unknown {
  return error instanceof AgentFailure ? new CallFailed(error.envelope) : error
}
