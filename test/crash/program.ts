import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isAppError } from '@contract/errors'
import { countIn, DiskControl, type Fault } from './disk-control'
import { readLog, ReplayedDisk, survivals } from './power-loss'
import { createSample, type Sample } from './sample'
import { copyWork, scenarios, type Scenario } from './scenarios'

// The bundle of this file is started by run.ts, once for each task, and starts itself under the shim:
//   prepare <scenario>            makes the template and what its states look like
//   kill|power|once-28|… <scenario> <part>/<parts> <one in how many points> <seed>
//   run <scenario> <work>         (under the shim) does it once, telling each acknowledged step
const [mode = '', name = '', third = '', oneIn = '1', seed = '0'] = process.argv.slice(2)
const home = process.env.CRASH_HOME ?? ''
const shim = process.env.CRASH_SHIM ?? ''

interface Verdict {
  readonly tried: number
  /** How many points there are, tried or not. */
  readonly points: number
  readonly lost: number
  readonly problems: readonly string[]
}

const scenario = scenarios.find((one) => one.name === name)
if (scenario === undefined) throw new Error(`no scenario ${name}`)
const template = join(home, 'templates', name.replaceAll(' ', '-'))

if (mode === 'prepare') await prepare(scenario)
else if (mode === 'run') await runOnce(scenario, third)
else process.stdout.write(`${JSON.stringify(await task(scenario))}\n`)

async function prepare(one: Scenario): Promise<void> {
  mkdirSync(template, { recursive: true })
  await one.prepare(template)
  let copies = 0
  const states = await one.states(() => copyWork(template, `${template}.copy-${String((copies += 1))}`))
  writeFileSync(`${template}.json`, JSON.stringify(states))
}

/** Under the shim: arm, work, tell. The end of the process is part of what is tried. */
async function runOnce(one: Scenario, work: string): Promise<void> {
  const control = process.env.DISK_CONTROL ?? ''
  let acknowledged = 0
  await one.run(work, () => {
    acknowledged += 1
    writeSync(1, `${String(acknowledged)} ${String(countIn(control))}\n`)
  })
}

