/**
 * Runs stages side by side on `places` places, in list order as far as their `needs` allow, and
 * answers the results in the order in which they ended. A stage whose need did not pass is not run.
 *
 * @param perform runs one stage and answers `{ passed }` and whatever else the caller wants back
 */
export function schedule(stages, places, perform) {
  const waiting = [...stages]
  const results = new Map()
  let free = places

  return new Promise((resolve, reject) => {
    const settle = (stage, result) => {
      results.set(stage.name, { stage, ...result })
      next()
    }
    const next = () => {
      for (const stage of [...waiting]) {
        const state = readiness(stage, stages, results)
        if (state === 'wait') continue
        if (state !== 'ready') {
          waiting.splice(waiting.indexOf(stage), 1)
          return settle(stage, { passed: false, blockedBy: state })
        }
        const size = stage.alone ? places : 1
        // A stage that wants all places keeps its turn, or smaller ones would hold it back for ever.
        if (size > free) break
        waiting.splice(waiting.indexOf(stage), 1)
        free -= size
        perform(stage)
          .finally(() => (free += size))
          .then((result) => settle(stage, result), reject)
      }
      if (results.size === stages.length) resolve([...results.values()])
    }
    next()
  })
}

/** 'ready', 'wait', or the name of the stage that stands in the way. */
function readiness(stage, stages, results) {
  const needs = (stage.needs ?? []).filter((name) => stages.some((other) => other.name === name))
  const failed = needs.find((name) => results.get(name)?.passed === false)
  return failed ?? (needs.every((name) => results.has(name)) ? 'ready' : 'wait')
}
