import { Command, Option } from 'commander'
import { AppError } from '@contract/errors'
import type { RotationMode } from '@contract/model/connector'
import type { Rotation } from '@contract/model/rotation'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { takeValue, withValueIn, type ValueIn } from '../providers/by-hand'
import { oldUseWords, rotationLines } from '../providers/rotation-words'
import { findTiedKey } from '../providers/tied-key'
import { UsageError } from '../usage-error'

interface Options extends ValueIn {
  readonly mode?: RotationMode
  readonly revokeAtEnd?: true
  readonly status?: true
  readonly continue?: true
  readonly finish?: true
  readonly abort?: true
  readonly leave?: true
  readonly enterValue?: true
}

const JOBS = ['status', 'continue', 'finish', 'abort', 'leave', 'enterValue'] as const
type Job = (typeof JOBS)[number] | 'start'

export function rotateCommand(run: Run): Command {
  const command = new Command('rotate')
    .description('replace a key’s value at its provider, with the old one kept until the end')
    .argument('[name]', 'its name, env name or id; all of them with --status')
    .addOption(
      new Option('--mode <mode>', 'another way than the provider’s first').choices(['grace', 'in-place', 'successor'])
    )
    .option('--revoke-at-end', 'let the app revoke the old value when the grace ends')
    .option('--status', 'say where it stands')
    .option('--continue', 'do the step it stands at again')
    .option('--finish', 'revoke the old value now')
    .option('--abort', 'put the old value back and revoke the new one')
    .option('--leave', 'end it although the provider keeps refusing to revoke')
    .option('--enter-value', 'by hand: take the value that was made in the console')
  return withValueIn(command)
    .addHelpText(
      'after',
      '\nEach step is written down before it is done: what is interrupted goes on with --continue.\n' +
        'Ends with 1 when a rotation stands still with a failure.\n' +
        '\nExamples:\n  kq rotate ci-token\n  kq rotate --status\n  kq rotate ci-token --finish\n' +
        '  kq rotate ci-token --enter-value --value-fd 3 3< new-value'
    )
    .action((name: string | undefined, options: Options) => run((context) => rotate(context, name, options)))
}

async function rotate(context: Context, name: string | undefined, options: Options): Promise<number> {
  const { call, terminal } = context
  const job = jobOf(options)
  if (name === undefined && job !== 'status') throw new UsageError('Which key? Run `kq rotate NAME`.')
  await unlock(context, { change: job !== 'status' })
  if (job === 'status') {
    const keyId = name === undefined ? null : (await call('keys.find', { name })).id
    const { items } = await call('rotations.list', { keyId })
    if (terminal.json) terminal.printJson({ rotations: items })
    else if (items.length === 0) terminal.notice('No rotation is under way.')
    for (const [index, rotation] of items.entries()) {
      tell(context, rotation, index > 0)
      await sayOldUse(context, rotation)
    }
    return items.some(({ failure }) => failure !== null) ? EXIT.failed : EXIT.done
  }
  const rotation = await work(context, name ?? '', job, options)
  if (terminal.json) terminal.printJson(rotation)
  else tell(context, rotation, false)
  return rotation.failure === null ? EXIT.done : EXIT.failed
}

async function work(context: Context, name: string, job: Exclude<Job, 'status'>, options: Options): Promise<Rotation> {
  if (job === 'start') return start(context, name, options)
  const { id: keyId } = await context.call('keys.find', { name })
  const { items } = await context.call('rotations.list', { keyId })
  const [open] = items
  if (open === undefined) throw new AppError('rotation-not-found', {})
  switch (job) {
    case 'continue':
      return ask(context, 'rotations.continue', { id: open.id })
    case 'finish':
      await sayOldUse(context, open)
      return ask(context, 'rotations.finish', { id: open.id })
    case 'abort':
      return ask(context, 'rotations.abort', { id: open.id })
    case 'leave':
      return context.call('rotations.leave', { id: open.id })
    case 'enterValue':
      return enter(context, name, open, options)
  }
}

/** By hand there is a person to go on with at once; elsewhere the rotation waits for `--enter-value`. */
async function start(context: Context, name: string, options: Options): Promise<Rotation> {
  const { id, key, link, kind } = await findTiedKey(context.call, name)
  const { mode = null, revokeAtEnd = false } = options
  if ((mode ?? kind.rotation.mode) === 'in-place' && (link.forgetsSecret || key.keep === 'never')) {
    throw new UsageError(
      `${key.name} keeps no value, and this way the old one stops before anybody has the new one; nothing was changed. ` +
        'Use --mode successor, or rotate it in the window.'
    )
  }
  const rotation = await ask(context, 'rotations.start', { id, mode, revokeAtEnd })
  if (rotation.step !== 'manual') return rotation
  if (options.valueFd === undefined && (!context.terminal.interactive || context.terminal.json)) return rotation
  return enter(context, name, rotation, options)
}

async function enter(context: Context, name: string, { id, keyName }: Rotation, options: Options): Promise<Rotation> {
  const { call, terminal } = context
  const { link, kind } = await findTiedKey(call, name)
  const wanted = { connectionId: link.connectionId, kind: kind.id, job: 'rotate', keyId: link.keyId } as const
  const guide = kind.guides.rotate === undefined ? { url: null, steps: [] } : await call('remote.guide', wanted)
  const secret = await takeValue(terminal, guide, options, `New value of ${keyName}`)
  return ask(context, 'rotations.enterValue', { id, secret, anyFormat: options.anyFormat ?? false })
}

/** Who would stop working; said before the old value is revoked, and to a person only. */
async function sayOldUse({ call, terminal }: Context, { id }: Rotation): Promise<void> {
  if (terminal.json) return
  const words = oldUseWords((await call('rotations.oldUse', { id })).use, Date.now())
  if (words !== null) terminal.notice(words)
}

function tell({ terminal }: Context, rotation: Rotation, apart: boolean): void {
  if (terminal.json) return
  if (apart) terminal.print('')
  for (const line of rotationLines(rotation)) terminal.print(line)
}

function jobOf(options: Options): Job {
  const [job, ...others] = JOBS.filter((name) => options[name] === true)
  if (others.length > 0) throw new UsageError('Only one of --status, --continue, --finish, --abort, --enter-value.')
  return job ?? 'start'
}