async function task(one: Scenario): Promise<Verdict> {
  const [part = 0, parts = 1] = third.split('/').map(Number)
  const states = JSON.parse(readFileSync(`${template}.json`, 'utf8')) as string[]
  const sampled = createSample({ oneIn: Number(oneIn), seed: `${seed} ${mode} ${name}` })
  const sample: Sample = (point) => point % parts === part && sampled(point)
  const place = mkdtempSync(join(home, 'task-'))
  try {
    if (mode === 'kill') return await killEverywhere(one, states, place, sample)
    if (mode === 'power') return await losePowerEverywhere(one, states, place, sample, part + 1)
    const [, sticky, errno] = /^(once|sticky)-(\d+)$/.exec(mode) ?? []
    return await failEverywhere(one, states, place, sample, { errno: Number(errno), sticky: sticky === 'sticky' })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function killEverywhere(one: Scenario, states: readonly string[], place: string, sample: Sample): Promise<Verdict> {
  const found = verdicts(states)
  const killed = async (killAt?: number): Promise<number> => {
    const work = copyWork(template, join(place, 'work'))
    const where = killAt === undefined ? 'undisturbed' : `kill at ${String(killAt)}`
    const { acknowledged, failed, operations } = await runUnderShim(one, work, place, { killAt })
    if (failed !== null) found.problem(`${where}: ${failed}`)
    await found.look(one, work, acknowledged.length, where)
    rmSync(work, { recursive: true })
    return operations
  }
  const operations = await killed()
  for (let killAt = 0; killAt < operations; killAt += 1) if (sample(killAt)) await killed(killAt)
  return found.verdict(operations + 1)
}

async function losePowerEverywhere(one: Scenario, states: readonly string[], place: string, sample: Sample, tears: number): Promise<Verdict> {
  const found = verdicts(states)
  const work = copyWork(template, join(place, 'work'))
  const disk = new ReplayedDisk(work, tears)
  const log = join(place, 'log')
  const { acknowledged, failed } = await runUnderShim(one, work, place, {}, log)
  if (failed !== null) found.problem(`undisturbed: ${failed}`)
  if (failed !== null) return found.verdict(0)
  let done = 0
  let lookedAt = ''
  for (const operation of readLog(log)) {
    disk.apply(operation)
    done += 1
    if (!sample(done)) continue
    const kept = acknowledged.filter((count) => count <= done).length
    for (const survival of survivals) {
      const same = `${String(disk.syncs)} ${String(kept)}`
      if (survival === 'synced' && same === lookedAt) {
        found.again()
        continue
      }
      if (survival === 'synced') lookedAt = same
      const image = join(place, 'image')
      mkdirSync(join(image, 'vault'), { recursive: true, mode: 0o700 })
      disk.write(image, survival)
      await found.look(one, image, kept, `power lost after ${String(done)}, ${survival} survives`)
      rmSync(image, { recursive: true })
    }
  }
  return found.verdict(done * survivals.length)
}

/** Runs in this process, which is itself under the shim: the app must live on. */
async function failEverywhere(one: Scenario, states: readonly string[], place: string, sample: Sample, fault: Fault): Promise<Verdict> {
  const control = new DiskControl(process.env.DISK_CONTROL ?? '')
  const found = verdicts(states)
  const work = join(process.env.DISK_FOLDER ?? '', 'work')
  const failed = async (failAt?: number): Promise<number> => {
    copyWork(template, work)
    let acknowledged = 0
    let failure: unknown = null
    control.arm({ ...fault, failAt })
    try {
      await one.run(work, () => { acknowledged += 1 })
    } catch (error) {
      failure = error
    }
    const operations = control.count
    control.disarm()
    const where = failAt === undefined ? 'undisturbed' : `${mode} at ${String(failAt)}`
    if (failure !== null && !isTyped(failure)) found.problem(`${where}: ${describe(failure)}`)
    await found.look(one, work, acknowledged, where)
    rmSync(work, { recursive: true })
    return operations
  }
  const operations = await failed()
  for (let failAt = 0; failAt < operations; failAt += 1) if (sample(failAt)) await failed(failAt)
  rmSync(place, { recursive: true, force: true })
  return found.verdict(operations + 1)
}

interface Run {
  /** For each acknowledged step, how many operations there were before it. */
  readonly acknowledged: readonly number[]
  readonly failed: string | null
  readonly operations: number
}

function runUnderShim(one: Scenario, work: string, place: string, fault: Fault, log?: string): Promise<Run> {
  const control = new DiskControl(join(place, 'control'))
  control.arm(fault)
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'run', one.name, work], {
    env: { ...process.env, LD_PRELOAD: shim, DISK_FOLDER: work, DISK_CONTROL: control.file, ...(log === undefined ? {} : { DISK_LOG: log }) },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let told = ''
  let complaint = ''
  child.stdout.on('data', (text: Buffer) => { told += text.toString() })
  child.stderr.on('data', (text: Buffer) => { complaint += text.toString() })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const acknowledged = told.split('\n').filter((line) => line !== '').map((line) => Number(line.split(' ')[1]))
      const killed = signal === 'SIGKILL'
      resolve({ acknowledged, failed: killed || code === 0 ? null : complaint.slice(0, 2_000), operations: control.count })
    })
  })
}

function verdicts(states: readonly string[]): {
  look(one: Scenario, work: string, kept: number, where: string): Promise<void>
  problem(what: string): void
  /** A point whose outcome is byte for byte the one looked at before. */
  again(): void
  verdict(points: number): Verdict
} {
  let tried = 0
  let lost = 0
  const problems: string[] = []
  return {
    async look(one, work, kept, where) {
      tried += 1
      try {
        const state = await one.state(work)
        // The step under way may have been kept without having been promised.
        if (state === states[kept] || state === states[kept + 1]) return
        const index = states.indexOf(state)
        if (index >= 0 && index < kept) lost += kept - index
        problems.push(`${where}: ${String(kept)} steps were acknowledged, the vault holds ${index < 0 ? 'part of a step' : String(index)}`)
      } catch (error) {
        lost += kept
        problems.push(`${where}: ${describe(error)}`)
      }
    },
    again: () => { tried += 1 },
    problem: (what) => { problems.push(what) },
    verdict: (points) => ({ tried, points, lost, problems })
  }
}

function isTyped(error: unknown): boolean {
  return ['disk-full', 'disk-failed', 'vault-folder-unusable', 'vault-busy', 'vault-locked', 'backup-damaged'].some((code) => isAppError(error) && error.code === code)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)
}
