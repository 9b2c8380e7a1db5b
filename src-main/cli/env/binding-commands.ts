import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '@contract/errors'
import { describeError } from '@contract/error-texts'
import type { Binding } from '@contract/model/env'
import type { WrittenBinding } from '@contract/model/rotation'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { table } from '../table'
import { bindingRow } from './env-words'

interface Which {
  readonly file?: string
  readonly as?: string
}

/** `kq env status`, `bind`, `unbind`, `sync` and `take`. */
export function addBindingCommands(parent: Command, run: Run): void {
  addStatus(parent, run)
  addBind(parent, run)
  addUnbind(parent, run)
  addSync(parent, run)
  addTake(parent, run)
}

function addStatus(parent: Command, run: Run): void {
  parent
    .command('status')
    .description('say which bound files are in step; ends with 1 when one is not')
    .argument('[name]', 'a key’s name, env name or id; all without it')
    .addHelpText(
      'after',
      '\nValues are compared by digest and never shown.\n\nExamples:\n  kq env status\n  kq env status ci-token --json'
    )
    .action((name: string | undefined) =>
      run(async (context) => {
        const { terminal } = context
        await unlock(context)
        const items = await bindingsOf(context, name)
        if (terminal.json) terminal.printJson({ bindings: items })
        else if (items.length === 0) terminal.notice('No env file is bound. `kq env write` does it.')
        else
          for (const line of table(['KEY', 'NAME', 'FILE', 'STATE', 'IN STEP SINCE'], items.map(bindingRow)))
            terminal.print(line)
        for (const { state, failure } of items) {
          if (state === 'unreadable' && failure !== null && !terminal.json) {
            terminal.notice(describeError(failure.code, failure.details))
          }
        }
        return items.every(({ state }) => state === 'in-step') ? EXIT.done : EXIT.failed
      })
    )
}

function addBind(parent: Command, run: Run): void {
  parent
    .command('bind')
    .description('tie a name in an env file to a key without writing anything')
    .argument('<name>', 'the key’s name, env name or id')
    .requiredOption('--file <file>', 'the env file')
    .option('--as <env-name>', 'the name in the file, instead of the key’s env name')
    .addHelpText('after', '\nExample:\n  kq env bind ci-token --file .env --as API_TOKEN')
    .action((name: string, options: { file: string; as?: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true, secrets: [name] })
        const { id: keyId } = await call('keys.find', { name })
        const asName = options.as ?? (await call('keys.get', { id: keyId })).envName
        if (asName === null) throw new AppError('format-needs-env-name', { name })
        const binding = await call('env.bind', { keyId, name: asName, file: resolve(options.file) })
        if (terminal.json) terminal.printJson(binding)
        else
          terminal.print(
            `${binding.name} in ${binding.file} is bound to ${binding.keyName}: ${bindingRow(binding)[3] ?? ''}.`
          )
      })
    )
}

function addUnbind(parent: Command, run: Run): void {
  parent
    .command('unbind')
    .description('no longer follow a name in an env file; the file stays as it is')
    .argument('[name]', 'the key’s name, env name or id')
    .option('--file <file>', 'in this file only')
    .option('--as <env-name>', 'this name only')
    .addHelpText('after', '\nExamples:\n  kq env unbind ci-token\n  kq env unbind --file .env --as OLD_NAME')
    .action((name: string | undefined, which: Which) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const ids = (await choose(context, name, which)).map(({ id }) => id)
        await call('env.unbind', { ids })
        if (terminal.json) terminal.printJson({ unbound: ids })
        else terminal.print(`Unbound ${String(ids.length)}.`)
      })
    )
}

function addSync(parent: Command, run: Run): void {
  parent
    .command('sync')
    .description('write the vault’s value again to bound files that hold another')
    .argument('[name]', 'the key’s name, env name or id')
    .option('--file <file>', 'this file only')
    .option('--as <env-name>', 'this name only')
    .addHelpText('after', '\nEnds with 1 when a file could not be written.\n\nExample:\n  kq env sync ci-token')
    .action((name: string | undefined, which: Which) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const ids = (await choose(context, name, which)).filter(({ may }) => may.includes('write')).map(({ id }) => id)
        const { items } = ids.length === 0 ? { items: [] } : await call('env.rewrite', { ids })
        if (terminal.json) terminal.printJson({ bindings: items })
        else if (items.length === 0) terminal.notice('Nothing is out of step.')
        for (const item of terminal.json ? [] : items) terminal.print(writtenLine(item))
        return items.every(({ outcome }) => outcome === 'written') ? EXIT.done : EXIT.failed
      })
    )
}

function addTake(parent: Command, run: Run): void {
  parent
    .command('take')
    .description('take a bound file’s value into the vault as the key’s new value')
    .argument('<name>', 'the key’s name, env name or id')
    .option('--file <file>', 'from this file')
    .option('--as <env-name>', 'from this name')
    .addHelpText('after', '\nThe value before it stays in the vault.\n\nExample:\n  kq env take ci-token --file .env')
    .action((name: string, which: Which) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const moved = (await choose(context, name, which)).filter(({ may }) => may.includes('take'))
        const [only, ...others] = moved
        if (only === undefined) throw new AppError('binding-not-found', {})
        if (others.length > 0) throw new AppError('key-ambiguous', { name, count: moved.length })
        const binding = await call('env.take', { id: only.id })
        if (terminal.json) terminal.printJson(binding)
        else terminal.print(`${binding.keyName} has the value of ${binding.name} in ${binding.file}.`)
      })
    )
}

async function bindingsOf({ call }: Context, name: string | undefined): Promise<Binding[]> {
  const keyId = name === undefined ? null : (await call('keys.find', { name })).id
  return (await call('env.bindings', { keyId })).items
}

/** Throws `binding-not-found` when nothing fits. */
async function choose(context: Context, name: string | undefined, { file, as }: Which): Promise<Binding[]> {
  const wanted = file === undefined ? undefined : resolve(file)
  const fitting = (await bindingsOf(context, name)).filter(
    (binding) => (wanted === undefined || binding.file === wanted) && (as === undefined || binding.name === as)
  )
  if (fitting.length === 0) throw new AppError('binding-not-found', {})
  return fitting
}

function writtenLine({ file, name, outcome, failure }: WrittenBinding): string {
  if (outcome === 'written' || failure === null) return `Wrote ${name} to ${file}.`
  return `${name} in ${file}: ${describeError(failure.code, failure.details)}`
}
