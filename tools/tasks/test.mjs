import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { stopSignal } from './child.mjs'
import { describe, sum } from './counts.mjs'
import { at, has } from './paths.mjs'
import { say, seconds, shareOutput, Stop } from './progress.mjs'
import { schedule } from './scheduler.mjs'
import { runStage } from './stage.mjs'
import { stages } from './stages.mjs'

/**
 * Runs the stages whose name contains one of the given words, or all of them, and what those need.
 * Arguments from the first one that begins with a dash go to the test program, when one stage is meant.
 */
export default async function test(args) {
  const startedAt = Date.now()
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'))
  const words = firstFlag < 0 ? args : args.slice(0, firstFlag)
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag)
  const wanted = select(words)
  if (flags.length > 0 && wanted.length !== 1) throw new Stop(`${flags[0]} can go to one stage only: name it first.`)

  shareOutput()
  rmSync(at('.cache', 'reports'), { recursive: true, force: true })
  const all = withNeeds(wanted)
  const places = Math.max(2, Math.floor(availableParallelism() / 2))
  // The output of one stage alone is shown as it comes.
  const context = { flags, places, only: wanted.length === 1 ? wanted[0] : undefined }
  const results = await schedule(all, places, (stage) => runStage(stage, context))
  if (stopSignal()) return { signal: stopSignal() }
  return summarise(results, startedAt)
}

function summarise(results, startedAt) {
  const failed = results.filter((result) => !result.passed)
  for (const { stage, blockedBy } of failed) {
    if (blockedBy) say(`- ${stage.name.padEnd(24)}not run, because ${blockedBy} failed`)
  }
  const ran = results.filter((result) => !result.blockedBy).length
  say()
  for (const { stage, counts } of results) {
    for (const name of counts?.flaky ?? []) say(`passed at the second try: ${stage.name} › ${name}`)
  }
  say(`${ran} of ${results.length} stages in ${seconds(startedAt)}${failures(failed)}`)
  say(describe(sum(results.map((result) => result.counts).filter(Boolean))))
  return { code: failed.length > 0 ? 1 : 0 }
}

function failures(failed) {
  return failed.length > 0 ? `; failed: ${failed.map(({ stage }) => stage.name).join(', ')}` : ''
}

function select(words) {
  const present = stages.filter((stage) => {
    const path = stage.path ?? stage.playwright
    return path === undefined || has(path)
  })
  if (words.length === 0) return present.filter((stage) => !stage.byName)
  const exact = present.filter((stage) => words.includes(stage.name))
  const chosen = exact.length > 0 ? exact : present.filter((stage) => words.some((word) => stage.name.includes(word)))
  if (chosen.length === 0) throw new Stop(`No stage is called ${words.join(' or ')}. There are: ${present.map(({ name }) => name).join(', ')}.`)
  return chosen
}

function withNeeds(chosen) {
  const names = new Set(chosen.flatMap((stage) => [stage.name, ...(stage.needs ?? [])]))
  return stages.filter((stage) => names.has(stage.name))
}
