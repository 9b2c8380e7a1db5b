import { join } from 'node:path'
import { makeKeys } from '../../test/fixtures/make-keys'
import { aimFor, grouped, keep, say, tellFigures, times, type Aim, type Spread } from '../figures'
import { PASSWORD } from '../filled-home'
import { openAgent } from '../agent'
import { kq } from '../kq'
import { inTurn } from '../measure'
import { outputOf, peakMemoryOf, timeOf, type Program } from '../programs'

const SIZES = [1_000, 10_000, 100_000]
const homes = process.env.BENCH_HOMES ?? ''

interface Job {
  readonly what: string
  readonly kq: readonly string[]
  readonly keepassxc: (file: string) => readonly string[]
  /** What both must print. */
  readonly mustSay: string
  readonly aims: boolean
}

for (const count of SIZES) {
  const { name, provider } = keyNearTheEnd(count)
  const jobs: readonly Job[] = [
    { what: 'list all', kq: ['list'], keepassxc: (file) => ['ls', '-q', '-R', '-f', file], mustSay: name, aims: false },
    {
      what: 'search, one match',
      kq: ['search', name],
      keepassxc: (file) => ['search', '-q', file, name],
      mustSay: name,
      aims: true
    },
    {
      what: 'search, many matches',
      kq: ['search', 'billing'],
      keepassxc: (file) => ['search', '-q', file, 'billing'],
      mustSay: 'billing',
      aims: false
    },
    {
      what: 'show one',
      kq: ['show', name],
      keepassxc: (file) => ['show', '-q', file, `/${provider}/${name}`],
      mustSay: name,
      aims: false
    }
  ]
  say(`${grouped(count)} keys`)
  const home = join(homes, String(count))
  const agent = await openAgent(home)
  try {
    for (const job of jobs) await compare(job, count, home)
    const memory = agent.memoryMiB()
    if (memory !== null) keep(`${grouped(count)} keys: the agent itself, after all that`, 'MiB', memory, 'resident')
  } finally {
    await agent.end()
  }
}
tellFigures()

async function compare(job: Job, count: number, home: string): Promise<void> {
  say(`  ${job.what}`)
  const input = `${PASSWORD}\n`
  const keepassxc = (file: string): Program => ({
    command: ['keepassxc-cli', ...job.keepassxc(join(homes, file))],
    input
  })
  const programs = {
    agent: kq(home, job.kq),
    keepassxcQuick: keepassxc(`${String(count)}-quick.kdbx`),
    own: kq(home, ['--no-agent', '--password-fd', '0', ...job.kq], input),
    keepassxc: keepassxc(`${String(count)}.kdbx`)
  }
  const rounds = count < 100_000 ? 5 : job.aims ? 3 : 1
  const spreads = await inTurn(
    mapped(programs, (program) => (round: number) => (round === 0 ? mustSay(program, job.mustSay) : timeOf(program))),
    rounds
  )
  const title = `${grouped(count)} keys, ${job.what}`
  pair(
    `${title}, no key derivation`,
    'kq through the agent',
    spreads.agent,
    spreads.keepassxcQuick,
    job.aims ? fasterAim(count) : undefined
  )
  pair(`${title}, same key derivation`, 'kq by itself', spreads.own, spreads.keepassxc)
  if (!job.aims) return
  const [agentMiB, ownMiB, theirsMiB] = [
    await peakMemoryOf(programs.agent),
    await peakMemoryOf(programs.own),
    await peakMemoryOf(programs.keepassxcQuick)
  ]
  const ratio = agentMiB / theirsMiB
  const aim = count === 100_000 ? aimFor(ratio, { below: 0.25 }) : undefined
  keep(`${title}, peak memory: keepassxc-cli`, 'MiB', theirsMiB)
  keep(`${title}, peak memory: kq through the agent`, 'MiB', agentMiB, times(ratio, 'keepassxc-cli'), aim)
  keep(`${title}, peak memory: kq by itself`, 'MiB', ownMiB, times(ownMiB / theirsMiB, 'keepassxc-cli'))
}

function mapped<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  to: (from: From) => To
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, from]) => [name, to(from)])
  return Object.fromEntries(entries) as Record<Name, To>
}

/** Both must find the same, so that nobody is quick at failing. */
async function mustSay(program: Program, text: string): Promise<void> {
  if ((await outputOf(program)).includes(text)) return
  throw new Error(`${program.command.join(' ')} did not print ${text}`)
}

function pair(title: string, ours: string, own: Spread, theirs: Spread, aim?: (ratio: number) => Aim): void {
  const ratio = theirs.median / own.median
  keep(`${title}: keepassxc-cli`, 'ms', theirs)
  keep(`${title}: ${ours}`, 'ms', own, times(ratio, 'faster'), aim?.(ratio))
}

function fasterAim(count: number): ((ratio: number) => Aim) | undefined {
  if (count === 100_000) return (ratio) => aimFor(ratio, { atLeast: 30 })
  return count === 10_000 ? (ratio) => aimFor(ratio, { atLeast: 5 }) : undefined
}

function keyNearTheEnd(count: number): { name: string; provider: string } {
  let at = 0
  for (const { fields } of makeKeys(count)) {
    at += 1
    if (at === count - 7) return { name: fields.name, provider: fields.provider ?? 'none' }
  }
  throw new Error('too few keys')
}
