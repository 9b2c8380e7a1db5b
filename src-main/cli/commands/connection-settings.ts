import { Command, Option } from 'commander'
import { beginUnlock, unlock } from '../context'
import { collect, type Run } from '../options'
import { findConnection, findConnector } from '../providers/connections'
import { readCredentials } from '../providers/credential-options'
import { withPairs } from '../providers/pairs'
import { readTextFile } from '../text-file'
import { UsageError } from '../usage-error'

interface Options {
  readonly name?: string
  readonly baseUrl?: string
  readonly byHand?: true
  readonly byApi?: true
  readonly var: string[]
  readonly override: string[]
  readonly allowPrivate?: boolean
  readonly ca?: string | false
  readonly credential: string[]
}

const CA_BYTES = 100_000

function withSettings(command: Command): Command {
  return command
    .option('--name <name>', 'what it is called here')
    .option('--base-url <url>', 'its address, where it is not the provider’s own')
    .option('--by-hand', 'nothing is sent: the steps in the provider’s console are shown instead')
    .option('--var <name=value>', 'a variable of the connector; may be given several times', collect, [])
    .option(
      '--override <name=value>',
      'a path or field this account has otherwise: key.operations.list.path=/v2/keys',
      collect,
      []
    )
    .option('--allow-private', 'its address may lie in a private network')
    .option('--ca <file>', 'PEM of the certificate authority of this server')
    .option('--credential <id>', 'ID asks for it, ID=fd:N reads it from a file descriptor; several times', collect, [])
}

export function addConnectionCommand(run: Run): Command {
  return withSettings(new Command('add'))
    .description('add an account at a provider')
    .argument('<connector>', 'which provider: `kq connector list` shows them')
    .addHelpText(
      'after',
      '\nRequired credentials are asked for. Nothing is sent; `kq connection test` does that.\n' +
        'On one descriptor the password is the first line and each credential the next, in the order they are named.\n' +
        '\nExamples:\n  kq connection add cloudnexus --name nexus\n  kq connection add cloodot --by-hand\n' +
        '  kq connection add cloudnexus --name ci --credential apiKey=fd:3 3< management-key'
    )
    .action((connectorId: string, options: Options) =>
      run(async (context) => {
        const { call, terminal } = context
        const connector = await findConnector(call, connectorId)
        const name = options.name ?? connector.name
        if (connector.baseUrl === null && options.baseUrl === undefined && options.byHand !== true) {
          const byHand = connector.guided ? ', or work by hand with --by-hand' : ''
          throw new UsageError(`${connector.name} has no known address; say it with --base-url${byHand}.`)
        }
        const fields = {
          name,
          mode: options.byHand === true ? ('guided' as const) : ('api' as const),
          baseUrl: options.baseUrl ?? null,
          variables: withPairs('--var', options.var, {}),
          overrides: withPairs('--override', options.override, {}),
          allowPrivate: options.allowPrivate ?? false,
          ca: typeof options.ca === 'string' ? await readTextFile(options.ca, CA_BYTES) : null
        }
        // All of it is asked for before the slow unlock: what is typed ahead of a prompt would be echoed.
        const finish = await beginUnlock(context, { change: true })
        const asks = options.byHand === true ? 'named' : 'all'
        const credentials = await readCredentials(terminal, connector.credentials, options.credential, asks)
        await finish()
        const { items } = await call('connections.list', {})
        if (items.some((known) => known.name === name)) {
          throw new UsageError(`There is a connection called ${name} already; nothing was added. Choose a --name.`)
        }
        const { id } = await call('connections.add', { connectorId: connector.id, fields, credentials })
        if (terminal.json) terminal.printJson({ id })
        else terminal.print(`Added ${name} (${connector.name}).`)
        if (options.byHand !== true) terminal.progress(`\`kq connection test ${name}\` tries it.`)
      })
    )
}

export function editConnectionCommand(run: Run): Command {
  return withSettings(new Command('edit'))
    .description('change an account’s settings or credentials')
    .argument('<connection>', 'its name or id')
    .option('--by-api', 'requests are sent again')
    .option('--no-allow-private', 'its address may not lie in a private network')
    .addOption(new Option('--no-ca', 'only the authorities this computer trusts'))
    .addHelpText(
      'after',
      '\nWhat is not named stays; `--var NAME=`, `--override NAME=` and `--base-url ""` take one back.\n' +
        '\nExamples:\n  kq connection edit nexus --credential apiKey\n' +
        '  kq connection edit nexus --override key.operations.list.path=/api-keys'
    )
    .action((wanted: string, options: Options) =>
      run(async (context) => {
        const { call, terminal } = context
        if (options.byHand === true && options.byApi === true) throw new UsageError('Either --by-hand or --by-api.')
        const ca = typeof options.ca === 'string' ? await readTextFile(options.ca, CA_BYTES) : null
        await unlock(context, { change: true, secrets: 'all' })
        const connection = await findConnection(call, wanted)
        const { credentials: known } = await findConnector(call, connection.connectorId)
        const credentials = await readCredentials(terminal, known, options.credential, 'named')
        const { var: variables, override: overrides, baseUrl, name, allowPrivate } = options
        const fields = {
          ...(name === undefined ? {} : { name }),
          ...(options.byHand === true ? { mode: 'guided' as const } : {}),
          ...(options.byApi === true ? { mode: 'api' as const } : {}),
          ...(baseUrl === undefined ? {} : { baseUrl: baseUrl === '' ? null : baseUrl }),
          ...(variables.length === 0 ? {} : { variables: withPairs('--var', variables, connection.variables) }),
          ...(overrides.length === 0 ? {} : { overrides: withPairs('--override', overrides, connection.overrides) }),
          ...(allowPrivate === undefined ? {} : { allowPrivate }),
          ...(options.ca === undefined ? {} : { ca })
        }
        if (Object.keys(fields).length + Object.keys(credentials).length === 0) {
          throw new UsageError('Nothing to change was named. See `kq connection edit --help`.')
        }
        await call('connections.edit', { id: connection.id, fields, credentials })
        if (terminal.json) terminal.printJson({ id: connection.id })
        else terminal.print(`Changed ${name ?? connection.name}.`)
      })
    )
}
