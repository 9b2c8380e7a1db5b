import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '@contract/errors'
import type { EnvPreview, EnvWritten } from '@contract/model/env'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { table } from '../table'
import { diffLines, duplicateLines, listed, reboundLines, safetyLines, undoRow } from './env-words'
import { namedKeys, type NamedKey } from './named-keys'

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
    .description('write keys to an env file, shown before it is done, and bind them')
    .argument('<key...>', 'name, env name or id of each; NAME=KEY gives it another name in the file')
    .requiredOption('--file <file>', 'the env file; it is made when it is not there')
    .option('--as <env-name>', 'the name in the file of a single key, instead of its env name')
    .option('--yes', 'do not ask')
    .option('--follow-link', 'write the file that a link leads to')
    .option('--no-bind', 'do not bind them: a rotation will not write them')
    .addHelpText(
      'after',
      '\nSeveral keys are written in one go, all of them or none.\n' +
        '\nExamples:\n  kq env write ci-token --file .env\n  kq env write ci-token --file .env.local --as API_TOKEN --yes\n' +
        '  kq env write ci-token billing MAIL_PASSWORD=smtp --file .env'
    )
    .action((words: string[], options: WriteOptions) =>
      run(async (context) => {
        const preview = await look(context, namedKeys(words, options.as), options.file)
        await write(context, preview, options)
      })
    )
}

function addDiff(parent: Command, run: Run): void {
  parent
    .command('diff')
    .description('show what writing keys would change; ends with 1 when it would')
    .argument('<key...>', 'name, env name or id of each; NAME=KEY gives it another name in the file')
    .requiredOption('--file <file>', 'the env file')
    .option('--as <env-name>', 'the name in the file of a single key')
    .addHelpText('after', '\nValues are masked.\n\nExample:\n  kq env diff ci-token --file .env')
    .action((words: string[], options: Pick<WriteOptions, 'file' | 'as'>) =>
      run(async (context) => {
        const preview = await look(context, namedKeys(words, options.as), options.file)
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

/** Opens the vault for these keys, and looks at what writing them would change. */
async function look(context: Context, named: readonly NamedKey[], file: string): Promise<EnvPreview> {
  const { call } = context
  await unlock(context, { change: true, secrets: [...new Set(named.map(({ key }) => key))] })
  const keys: { keyId: string; name: string | null }[] = []
  for (const { key, name } of named) keys.push({ keyId: (await call('keys.find', { name: key })).id, name })
  return call('env.preview', { keys, file: resolve(file) })
}

async function write(
  context: Context,
  preview: EnvPreview,
  options: { readonly yes?: true; readonly followLink?: true; readonly bind: boolean }
): Promise<void> {
  const { call, terminal } = context
  if (options.yes !== true) {
    if (!terminal.json) for (const line of aboutPreview(preview)) terminal.notice(line)
    const question = preview.change !== 'same' ? 'Write this?' : preview.keys.length > 1 ? 'Bind them?' : 'Bind it?'
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
  for (const line of writtenLines(written)) terminal.print(line)
  if (written.keys.length === 0 || options.yes !== true) return
  const { git, warnings } = written
  for (const line of [...duplicateLines(preview), ...safetyLines({ ...preview, git, warnings })]) terminal.notice(line)
}

function writtenLines({ file, keys, undoId }: EnvWritten): string[] {
  if (keys.length === 0) return [undoId === null ? `${file} holds the names already.` : `Wrote the names to ${file}.`]
  const wrote = keys.filter(({ change }) => undoId !== null && change !== 'same')
  const held = keys.filter((key) => !wrote.includes(key))
  return [
    ...(wrote.length === 0 ? [] : [`Wrote ${listed(wrote.map(({ name }) => name))} to ${file}.`]),
    ...(held.length === 0 ? [] : [`${file} holds ${listed(held.map(({ name }) => name))} already.`])
  ]
}

function tellPreview({ terminal }: Context, preview: EnvPreview): void {
  if (terminal.json) {
    terminal.printJson(Object.fromEntries(Object.entries(preview).filter(([name]) => name !== 'token')))
    return
  }
  if (preview.change === 'same') terminal.notice(heldLine(preview))
  for (const line of preview.diff.length === 0 ? [] : diffLines(preview)) terminal.print(line)
  for (const line of [...duplicateLines(preview), ...safetyLines(preview)]) terminal.notice(line)
}

function aboutPreview(preview: EnvPreview): string[] {
  const { link, file } = preview
  return [
    ...(link === null ? [] : [`${link} is a link to ${file}; --follow-link writes that file.`]),
    ...(preview.diff.length === 0 ? [heldLine(preview)] : diffLines(preview)),
    ...duplicateLines(preview),
    ...reboundLines(preview),
    ...(preview.keys.length === 0 ? [] : safetyLines(preview))
  ]
}

function heldLine({ file, keys }: EnvPreview): string {
  return `${file} holds ${keys.length > 1 ? 'these values' : 'this value'} already.`
}
