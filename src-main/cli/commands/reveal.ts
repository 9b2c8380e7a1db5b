import { Command } from 'commander'
import { unlock } from '../context'
import { writeToDescriptor } from '../descriptors'
import { toDescriptor, type Run } from '../options'
import { UsageError } from '../usage-error'

export function revealCommand(run: Run): Command {
  return new Command('reveal')
    .description('print a key’s secret')
    .argument('<name>', 'its name, env name or id')
    .option('--out-fd <n>', 'write the secret to this file descriptor, which may be a pipe (1 is stdout)', toDescriptor)
    .addHelpText('after', '\nExamples:\n  kq reveal ci-token\n  kq reveal ci-token --out-fd 1 | some-program')
    .action((name: string, options: { outFd?: number }) =>
      run(async (context) => {
        const { call, terminal } = context
        if (options.outFd === undefined && !terminal.stdoutIsTerminal) {
          throw new UsageError(
            'A secret is not printed into a pipe or a file unless it is asked for by number; nothing was revealed. ' +
              'Add --out-fd 1 to do it.'
          )
        }
        await unlock(context, { secrets: [name] })
        const { id } = await call('keys.find', { name })
        const { secret } = await call('keys.reveal', { id })
        if (options.outFd !== undefined) await writeToDescriptor(options.outFd, `${secret}\n`)
        // On a terminal a secret is shown, not obeyed; by number it is handed on byte for byte.
        else terminal.print(secret)
      })
    )
}
