import type { KeyquayApp } from '../app/create-app'
import type { AgentConnection } from '../node/agent-client'
import { resolveHome, type Home } from '../node/home'
import { clientOf, enter, findConnection, type Need } from './agent/through-agent'
import { createClient, type Client } from './client'
import type { Terminal } from './terminal'

export interface GlobalOptions {
  readonly home?: string
  readonly passwordFd?: number
  readonly agent?: boolean
  readonly json?: boolean
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal
  readonly home: Home
  readonly version: string
  /** The core behind `call`, as far as a command has to do with it. */
  readonly app: CommandApp
  /** Asks the running Keyquay once {@link unlock} got through to it, and this process's own core otherwise. */
  readonly call: Client
  readonly passwordFd: number | undefined
  /** Whether the running Keyquay may be asked: not when the password was given, nor with `--no-agent`. */
  readonly asksAgent: boolean
  /** From now on calls go over `connection`. */
  useAgent(connection: AgentConnection): void
  /** Whether calls go to another process, which lives on when this one ends. */
  isOverAgent(): boolean
  /** This process's own core, loaded when it is first needed. */
  ownApp(): Promise<KeyquayApp>
}

export interface CommandApp {
  /** Looks at the vault's folder, in this process. */
  start(): Promise<void>
  /** What goes on meanwhile, from wherever calls go; the answer stops listening. */
  onEvent: KeyquayApp['onEvent']
  /** Keeps the vault open while something takes long. */
  touch(): void
  /** Lets go of what was opened. */
  quit(): Promise<void>
}

export const PASSWORD_FD_HINT = '--password-fd N'

export function createContext(options: GlobalOptions, terminal: Terminal, version: string): Context {
  const home = resolveHome(options.home, process.env, process.platform)
  const listeners = new Set<Parameters<KeyquayApp['onEvent']>[0]>()
  const tell: Parameters<KeyquayApp['onEvent']>[0] = (event) => {
    for (const listener of listeners) listener(event)
  }
  let own: Promise<KeyquayApp> | null = null
  let started: KeyquayApp | null = null
  let agent: { readonly connection: AgentConnection; readonly call: Client } | null = null

  function ownApp(): Promise<KeyquayApp> {
    own ??= import('./own-app').then(({ createOwnApp }) => {
      started = createOwnApp(home, version)
      started.onEvent(tell)
      return started
    })
    return own
  }

  return {
    terminal,
    home,
    version,
    passwordFd: options.passwordFd,
    asksAgent: options.agent !== false && options.passwordFd === undefined,
    call: async (name, input) => (agent === null ? createClient(await ownApp()) : agent.call)(name, input),
    useAgent(connection) {
      connection.onEvent(tell)
      agent = { connection, call: clientOf(connection) }
    },
    isOverAgent: () => agent !== null,
    ownApp,
    app: {
      start: async () => (await ownApp()).start(),
      onEvent(listener) {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
      // The agent sees to it itself while a call is under way.
      touch: () => started?.touch(),
      async quit() {
        agent?.connection.close()
        // What could not be loaded has failed where it was asked for, and has nothing to let go of.
        await (await own?.catch(() => null))?.quit()
      }
    }
  }
}

/**
 * Takes the master password from `--password-fd` or asks for it, for what only the password itself allows. Where there
 * is no vault, or a damaged one, nothing is asked and the failure says what is wrong.
 */
export async function askPassword({ app, call, terminal, passwordFd, home }: Context): Promise<string> {
  await app.start()
  const { session } = await call('app.snapshot', {})
  if (session.phase !== 'locked') await call('session.unlock', { password: '-' })
  return readPassword(terminal, passwordFd, passwordQuestion(home))
}

/**
 * Opens the vault for a command: over the running Keyquay where there is one, after this terminal was allowed what the
 * command needs, else with the master password in this process.
 */
export async function unlock(context: Context, need: Need = {}): Promise<void> {
  const finish = await beginUnlock(context, need)
  await finish()
}

/**
 * {@link unlock} up to where the slow part begins: a command that asks for something itself does it before `finish`,
 * because what is typed ahead of a prompt would be echoed.
 */
export async function beginUnlock(context: Context, need: Need = {}): Promise<() => Promise<void>> {
  const connection = context.asksAgent ? await findConnection(context) : null
  if (connection !== null) {
    context.useAgent(connection)
    await enter(connection, need, context.terminal)
    return () => Promise.resolve()
  }
  const password = await askPassword(context)
  return async () => {
    await context.call('session.unlock', { password })
  }
}

/** Whoever has several vaults is to see which one's password is asked for. */
export const passwordQuestion = ({ isOwnVault, vaultName }: Pick<Home, 'isOwnVault' | 'vaultName'>): string =>
  isOwnVault ? 'Master password' : `Master password of ${vaultName}`

/** The master password, from the descriptor or the person. */
export function readPassword(
  terminal: Terminal,
  passwordFd: number | undefined,
  question = 'Master password'
): Promise<string> {
  return passwordFd === undefined
    ? terminal.askSecret(question, PASSWORD_FD_HINT)
    : terminal.descriptors.readLine(passwordFd)
}
