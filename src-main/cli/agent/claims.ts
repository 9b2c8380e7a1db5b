import type { Claims } from '../../node/agent-peer'

const LONGEST = 1_000

/** What this `kq` says of itself to the agent; on Linux the agent looks for itself. */
export function ownClaims(args: readonly string[]): Claims {
  return {
    pid: process.pid,
    program: process.execPath,
    startedBy: null,
    command: commandLine(args),
    terminal: null,
    folder: folder(),
    session: sessionName(process.env)
  }
}

/**
 * What was typed, for the person who is asked. Of a program behind `--` only its name: its own arguments may hold what
 * no window should show.
 */
function commandLine(args: readonly string[]): string {
  const dashes = args.indexOf('--')
  const own = dashes === -1 ? args : args.slice(0, dashes)
  const behind = dashes === -1 ? [] : ['--', args[dashes + 1] ?? '', ...(args.length > dashes + 2 ? ['…'] : [])]
  return ['kq', ...own, ...behind]
    .join(' ')
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .slice(0, LONGEST)
}

function folder(): string | null {
  try {
    return process.cwd()
  } catch {
    return null
  }
}

/** Where the system cannot be asked for a process's session, terminals name their own. */
function sessionName(env: NodeJS.ProcessEnv): string | null {
  if (process.platform === 'linux') return null
  const terminal = env.TERM_SESSION_ID ?? env.WT_SESSION ?? env.WINDOWID ?? ''
  return `${String(process.ppid)} ${terminal}`.slice(0, 500)
}
