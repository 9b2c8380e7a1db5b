import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PASSWORD } from './filled-home'
import { kq } from './kq'
import { outputOf } from './programs'

/** The agent that `kq unlock` leaves running for a home folder. */
export interface RunningAgent {
  /** What it holds in memory now; null where the system does not tell. */
  memoryMiB(): number | null
  end(): Promise<void>
}

/** Unlocks as a person would: the terminal of the benchmark is the one that is granted. */
export async function openAgent(home: string): Promise<RunningAgent> {
  await outputOf(kq(home, ['--password-fd', '0', 'unlock'], `${PASSWORD}\n`))
  const { pid } = JSON.parse(readFileSync(join(home, 'agent/agent.json'), 'utf8')) as { pid: number }
  return {
    memoryMiB: () => residentMiB(pid),
    async end() {
      await outputOf(kq(home, ['lock']))
    }
  }
}

/** What a process shares with nobody and its part of what it shares (proc_pid_smaps(5)), in MiB. */
export function residentMiB(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const pss = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))
  return pss === null ? null : Number(pss[1]) / 1024
}
