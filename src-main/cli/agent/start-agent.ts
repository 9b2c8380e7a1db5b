import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import type { ErrorEnvelope } from '@contract/errors'
import type { Home } from '../../node/home'
import { CallFailed } from '../client'
import type { AgentStart } from './agent-process'

const NOT_STARTED: ErrorEnvelope = { code: 'agent-not-started', details: {}, id: '' }
const LONGEST_ANSWER = 10_000

/**
 * Starts the agent that holds the vault open, in a session of its own, so that it outlives this terminal. The password
 * goes over a pipe. Answers a ticket that lets this process in, once. Throws {@link CallFailed} with why it did not open, or `agent-not-started`.
 */
export async function startAgent(home: Home, password: string): Promise<string> {
  // What an editor's terminal attaches to every Node is not for the one that holds the vault open, nor is a library
  // that OpenSSL would load.
  const env = { ...process.env, NODE_OPTIONS: undefined, OPENSSL_CONF: undefined }
  const child = spawn(process.execPath, [ownScript(), 'agent', '--home', home.folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
    cwd: home.folder,
    env,
    windowsHide: true
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(`${password}\n`)
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n') || text.length > LONGEST_ANSWER) resolve(text)
    })
    child.once('error', () => {
      resolve('')
    })
    child.once('close', () => {
      resolve(text)
    })
  })
  child.stdout.destroy()
  child.unref()
  const start = parse(answer)
  if (!start.ok) throw new CallFailed(start.error)
  return start.ticket
}

/** This very program; `kq` on the PATH may be a link to it. */
function ownScript(): string {
  const script = process.argv[1]
  if (script === undefined) throw new CallFailed(NOT_STARTED)
  return realpathSync(script)
}

function parse(answer: string): AgentStart {
  try {
    return JSON.parse(answer) as AgentStart
  } catch {
    return { ok: false, error: NOT_STARTED }
  }
}
