import { spawn } from 'node:child_process'
import type { Clipboard } from '../ports/clipboard'

interface Tool {
  readonly write: readonly [string, ...string[]]
  readonly read: readonly [string, ...string[]]
}

/** The clipboard programs of each platform; the secret goes in by stdin, never as an argument. */
function toolsFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly Tool[] {
  if (platform === 'darwin') return [{ write: ['pbcopy'], read: ['pbpaste'] }]
  if (platform === 'win32') {
    return [{ write: ['clip.exe'], read: ['powershell.exe', '-NoProfile', '-Command', 'Get-Clipboard -Raw'] }]
  }
  const wayland: Tool = { write: ['wl-copy', '--sensitive'], read: ['wl-paste', '--no-newline'] }
  const x11: Tool = { write: ['xclip', '-selection', 'clipboard'], read: ['xclip', '-selection', 'clipboard', '-o'] }
  return env.WAYLAND_DISPLAY === undefined ? [x11, wayland] : [wayland, x11]
}

/** The clipboard through the platform's own programs. Fails when there is none. */
export function createTerminalClipboard(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Clipboard {
  const tools = toolsFor(platform, env)

  async function first<Value>(run: (tool: Tool) => Promise<Value>): Promise<Value> {
    let failure: unknown
    for (const tool of tools) {
      try {
        return await run(tool)
      } catch (error) {
        failure = error
      }
    }
    throw failure
  }

  return {
    writeSecret: (text) => first((tool) => pipe(tool.write, text)).then(() => undefined),
    readText: () => first((tool) => pipe(tool.read, null)),
    clear: () => first((tool) => pipe(tool.write, '')).then(() => undefined)
  }
}

function pipe([program, ...args]: readonly [string, ...string[]], input: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    // xclip stays behind to own the selection and would hold a pipe open, so only a reader's output is piped.
    const child = spawn(program, args, { stdio: ['pipe', input === null ? 'pipe' : 'ignore', 'ignore'] })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
      else reject(new Error(`${program} ended with ${String(code)}`))
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}
