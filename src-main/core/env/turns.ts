/** Runs one piece of work after the other, whoever asks: two edits of one file never cross. */
export type TakeTurns = <Value>(work: () => Promise<Value>) => Promise<Value>

export function createTurns(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
