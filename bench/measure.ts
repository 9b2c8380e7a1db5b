import { spreadOf, type Spread } from './figures'

const RUNS = 9

/** How long `work` takes in milliseconds: once unmeasured, then `runs` times. */
export async function measure(work: () => unknown, runs = RUNS): Promise<Spread> {
  const { it } = await inTurn({ it: work }, runs)
  return it
}

/**
 * Times several pieces of work in turn, so that whatever else the machine does in between falls on all of them alike:
 * a round unmeasured, whose number is 0, then `runs` rounds. A piece that answers a number measured itself, in milliseconds.
 */
export async function inTurn<Name extends string>(
  contestants: Readonly<Record<Name, (round: number) => unknown>>,
  runs = RUNS
): Promise<Record<Name, Spread>> {
  const names = Object.keys(contestants) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round <= runs; round += 1) {
    for (const name of names) {
      const startedAt = performance.now()
      const own = await contestants[name](round)
      if (round > 0) taken[name].push(typeof own === 'number' ? own : performance.now() - startedAt)
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(taken[name])])) as Record<Name, Spread>
}
