import { run } from './child.mjs'
import { at } from './paths.mjs'

/** Starts the five providers' stand-ins on the loopback and prints where they are; runs until it is stopped. */
export default async function sandbox(args) {
  return run(process.execPath, [at('test', 'sandbox', 'main.ts'), ...args], { group: true })
}
