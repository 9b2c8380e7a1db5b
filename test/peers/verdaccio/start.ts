import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'

/** A Verdaccio of one's own, with an empty home and no way out. */
export interface Verdaccio {
  readonly url: string
  /** Makes an account and signs in to it, as `npm adduser` does. Answers its session token. */
  addUser(name: string, password: string): Promise<string>
  /** The name Verdaccio knows a token by; null when it accepts it no more. */
  whoami(token: string): Promise<string | null>
  stop(): Promise<void>
}

export interface Rate {
  readonly windowMs: number
  readonly max: number
}

export async function startVerdaccio(
  program: string,
  rate: Rate = { windowMs: 60_000, max: 1_000 }
): Promise<Verdaccio> {
  const home = mkdtempSync(join(tmpdir(), 'keyquay-verdaccio-'))
  const url = `http://127.0.0.1:${String(await freePort())}`
  const config = join(home, 'config.yaml')
  writeFileSync(config, configuration(rate))
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, NODE_OPTIONS: '' }
  const server = spawn(process.execPath, [program, '--config', config, '--listen', url], { cwd: home, env })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))

  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.kill()) await once(server, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (server.exitCode !== null || tries > 300) {
      await stop()
      throw new Error(`Verdaccio did not start.\n${output.slice(-2_000)}`)
    }
    await passed(100)
  }

  return {
    url,
    stop,
    async addUser(name, password) {
      const response = await fetch(`${url}/-/user/org.couchdb.user:${name}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ _id: `org.couchdb.user:${name}`, name, password, type: 'user', roles: [] })
      })
      const { token } = (await response.json()) as { token?: string }
      if (token === undefined) throw new Error(`Verdaccio answered ${String(response.status)} to a new account`)
      return token
    },
    async whoami(token) {
      const response = await fetch(`${url}/-/whoami`, { headers: { authorization: `Bearer ${token}` } })
      const { username } = (await response.json()) as { username?: string }
      return username ?? null
    }
  }
}

const configuration = ({ windowMs, max }: Rate): string => `
storage: ./storage
auth: { htpasswd: { file: ./htpasswd, algorithm: bcrypt, rounds: 4 } }
uplinks: {}
packages: { '**': { access: $authenticated, publish: $authenticated } }
web: { enable: false }
userRateLimit: { windowMs: ${String(windowMs)}, max: ${String(max)} }
log: { type: stdout, format: pretty, level: warn }
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/-/ping`).then(
    (response) => response.ok,
    () => false
  )
}
