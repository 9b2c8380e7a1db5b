import childProcess, { type ForkOptions } from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'

/** Electron's `fork()`: the child is this program again, told to be plain Node. */
export function forkAsNode(): void {
  const { fork } = childProcess
  const replacement = (
    modulePath: string | URL,
    argsOrOptions?: readonly string[] | ForkOptions,
    lastOptions?: ForkOptions
  ) => {
    const [args, options] = Array.isArray(argsOrOptions)
      ? [argsOrOptions as readonly string[], lastOptions]
      : [[], (argsOrOptions as ForkOptions | undefined) ?? lastOptions]
    return fork(modulePath, args, { ...options, env: { ...(options?.env ?? process.env), ELECTRON_RUN_AS_NODE: '1' } })
  }
  childProcess.fork = replacement
  syncBuiltinESMExports()
}
