import { closeSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { unlock, type Context } from '../context'
import { collect, type Afterwards, type Run } from '../options'
import { runChild } from '../run/child'
import { readEnvFiles } from '../run/env-file'
import { environmentOf, referencesIn, requireHarmless } from '../run/environment'
import { requireProgram } from '../run/program'
import { UsageError } from '../usage-error'

interface Options {
  readonly envFile: string[]
  readonly only?: readonly OnlyName[]
  readonly clean?: true
  readonly mask: boolean
}

interface OnlyName {
  readonly name: string
  readonly key: string | null
}

export function runCommand(run: Run): Command {
  return new Command('run')
    .description('run a program with keys in its environment')
    .usage('[options] -- <program> [arguments...]')
    .argument('<program...>', 'behind --: the program and its arguments')
    .option(
      '--env-file <file>',
      'take names and keyquay:// references from this file; may be given several times',
      collect,
      []
    )
    .option('--only <names>', 'these names alone: A,B or A=KEY', toNames)
    .option('--clean', 'without the variables of this shell but those that every program needs')
    .option('--no-mask', 'leave the output as it is, keys and all')
    .addHelpText(
      'after',
      '\nWithout --env-file it gives the keys that are bound to env files of this folder. Nothing is written to the disk,\n' +
        'and only this program sees them. In output that goes to no terminal they are masked.\n' +
        'Ends as the program does; with 127 where there is none, with 126 where it cannot be run.\n' +
        '\nExamples:\n  kq run -- npm start\n  kq run --env-file .env.refs -- docker compose up\n' +
        '  kq run --only CLOUDAPI_TOKEN,API_KEY=ci-token --clean -- ./deploy.sh'
    )
    .action((words: string[], options: Options) => run((context) => prepare(context, words, options)))
}

/** All that can be wrong is found out before anything is started, and most of it before the vault is asked. */
async function prepare(context: Context, [command = '', ...args]: string[], options: Options): Promise<Afterwards> {
  const { call, terminal, passwordFd } = context
  if (!process.argv.includes('--')) {
    throw new UsageError(`Put -- before the program: kq run -- ${[command, ...args].join(' ')}`)
  }
  const { envFile, only = null, clean = false, mask } = options
  const file = requireProgram(command, process.env)
  const lines = readEnvFiles(envFile)
  const plain = [...lines.plain].filter(([name]) => only === null || only.some((one) => one.name === name))
  requireHarmless([...plain.map(([name]) => name), ...lines.references.map(({ name }) => name)])
  const inherited = referencesIn(process.env).filter(({ name }) => !lines.plain.has(name))
  await unlock(context, { isAskedLater: true })
  const { values } = await call('run.values', {
    folder: envFile.length === 0 ? realpathSync(process.cwd()) : null,
    files: [...lines.files],
    references: [...inherited, ...lines.references],
    only: only?.map((one) => ({ ...one, plain: lines.plain.has(one.name) })) ?? null,
    program: programName(command)
  })
  if (values.length === 0 && plain.length === 0) terminal.progress('No key is bound here; nothing was added.')
  const env = environmentOf(process.env, [...plain, ...values.map(({ name, value }) => [name, value] as const)], clean)
  const masked = mask ? values.map(({ value }) => value) : []
  return () => {
    // The program is not to find the password where `kq` found it.
    if (passwordFd !== undefined && passwordFd > 2) closeSync(passwordFd)
    return runChild({ command, file, args, env, masked, stdin: passwordFd !== 0 })
  }
}

function toNames(text: string): OnlyName[] {
  return text.split(',').map((item) => {
    const [, name, key] = /^\s*([A-Za-z_][A-Za-z0-9_]{0,127})(?:=(.{1,200}))?\s*$/.exec(item) ?? []
    if (name === undefined)
      throw new InvalidArgumentError('names of variables, such as API_TOKEN,DB_URL or API_TOKEN=ci-token.')
    return { name, key: key ?? null }
  })
}

/** As the audit trail can hold it. */
function programName(command: string): string {
  return (
    basename(command)
      .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
      .slice(0, 200) || 'program'
  )
}
