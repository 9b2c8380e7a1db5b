import { Command, CommanderError, Help, type Option } from 'commander'
import { version } from '../../package.json'
import { isAppError } from '@contract/app-error'
import { CallFailed } from './client'
import { commandsFor } from './commands'
import { createContext, type Context, type GlobalOptions } from './context'
import { createDescriptors } from './descriptors'
import { EXIT, exitCodeOf } from './exit-codes'
import { ExplainedFailure } from './explained-failure'
import { toDescriptor, type Afterwards, type Run } from './options'
import { createTerminal, printable, reportFailure } from './terminal'
import { UsageError } from './usage-error'

/** Runs `kq` with `args` and answers its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  const descriptors = createDescriptors(process.stdin)
  const json = isJsonAsked(args)
  const program = createProgram(json)
  let code: number = EXIT.done
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough is no failure; a full disk is.
    if (error.code !== 'EPIPE') process.exitCode = code = EXIT.failed
  })

  const run: Run = async (work) => {
    const options = program.opts<GlobalOptions>()
    const terminal = createTerminal({ json: options.json === true, descriptors })
    const context = createContext(options, terminal, version)
    let afterwards: Afterwards | null = null
    try {
      const answer = await work(context)
      if (typeof answer === 'number') code = answer
      else if (typeof answer === 'function') afterwards = answer as Afterwards
    } catch (error) {
      code = report(error, context)
    } finally {
      await context.app.quit()
    }
    if (afterwards !== null) code = await afterwards().catch((error: unknown) => report(error, context))
  }

  for (const make of await commandsFor(args)) program.addCommand(make(run))
  takeSettingsFrom(program, program.commands)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return EXIT.done
    if (json) writeUsageFailure(error.message.replace(/^error: /, ''))
    return EXIT.usage
  } finally {
    // A pipe that is still open on the other side must not keep a finished command alive.
    process.stdin.destroy()
  }
  return code
}

/** A command made apart takes the program's ways of failing only when told to. */
function takeSettingsFrom(parent: Command, commands: readonly Command[], called = parent.name()): void {
  for (const command of commands) {
    const line = `${called} ${command.name()}`
    command.copyInheritedSettings(parent).showHelpAfterError(helpHint(line))
    takeSettingsFrom(command, command.commands, line)
  }
}

const helpHint = (line: string): string => `Run \`${line} --help\` for what it takes.`

/** What an option is without being given, but where that is nothing. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: (?:\[\]|false)\)$/, '')
}

/** Before the parser has looked: it may be what it fails at. */
function isJsonAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end === -1 ? args : args.slice(0, end)).includes('--json')
}

function createProgram(json: boolean): Command {
  return new Command('kq')
    .description('The Keyquay vault in the terminal.')
    .version(version)
    .option('--home <dir>', 'the folder Keyquay lives in (KEYQUAY_HOME)')
    .option('--password-fd <n>', 'read the master password from this file descriptor (0 is stdin)', toDescriptor)
    .option('--no-agent', 'ask for the password here, also where a running Keyquay could be asked')
    .option('--json', 'answer as JSON, for programs')
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'kq: '))
      },
      ...(json ? { writeErr: () => undefined } : {})
    })
    .configureHelp({ optionDescription })
    .showHelpAfterError(helpHint('kq'))
    .enablePositionalOptions(false)
    .exitOverride()
}

function report(error: unknown, { terminal }: Context): number {
  if (error instanceof CallFailed) {
    const { code, details, id } = error.envelope
    reportFailure(terminal, code, details, id, error instanceof ExplainedFailure ? error : undefined)
    return exitCodeOf(code)
  }
  if (isAppError(error)) {
    reportFailure(terminal, error.code, error.details, null)
    return exitCodeOf(error.code)
  }
  if (error instanceof UsageError) {
    if (terminal.json) writeUsageFailure(error.message)
    else process.stderr.write(`kq: ${printable(error.message)}\n`)
    return EXIT.usage
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    reportFailure(terminal, 'cancelled', {}, null)
    return EXIT.failed
  }
  reportFailure(terminal, 'internal', {}, null)
  return EXIT.failed
}

function writeUsageFailure(message: string): void {
  process.stderr.write(`${JSON.stringify({ error: { code: 'usage', message } })}\n`)
}
