import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from '../fixtures/vaults/build-worker.ts'

// Stops the vault at every disk operation of everything people do with it: power loss in three ways, a full disk, a
// failing disk, kill -9. The scenarios of a password change (checks 28, 50), a data-key rotation (43) and a migration (51)
// also say that exactly one whole vault opens. Says how many points were tried and how many acknowledged writes were lost, which must be 0.
//   node test/crash/run.ts [--one-in N] [--seed S] [scenario …]
// `--one-in` tries that share of the points, chosen by a seed that is printed and can be given again.

interface Task {
  readonly kind: string
  readonly scenario: string
  readonly part: string
}

interface Verdict {
  readonly tried: number
  readonly points: number
  readonly lost: number
  readonly problems: readonly string[]
}

const kinds: Readonly<Record<string, string>> = {
  power: 'check 44: power loss, 3 ways',
  'once-28': 'check 45: disk full, once',
  'sticky-28': 'check 45: disk full, from then on',
  'once-5': 'check 45: disk failing, once',
  'sticky-5': 'check 45: disk failing, from then on',
  kill: 'check 46: kill -9'
}
const names = ['add', 'edit', 'delete', 'import', 'usage', 'migration', 'password change', 'data-key rotation', 'backup', 'restore', 'creation']
const lanes = Math.max(2, availableParallelism())
const MIXED_PARTS = 8
// Making a vault derives a key from its password each time, and nothing stands there yet that could be lost.
const DERIVING_KINDS = ['kill', 'sticky-28']
const PROBLEMS_SHOWN = 20
const TITLE_WIDTH = 38

const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { 'one-in': { type: 'string', default: '1' }, seed: { type: 'string', default: randomBytes(4).toString('hex') } }
})
const reason = cannotRun()
if (reason !== null) {
  process.stdout.write(`skipped: ${reason}\n`)
  process.exit(0)
}

const startedAt = performance.now()
const home = makeHome()
try {
  const shim = compileShim(home)
  const program = await bundle('test/crash/program.ts', 'crash-program')
  const failed = await runAll(program, { CRASH_HOME: home, CRASH_SHIM: shim, NODE_COMPILE_CACHE: join(home, 'compiled') })
  process.exitCode = failed ? 1 : 0
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function runAll(program: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const scenarios = ['mixed', ...names].filter((scenario) => chosen.length === 0 || chosen.includes(scenario))
  await inLanes(scenarios, (scenario) => start(program, env, ['prepare', scenario]))

  const tasks = scenarios.flatMap(tasksOf)
  const verdicts = new Map<Task, Verdict>()
  await inLanes(tasks, async (task) => {
    const output = await start(program, env, [task.kind, task.scenario, task.part, values['one-in'], values.seed])
    verdicts.set(task, JSON.parse(output.trim().split('\n').at(-1) ?? '') as Verdict)
  })
  return report(verdicts)
}

function tasksOf(scenario: string): Task[] {
  if (scenario === 'mixed') {
    return Array.from({ length: MIXED_PARTS }, (_, part) => ({ kind: 'power', scenario, part: `${String(part)}/${String(MIXED_PARTS)}` }))
  }
  const chosenKinds = scenario === 'creation' ? DERIVING_KINDS : Object.keys(kinds)
  return chosenKinds.map((kind) => ({ kind, scenario, part: '0/1' }))
}

async function start(program: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const isFault = /^(once|sticky)-/.test(args[0] ?? '')
  const place = mkdtempSync(join(home, 'lane-'))
  // The program makes its own control file before it arms; an empty one lets the shim start.
  const control = join(place, 'control')
  writeFileSync(control, Buffer.alloc(64))
  const disk = join(place, 'disk')
  mkdirSync(disk)
  const shimmed = isFault ? { LD_PRELOAD: env.CRASH_SHIM, DISK_FOLDER: disk, DISK_CONTROL: control } : {}
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env, ...shimmed }, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (text: Buffer) => { output += text.toString() })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
  return output
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Prints a line for each kind of disturbance; answers whether anything is wrong. */
function report(verdicts: ReadonlyMap<Task, Verdict>): boolean {
  const write = (text: string): void => { process.stdout.write(`${text}\n`) }
  let tried = 0
  let points = 0
  let lost = 0
  const problems: string[] = []
  for (const [kind, title] of Object.entries(kinds)) {
    const rows = [...verdicts].filter(([task]) => task.kind === kind)
    const sum = rows.reduce((total, [, verdict]) => total + verdict.tried, 0)
    const all = rows.reduce((total, [, verdict]) => total + verdict.points, 0)
    const lostHere = rows.reduce((total, [, verdict]) => total + verdict.lost, 0)
    const byScenario = new Map<string, number>()
    for (const [task, verdict] of rows) byScenario.set(task.scenario, (byScenario.get(task.scenario) ?? 0) + verdict.tried)
    write(`${title.padEnd(TITLE_WIDTH)} ${String(sum).padStart(7)} of ${String(all).padStart(6)} points, ${String(lostHere)} acknowledged writes lost`)
    write(`  ${[...byScenario].map(([scenario, count]) => `${scenario} ${String(count)}`).join(', ')}`)
    for (const [task, verdict] of rows) problems.push(...verdict.problems.map((problem) => `${task.scenario}: ${problem}`))
    tried += sum
    points += all
    lost += lostHere
  }
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) write(`PROBLEM ${problem}`)
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
  const sampled = values['one-in'] === '1' ? '' : ` (seed ${values.seed})`
  write(`${String(tried)} of ${String(points)} points tried${sampled}, ${String(lost)} acknowledged writes lost, ${String(problems.length)} problems, ${seconds} s`)
  return lost > 0 || problems.length > 0
}

function cannotRun(): string | null {
  if (process.platform !== 'linux') return 'the disk shim needs Linux'
  const gcc = spawnSync('gcc', ['--version'])
  if (gcc.error !== undefined || gcc.status !== 0) return 'the disk shim needs gcc'
  return null
}

/** In memory where the system offers it: what is tried does not depend on the disk below. */
function makeHome(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'keyquay-crash-'))
}

function compileShim(folder: string): string {
  const shim = join(folder, 'disk-shim.so')
  const source = join(import.meta.dirname, 'disk-shim.c')
  const compiled = spawnSync('gcc', ['-O2', '-Wall', '-Wextra', '-shared', '-fPIC', '-o', shim, source, '-ldl', '-lpthread'], { encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  return shim
}
