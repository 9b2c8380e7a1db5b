import { Command } from 'commander'
import { unlock } from '../context'
import type { KeyId } from '@contract/model/base'
import type { Client } from '../client'
import type { Run } from '../options'

export function rmCommand(run: Run): Command {
  return new Command('rm')
    .description('put a key in the bin, where it rests 30 days')
    .argument('<name>', 'its name, env name or id')
    .option('--restore', 'bring it back')
    .addHelpText('after', '\nExamples:\n  kq rm old-token\n  kq list --bin\n  kq rm --restore old-token')
    .action((name: string, options: { restore?: true }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const id = options.restore === true ? await inBin(call, name) : (await call('keys.find', { name })).id
        await call(options.restore === true ? 'keys.restore' : 'keys.delete', { id })
        if (terminal.json) terminal.printJson({ id })
        else
          terminal.print(
            options.restore === true
              ? `Restored ${name}`
              : `${name} is in the bin until it is emptied or 30 days have passed.`
          )
      })
    )
}

/** A key of the bin by its name or id. */
async function inBin(call: Client, name: string): Promise<KeyId> {
  const { items } = await call('keys.list', { view: 'bin', limit: 1_000 })
  const found = items.filter((key) => key.name === name || key.id === name)
  const [only] = found
  // The failure of the ordinary look-up says it best, in both cases.
  return only === undefined || found.length > 1 ? (await call('keys.find', { name })).id : only.id
}
