import { Command, type Command as Parent } from 'commander'
import { AppError } from '@contract/errors'
import type { Unfinished } from '@contract/model/rotation'
import type { Client } from '../client'
import { unlock, type Context } from '../context'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { handOut, leaves, requireWayOut, withValueOut, type ValueOut } from '../providers/new-value'
import { localTime } from '../providers/when'
import { UsageError } from '../usage-error'

const CHOICES = ['revoke', 'revoke-and-create', 'create', 'forget'] as const
type Choice = (typeof CHOICES)[number]

interface SettleOptions extends ValueOut {
  readonly revoke?: true
  readonly revokeAndCreate?: true
  readonly create?: true
  readonly forget?: true
}

export function unfinishedCommand(run: Run): Command {
  const command = new Command('unfinished')
    .description('requests whose outcome is not known, and how to settle them')
    .addHelpText('after', '\nExamples:\n  kq unfinished\n  kq unfinished settle ci-token --revoke-and-create')
  addList(command, run)
  addLook(command, run)
  addSettle(command, run)
  return command
}

function addList(parent: Parent, run: Run): void {
  parent
    .command('list', { isDefault: true })
    .description('list them')
    .addHelpText('after', '\nExample:\n  kq unfinished --json')
    .action(() =>
      run(async (context) => {
        await unlock(context)
        tell(context, (await context.call('unfinished.list', {})).items)
      })
    )
}

function addLook(parent: Parent, run: Run): void {
  parent
    .command('look')
    .description('look for them at the provider, by their names; changes nothing there')
    .argument('[id]', 'its id or its key’s name; all without it')
    .addHelpText('after', '\nExamples:\n  kq unfinished look\n  kq unfinished look ci-token')
    .action((wanted: string | undefined) =>
      run(async (context) => {
        await unlock(context)
        const { items } = await context.call('unfinished.list', {})
        const chosen = wanted === undefined ? items : [await find(context.call, wanted)]
        const looked: Unfinished[] = []
        for (const { id } of chosen) looked.push(await ask(context, 'unfinished.look', { id }))
        tell(context, looked)
      })
    )
}

function addSettle(parent: Parent, run: Run): void {
  const command = parent
    .command('settle')
    .description('end one, in a way that `list` names')
    .argument('<id>', 'its id or its key’s name')
    .option('--revoke', 'revoke the key whose value is lost')
    .option('--revoke-and-create', 'revoke it and make a new one in its place')
    .option('--create', 'the provider has none: make it now')
    .option('--forget', 'leave it as it is and stop reporting it')
  withValueOut(command)
    .addHelpText('after', '\nExample:\n  kq unfinished settle ci-token --revoke-and-create')
    .action((wanted: string, options: SettleOptions) => run((context) => settle(context, wanted, options)))
}

async function settle(context: Context, wanted: string, options: SettleOptions): Promise<void> {
  const { call, terminal } = context
  const choice = choiceOf(options)
  requireWayOut(terminal, options)
  await unlock(context, { change: true, made: leaves(options) })
  const { id, label } = await find(call, wanted)
  const { keyId } = await ask(context, 'unfinished.settle', { id, choice })
  if (terminal.json) terminal.printJson({ keyId })
  else if (keyId !== null) terminal.print(`Created ${(await call('keys.get', { id: keyId })).name}; it is settled.`)
  else terminal.print(`${label} is settled.`)
  if (keyId !== null) await handOut(context, keyId, options)
}

function choiceOf(options: SettleOptions): Choice {
  const given: Readonly<Record<Choice, boolean>> = {
    revoke: options.revoke === true,
    'revoke-and-create': options.revokeAndCreate === true,
    create: options.create === true,
    forget: options.forget === true
  }
  const [choice, ...others] = CHOICES.filter((one) => given[one])
  if (choice === undefined || others.length > 0) {
    throw new UsageError('Say how, with one of --revoke, --revoke-and-create, --create and --forget.')
  }
  return choice
}

async function find(call: Client, wanted: string): Promise<Unfinished> {
  const { items } = await call('unfinished.list', {})
  const found = items.filter(({ id, label }) => id === wanted || label === wanted)
  const [only, ...others] = found
  if (only === undefined) throw new AppError('unfinished-not-found', {})
  if (others.length > 0) throw new UsageError(`Several are called “${wanted}”; nothing was changed. Name it by its id.`)
  return only
}

const FINDINGS: Readonly<Record<Unfinished['finding'], string>> = {
  unknown: 'nobody has looked yet whether the provider did it',
  'secret-lost': 'the provider has it, and nobody has its value',
  'not-there': 'the provider has none of that name',
  'cannot-tell': 'the provider cannot be asked for it by its name; look in its console'
}

const COMMANDS: Readonly<Record<Unfinished['may'][number], string>> = {
  look: 'look ID',
  revoke: 'settle ID --revoke',
  'revoke-and-create': 'settle ID --revoke-and-create',
  create: 'settle ID --create',
  forget: 'settle ID --forget'
}
const WORDS: Readonly<Record<Unfinished['may'][number], string>> = {
  look: 'asks the provider',
  revoke: 'ends it there',
  'revoke-and-create': 'ends it there and makes a new one',
  create: 'makes it now',
  forget: 'leaves it and stops reporting it'
}

function tell({ terminal }: Context, items: readonly Unfinished[]): void {
  if (terminal.json) {
    terminal.printJson({ unfinished: items })
    return
  }
  if (items.length === 0) terminal.notice('Nothing is unfinished.')
  for (const { id, job, label, connectionName, at, finding, remoteId, may } of items) {
    const where = remoteId === null ? '' : ` (${remoteId})`
    terminal.print(`${label} at ${connectionName}: ${FINDINGS[finding]}${where}.`)
    terminal.print(`  ${job === 'create' ? 'creation' : 'rotation'} sent ${localTime(at)}, id ${id}`)
    const rows = may.map((choice) => ({ line: `kq unfinished ${COMMANDS[choice]}`.replace('ID', id), choice }))
    const width = Math.max(0, ...rows.map(({ line }) => line.length))
    for (const { line, choice } of rows) terminal.print(`  ${line.padEnd(width)}  ${WORDS[choice]}`)
  }
}
