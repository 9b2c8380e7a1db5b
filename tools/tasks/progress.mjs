const state = { stream: process.stdout, shared: false }

/** A stop that is the user's to solve: printed as its one sentence, without a stack. */
export class Stop extends Error {
  constructor(message, { output = '' } = {}) {
    super(message)
    this.output = output
  }
}

/** Sends progress to stderr, for tasks whose stdout belongs to another program. */
export function keepStdoutClean() {
  state.stream = process.stderr
}

/** Several pieces of work will print at once, so that no line can be rewritten in place. */
export function shareOutput() {
  state.shared = true
}

/** Prints one line of progress. */
export function say(line = '') {
  state.stream.write(`${line}\n`)
}

/** Milliseconds since `startedAt` as "4.2 s". */
export function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
}

/**
 * Runs a long piece of work behind one line that shows the time spent.
 * On a terminal the line counts up in place; elsewhere it is repeated every 20 s,
 * so that a log of a slow machine does not look dead.
 */
export async function step(label, work) {
  const startedAt = Date.now()
  const { stream, shared } = state
  const inPlace = stream.isTTY === true && !shared
  const line = () => `  ${label.padEnd(34)}${seconds(startedAt).padStart(8)}`
  stream.write(inPlace ? line() : `  ${label} …\n`)
  const timer = setInterval(() => stream.write(inPlace ? `\r${line()}` : `${line()}\n`), inPlace ? 500 : 20_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (inPlace) stream.write(`\r${line()}\n`)
    else if (!shared) stream.write(`${line()}\n`)
  }
}
