import { Command } from 'commander'
import { describeError } from '@contract/error-texts'
import type { Connection, ConnectionTest } from '@contract/model/connection'
import { unlock } from '../context'
import { EXIT } from '../exit-codes'
import { oneLine } from '../facts'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { findConnection } from '../providers/connections'
import { localTime } from '../providers/when'
import { table } from '../table'
import { addConnectionCommand, editConnectionCommand } from './connection-settings'
import { adoptCommand, remoteKeysCommand } from './remote-keys'

export function connectionCommand(run: Run): Command {
  const command = new Command('connection')
    .description('accounts at providers')
    .addHelpText('after', '\nExamples:\n  kq connection add cloudnexus --name nexus\n  kq connection keys nexus')
  command.addCommand(listCommand(run), { isDefault: true })
  for (const make of [addConnectionCommand, editConnectionCommand, testCommand, remoteKeysCommand, adoptCommand]) {
    command.addCommand(make(run))
  }
  return command.addCommand(rmCommand(run))
}

function listCommand(run: Run): Command {
  return new Command('list')
    .description('list them')
    .addHelpText('after', '\nExample:\n  kq connection list --json')
    .action(() =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { items } = await call('connections.list', {})
        if (terminal.json) terminal.printJson({ connections: items })
        else if (items.length === 0) {
          terminal.notice('No connections yet. `kq connector list` shows the providers, `kq connection add` adds one.')
        } else
          for (const line of table(['NAME', 'PROVIDER', 'KEYS', 'LAST TEST', ''], items.map(row))) terminal.print(line)
      })
    )
}

function row({ name, provider, keys, lastTest, usable, mode, baseUrl }: Connection): string[] {
  const tested = lastTest === null ? 'never' : `${lastTest.ok ? 'ok' : 'failed'} ${localTime(lastTest.at)}`
  const how = mode === 'guided' ? 'by hand' : (baseUrl ?? '')
  return [
    name,
    provider,
    String(keys),
    mode === 'guided' ? '–' : tested,
    usable ? how : 'its manifest is gone or broken'
  ]
}

function testCommand(run: Run): Command {
  return new Command('test')
    .description('ask the provider what can be asked without changing anything; ends with 1 when something fails')
    .argument('<connection>', 'its name or id')
    .addHelpText('after', '\nExample:\n  kq connection test nexus')
    .action((wanted: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id, name, provider } = await findConnection(call, wanted)
        const test = await ask(context, 'connections.test', { id })
        if (terminal.json) terminal.printJson(test)
        else for (const line of [`${name} (${provider})`, ...testLines(test)]) terminal.print(line)
        return test.ok ? EXIT.done : EXIT.failed
      })
    )
}

function testLines({ checks, plan, keysUsed, keysLimit }: ConnectionTest): string[] {
  const width = Math.max(0, ...checks.map(({ operation }) => operation.length))
  const lines = checks.map(({ operation, ok, failure }) => {
    const how = failure === null ? (ok ? 'ok' : 'failed') : describeError(failure.code, failure.details)
    return `  ${operation.padEnd(width)}  ${oneLine(how)}`
  })
  const used =
    keysUsed === null ? '' : `${String(keysUsed)}${keysLimit === null ? '' : ` of ${String(keysLimit)}`} keys`
  const said = [plan === null ? '' : `plan ${plan}`, used].filter((part) => part !== '')
  return said.length === 0 ? lines : [...lines, `  ${said.join(', ')}`]
}

function rmCommand(run: Run): Command {
  return new Command('rm')
    .description('take an account out of the vault; nothing is changed at the provider')
    .argument('<connection>', 'its name or id')
    .option('--keep-keys', 'keep its keys, no longer followed')
    .addHelpText('after', '\nExample:\n  kq connection rm nexus --keep-keys')
    .action((wanted: string, options: { keepKeys?: true }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const { id, name } = await findConnection(call, wanted)
        await call('connections.remove', { id, keepKeys: options.keepKeys ?? false })
        if (terminal.json) terminal.printJson({ id })
        else terminal.print(`Removed ${name} from the vault.`)
      })
    )
}
