import { availableParallelism } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { run, stopSignal } from './child.mjs'
import { countPlaywright, countVitest, describe, sum } from './counts.mjs'
import { at, writeText } from './paths.mjs'
import { say, seconds, Stop } from './progress.mjs'
import { chooseRuntime } from './runtime.mjs'
import { findOnPath, hasDisplay } from './system.mjs'

const tasks = {
  build: async () => ((await ensureBuilt()) ? '' : 'up to date'),
  async runtime(context) {
    const runtime = await chooseRuntime()
    context.runtime = runtime
    return runtime.describe()
  }
}

/** Runs one stage, prints its lines, and answers `{ passed, counts? }`. */
export async function runStage(stage, context) {
  const startedAt = Date.now()
  if (!stage.task) say(`· ${stage.name}`)
  if (stage.playwright) say(`e2e runtime: ${context.runtime.describe()}`)
  const result = await perform(stage, context)
  // Everything ends with the run, so its parts have nothing to report.
  if (stopSignal()) return { passed: false }
  const mark = result.passed ? '✓' : '✗'
  const note = result.counts ? describe(result.counts) : (result.note ?? '')
  say(`${mark} ${stage.name.padEnd(24)}${seconds(startedAt).padStart(8)}   ${note}`.trimEnd())
  if (!result.passed && result.output) say(`${stripVTControlCharacters(result.output).trim()}\n`)
  return result
}

async function perform(stage, context) {
  if (stage.task) return performTask(stage, context)
  if (stage.onlyOn && stage.onlyOn !== context.runtime.kind) return { passed: true, note: `left out on ${context.runtime.describe()}` }
  return performProgram(stage, context)
}

async function performTask(stage, context) {
  try {
    return { passed: true, note: await tasks[stage.task](context) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { passed: false, output: `${error.output}\n${error.message}`.trim() }
  }
}

async function performProgram(stage, context) {
  const reportPath = at('.cache', 'reports', `${stage.name}.json`)
  const live = context.only === stage
  const [command, ...args] = commandOf(stage, context, reportPath)
  const runtimeEnv = stage.needs?.includes('runtime') ? context.runtime.env : {}
  const env = { ...process.env, ...runtimeEnv, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath, ...(live ? {} : { NO_COLOR: '1' }) }
  delete env.ELECTRON_RUN_AS_NODE
  const result = await run(command, args, { env, stdio: live ? ['ignore', 'inherit', 'inherit'] : 'capture', group: true })
  if (!live) writeText(at('.cache', 'reports', `${stage.name}.log`), result.output)

  const passed = result.code === 0
  if (!stage.vitest && !stage.playwright) return { passed, note: stage.lastLine ? result.output.trim().split('\n').at(-1) : '', output: result.output }
  const counts = (stage.vitest ? countVitest : countPlaywright)(reportPath) ?? sum([])
  // A run that failed without naming a test broke as a whole; "0 failed" would hide it.
  if (!passed && counts.failed === 0) counts.failed = 1
  return { passed, counts, output: result.output }
}

function commandOf(stage, { flags, runtime, only, places }, reportPath) {
  const node = process.execPath
  const live = only === stage
  const extra = live ? flags : []
  if (stage.vitest) {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
    // Stages that run side by side share the processors; one that runs by itself has them all.
    const share = stage.alone ? availableParallelism() : Math.floor(availableParallelism() / places)
    const workers = live ? [] : [`--maxWorkers=${Math.max(1, share)}`]
    const retry = stage.secondTry ? ['--retry=1'] : []
    return [node, 'node_modules/vitest/vitest.mjs', 'run', '--project', stage.vitest, ...reporters, ...workers, ...retry, ...extra]
  }
  if (stage.playwright) {
    // Electron cannot do without a display; the stand-in's Chromium can.
    const display = runtime.kind === 'electron' && !hasDisplay() && findOnPath('xvfb-run') ? ['xvfb-run', '-a'] : []
    const retry = stage.secondTry ? ['--retries=1'] : []
    return [...display, node, 'node_modules/@playwright/test/cli.js', 'test', '-c', stage.playwright, '--reporter=list,json', ...retry, ...extra]
  }
  return [node, ...stage.node, ...extra]
}
