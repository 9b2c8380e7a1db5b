import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '@contract/errors'
import type { EnvPreview } from '@contract/model/env'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { table } from '../table'
import { diffLines, duplicateLine, safetyLines, undoRow } from './env-words'

interface WriteOptions {
  readonly file: string
  readonly as?: string
  readonly yes?: true
  readonly followLink?: true
  readonly bind: boolean
}

/** `kq env write`, `diff`, `undo`, `example` and `ignore`. */
export function addWriteCommands(parent: Command, run: Run): void {
  addWrite(parent, run)
  addDiff(parent, run)
  addUndo(parent, run)
  addExample(parent, run)
  addIgnore(parent, run)
}

function addWrite(parent: Command, run: Run): void {
  parent
    .command('write')
    .description('write a key to an env file, shown before it is done, and bind it')
    .argument('<name>', 'its name, env name or id')
    .requiredOption('--file <file>', 'the env file; it is made when it is not there')
    .option('--as <env-name>', 'the name in the file, instead of the key’s env name')
    .option('--yes', 'do not ask')
    .option('--follow-link', 'write the file that a link leads to')
    .option('--no-bind', 'do not bind it: a rotation will not write it')
    .addHelpText(
      'after',
      '\nExamples:\n  kq env write ci-token --file .env\n  kq env write ci-token --file .env.local --as API_TOKEN --yes'
    )
    .action((name: string, options: WriteOptions) =>
      run(async (context) => {
        await unlock(context, { change: true, secrets: [name] })
        const preview = await look(context, name, options)
        await write(context, preview, options)
      })
    )
}

function addDiff(parent: Command, run: Run): void {
  parent
    .command('diff')
    .description('show what writing a key would change; ends with 1 when it would')
    .argument('<name>', 'its name, env name or id')
    .requiredOption('--file <file>', 'the env file')
    .option('--as <env-name>', 'the name in the file')
    .addHelpText('after', '\nValues are masked.\n\nExample:\n  kq env diff ci-token --file .env')
    .action((name: string, options: Pick<WriteOptions, 'file' | 'as'>) =>
      run(async (context) => {
        await unlock(context, { change: true, secrets: [name] })
        const preview = await look(context, name, options)
        await context.call('env.forget', { token: preview.token })
        tellPreview(context, preview)
        return preview.change === 'same' ? EXIT.done : EXIT.failed
      })
    )
}

function addUndo(parent: Command, run: Run): void {
  parent
    .command('undo')
    .description('put back what an env file held before Keyquay wrote to it')
    .argument('[id]', 'which write; the newest one without it')
    .option('--list', 'say which there are')
    .addHelpText('after', '\nExamples:\n  kq env undo --list\n  kq env undo')
    .action((id: string | undefined, options: { list?: true }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: options.list !== true })
        const { items } = await call('env.undos', {})
        if (options.list === true) {
          if (terminal.json) terminal.printJson({ undos: items })
          else if (items.length === 0) terminal.notice('Nothing was written that could be undone.')
          else for (const line of table(['ID', 'AT', 'NAMES', 'FILE', ''], items.map(undoRow))) terminal.print(line)
          return
        }
        const wanted = id === undefined ? items[0] : items.find((undo) => undo.id === id)
        if (wanted === undefined) throw new AppError('undo-not-found', {})
        const { file } = await call('env.undo', { id: wanted.id })
        if (terminal.json) terminal.printJson({ id: wanted.id, file, removed: wanted.created })
        else terminal.print(wanted.created ? `Removed ${file}, which was not there before.` : `Put ${file} back.`)
      })
    )
}

function addExample(parent: Command, run: Run): void {
  parent
    .command('example')
    .description('make a .env.example: the names of an env file without their values')
    .argument('[file]', 'the env file', '.env')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  kq env example .env')
    .action((file: string, options: { yes?: true }) =>
      run(async (context) => {
        await unlock(context, { change: true })
        const preview = await context.call('env.previewExample', { file: resolve(file) })
        await write(context, preview, { ...options, bind: false })
      })
    )
}

function addIgnore(parent: Command, run: Run): void {
  parent
    .command('ignore')
    .description('add the line to .gitignore that keeps an env file out of commits')
    .argument('<file>', 'the env file')
    .addHelpText('after', '\nExample:\n  kq env ignore .env.local')
    .action((file: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const done = await call('env.ignore', { file: resolve(file) })
        if (terminal.json) terminal.printJson(done)
        else terminal.print(`${file} stands in ${done.gitignore}.`)
        if (done.git !== 'tracked') return EXIT.done
        terminal.notice(`${file} is tracked all the same; \`git rm --cached\` takes it out of the next commit.`)
        return EXIT.failed
      })
    )
}

async function look({ call }: Context, name: string, { file, as }: { file: string; as?: string }): Promise<EnvPreview> {
  const { id: keyId } = await call('keys.find', { name })
  return call('env.preview', { keyId, name: as ?? null, file: resolve(file) })
}

async function write(
  context: Context,
  preview: EnvPreview,
  options: { readonly yes?: true; readonly followLink?: true; readonly bind: boolean }
): Promise<void> {
  const { call, terminal } = context
  if (options.yes !== true) {
    if (!terminal.json) for (const line of aboutPreview(preview)) terminal.notice(line)
    const question = preview.change === 'same' ? 'Bind it?' : 'Write this?'
    const answer = await terminal.ask(`${question} (y/N)`, '--yes')
    if (!/^y(es)?$/i.test(answer.trim())) throw new AppError('cancelled', {})
  }
  const written = await call('env.write', {
    token: preview.token,
    followLink: options.followLink ?? false,
    bind: options.bind
  })
  if (terminal.json) {
    terminal.printJson(written)
    return
  }
  const what = preview.name ?? 'the names'
  terminal.print(
    written.undoId === null ? `${written.file} holds ${what} already.` : `Wrote ${what} to ${written.file}.`
  )
  if (preview.name === null || options.yes !== true) return
  for (const line of [...duplicateLine(preview), ...safetyLines({ ...preview, ...written })]) terminal.notice(line)
}

function tellPreview({ terminal }: Context, preview: EnvPreview): void {
  if (terminal.json) {
    terminal.printJson(Object.fromEntries(Object.entries(preview).filter(([name]) => name !== 'token')))
    return
  }
  if (preview.change === 'same') terminal.notice(`${preview.file} holds this value already.`)
  for (const line of preview.diff.length === 0 ? [] : diffLines(preview)) terminal.print(line)
  for (const line of [...duplicateLine(preview), ...safetyLines(preview)]) terminal.notice(line)
}

function aboutPreview(preview: EnvPreview): string[] {
  const { link, file, boundKeyName, keyName } = preview
  return [
    ...(link === null ? [] : [`${link} is a link to ${file}; --follow-link writes that file.`]),
    ...(preview.diff.length === 0 ? [`${file} holds this value already.`] : diffLines(preview)),
    ...duplicateLine(preview),
    ...(boundKeyName === null || boundKeyName === keyName ? [] : [`The name is bound to ${boundKeyName} until now.`]),
    ...(preview.name === null ? [] : safetyLines(preview))
  ]
}
