import { Command } from 'commander'
import { AppError } from '@contract/errors'
import type { ExpiryChoice } from '@contract/model/connection'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { findTiedKey, type TiedKey } from '../providers/tied-key'
import { expiresWords, toExpiryChoice } from '../providers/when'

const KEY = 'its name, env name or id'

export function enableCommand(run: Run): Command {
  return new Command('enable')
    .description('let a disabled key work again at its provider')
    .argument('<name>', KEY)
    .addHelpText('after', '\nExample:\n  kq enable ci-token')
    .action((name: string) => run((context) => setEnabled(context, name, true)))
}

export function disableCommand(run: Run): Command {
  return new Command('disable')
    .description('stop a key at its provider for a while')
    .argument('<name>', KEY)
    .addHelpText('after', '\nExample:\n  kq disable ci-token')
    .action((name: string) => run((context) => setEnabled(context, name, false)))
}

export function renewCommand(run: Run): Command {
  return new Command('renew')
    .description('move the end of a key at its provider; its value stays')
    .argument('<name>', KEY)
    .requiredOption('--expires <when>', 'never, a date (2027-03-31) or a time from now (30d, 12w, 1y)', toExpiryChoice)
    .addHelpText('after', '\nExample:\n  kq renew ci-token --expires 90d')
    .action((name: string, options: { expires: ExpiryChoice }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const tied = await findTiedKey(call, name)
        requireOffered(tied, 'renew')
        const { id, key } = tied
        await ask(context, 'remote.renew', { id, expiry: options.expires })
        const { expiresAt } = await call('keys.get', { id })
        if (terminal.json) terminal.printJson({ id, expiresAt })
        else terminal.print(`${key.name} ${expiresWords(expiresAt)}.`)
      })
    )
}

export function verifyCommand(run: Run): Command {
  return new Command('verify')
    .description('ask the provider whether a key’s value works; ends with 0 only when it does')
    .argument('<name>', KEY)
    .addHelpText('after', '\nExample:\n  kq verify ci-token && ./deploy')
    .action((name: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id, key, connector } = await findTiedKey(call, name)
        const { works } = await ask(context, 'remote.verify', { id })
        if (terminal.json) terminal.printJson({ id, works })
        else if (works === null) terminal.print(`${connector.name} has no way to tell whether ${key.name} works.`)
        else terminal.print(`${connector.name} ${works ? 'accepts' : 'does not accept'} ${key.name}.`)
        return works === true ? EXIT.done : EXIT.failed
      })
    )
}

export function untieCommand(run: Run): Command {
  return new Command('untie')
    .description('keep a key and no longer follow it at its provider; nothing is changed there')
    .argument('<name>', KEY)
    .addHelpText('after', '\nExample:\n  kq untie ci-token')
    .action((name: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const { id, key, link } = await findTiedKey(call, name)
        await call('remote.untie', { id })
        if (terminal.json) terminal.printJson({ id })
        else terminal.print(`${key.name} is no longer followed at ${link.connectionName}; it stays as it is there.`)
      })
    )
}

async function setEnabled(context: Context, name: string, enabled: boolean): Promise<void> {
  const { call, terminal } = context
  await unlock(context, { change: true })
  const tied = await findTiedKey(call, name)
  requireOffered(tied, enabled ? 'enable' : 'disable')
  await ask(context, 'remote.setEnabled', { id: tied.id, enabled })
  if (terminal.json) terminal.printJson({ id: tied.id, enabled })
  else terminal.print(`${enabled ? 'Enabled' : 'Disabled'} ${tied.key.name} at ${tied.connector.name}.`)
}

/** Says so before anything is asked of a provider that does not offer it. */
function requireOffered({ kind, connector }: TiedKey, operation: 'enable' | 'disable' | 'renew'): void {
  if (kind.operations[operation] === undefined) {
    throw new AppError('operation-not-offered', { operation, provider: connector.name })
  }
}
