import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import type { GrantCaller } from '@contract/model/grant'

/** What a program says of itself. */
export interface Claims {
  readonly pid: number
  readonly program: string | null
  readonly startedBy: string | null
  readonly command: string
  readonly terminal: string | null
  readonly folder: string | null
  /** What tells its terminal session from others, where the system has no answer to that. */
  readonly session: string | null
}

export interface Peer {
  readonly facts: GrantCaller
  readonly session: string | null
}

/**
 * Who is at the other end. On Linux the process `claims.pid` must bear `name`, which is of this one connection and
 * which it alone can have taken; then what is known of it is read from the system, and its session is named by the
 * leader's process number and start time, so that a number used again names another one. Elsewhere, and where the name
 * is another one (a container has process numbers of its own), it is the program's own word: on Linux nothing is
 * remembered for it then.
 */
export function peerOf(claims: Claims, name: string | null): Peer {
  const { pid, command } = claims
  const proven = process.platform === 'linux' && name !== null ? readProcess(pid, name) : null
  if (proven !== null) return { facts: shown({ ...proven.facts, command, proven: true }), session: proven.session }
  const { program, startedBy, terminal, folder } = claims
  return {
    facts: shown({ program, startedBy, command, terminal, folder, proven: false }),
    session: process.platform === 'linux' || claims.session === null ? null : hashOf('claimed', claims.session)
  }
}

/** Names of programs and folders can hold anything, too: nothing that turns a line round or breaks it is shown. */
function shown({ program, startedBy, command, terminal, folder, proven }: GrantCaller): GrantCaller {
  const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
  const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text))
  return {
    program: plainOrNull(program),
    startedBy: plainOrNull(startedBy),
    command: plain(command),
    terminal: plainOrNull(terminal),
    folder: plainOrNull(folder),
    proven
  }
}

function readProcess(
  pid: number,
  name: string
): { facts: Omit<GrantCaller, 'command' | 'proven'>; session: string | null } | null {
  try {
    if (statSync(`/proc/${String(pid)}`).uid !== process.getuid?.()) return null
    if (readFileSync(`/proc/${String(pid)}/comm`, 'utf8') !== `${name}\n`) return null
    const own = readStat(pid)
    const program = executable(pid)
    const leader = readStatOrNull(own.session)
    return {
      facts: {
        program,
        startedBy: executable(own.parent),
        terminal: terminalName(own.terminal),
        folder: linkOf(`/proc/${String(pid)}/cwd`)
      },
      // Without its leader a session cannot be told from a later one of the same number.
      session:
        leader === null || program === null
          ? null
          : hashOf('linux', String(own.session), leader.startedTicks, String(own.terminal), program)
    }
  } catch {
    return null
  }
}

interface ProcessStat {
  readonly parent: number
  readonly session: number
  readonly terminal: number
  /** In clock ticks since the system started. */
  readonly startedTicks: string
}

/** Fields of `/proc/PID/stat` (proc_pid_stat(5)). The second one is the program's name and may hold anything. */
function readStat(pid: number): ProcessStat {
  const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return {
    parent: Number(fields[1]),
    session: Number(fields[3]),
    terminal: Number(fields[4]),
    startedTicks: fields[19] ?? ''
  }
}

function readStatOrNull(pid: number): ProcessStat | null {
  try {
    return pid > 0 ? readStat(pid) : null
  } catch {
    return null
  }
}

/** The device number of a controlling terminal as its name under `/dev` (Documentation/admin-guide/devices.txt). */
function terminalName(device: number): string | null {
  const major = (device >> 8) & 0xfff
  const minor = (device & 0xff) | ((device >> 12) & 0xfff00)
  if (device === 0) return null
  if (major >= 136 && major <= 143) return `pts/${String((major - 136) * 256 + minor)}`
  if (major === 4) return minor < 64 ? `tty${String(minor)}` : `ttyS${String(minor - 64)}`
  return `terminal ${String(major)}:${String(minor)}`
}

const executable = (pid: number): string | null => linkOf(`/proc/${String(pid)}/exe`)

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path).slice(0, 4_096)
  } catch {
    return null
  }
}

const hashOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex')
