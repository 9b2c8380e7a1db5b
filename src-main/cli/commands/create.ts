import { Command, Option } from 'commander'
import type { KeyId } from '@contract/model/base'
import type { Connection, RemoteRequest } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import { unlock, type Context } from '../context'
import { collect, type Run } from '../options'
import { ask } from '../providers/ask'
import { takeValue, withValueIn, type ValueIn } from '../providers/by-hand'
import { findConnection, findConnector, findKind } from '../providers/connections'
import { handOut, leaves, requireWayOut, withValueOut, type ValueOut } from '../providers/new-value'
import { explained, type Offer } from '../providers/offers'
import { toIds } from '../providers/words-to-ids'
import { expiresWords, toExpiryChoice } from '../providers/when'
import { UsageError } from '../usage-error'

interface Options extends ValueIn, ValueOut {
  readonly at: string
  readonly kind?: string
  readonly name: string
  readonly description?: string
  readonly scope: string[]
  readonly role: string[]
  readonly service: string[]
  readonly ip: string[]
  readonly env?: string
  readonly project?: string
  readonly expires?: RemoteRequest['expiry']
  readonly envName?: string
  readonly tag: string[]
  readonly keep: 'vault' | 'never'
}

export function createCommand(run: Run): Command {
  const command = new Command('create')
    .description('make a key at a provider and keep it')
    .requiredOption('--at <connection>', 'where: the name or id of a connection')
    .requiredOption('--name <name>', 'what the key is called, here and at the provider')
    .option('--kind <kind>', 'which kind of key, where the provider has several')
    .option('--description <text>', 'what it is for')
    .option('--scope <scope>', 'what it may do; may be given several times', collect, [])
    .option('--role <role>', 'a role it has, by id or label; may be given several times', collect, [])
    .option('--service <service>', 'a service it is for; may be given several times', collect, [])
    .option('--ip <range>', 'from where it may be used: 203.0.113.0/24; may be given several times', collect, [])
    .option('--env <environment>', 'prod, staging, …')
    .option('--project <project>', 'its project, by id or label')
    .option('--expires <when>', 'never, a date (2027-03-31) or a time from now (30d, 12w, 1y)', toExpiryChoice)
    .option('--env-name <name>', 'its name in env files, such as CLOUDAPI_TOKEN')
    .option('--tag <tag>', 'a tag; may be given several times', collect, [])
    .addOption(
      new Option('--keep <where>', 'never: only hand it out, and forget it')
        .choices(['vault', 'never'])
        .default('vault', 'vault')
    )
  return withValueIn(withValueOut(command))
    .addHelpText(
      'after',
      '\nIt is asked for once. Where a connection works by hand, the steps are shown and the value is asked for.\n' +
        '\nExamples:\n  kq create --at nexus --name ci --scope compute:read --env prod --expires 90d --env-name CNX_KEY\n' +
        '  kq create --at cloudcasa --name reports --role USER --show\n' +
        '  kq create --at nexus --name job --scope compute:read --env dev --keep never --out-fd 3 3> key-file'
    )
    .action((options: Options) => run((context) => create(context, options)))
}

async function create(context: Context, options: Options): Promise<void> {
  const { call, terminal } = context
  requireWayOut(terminal, options)
  if (options.keep === 'never' && !leaves(options)) {
    throw new UsageError('A key that is not kept must go somewhere; nothing was made. Add --show or --out-fd N.')
  }
  await unlock(context, { change: true, made: leaves(options) })
  const connection = await findConnection(call, options.at)
  const connector = await findConnector(call, connection.connectorId)
  const offer: Offer = { context, connection, connector, kind: findKind(connector, options.kind) }
  const request = await toRequest(offer, options)
  const id = await make(offer, connection, request, options)
  const key = await call('keys.get', { id })
  if (terminal.json) {
    const { name, preview, expiresAt, remoteId } = key
    terminal.printJson({ id, name, connection: connection.name, kind: offer.kind.id, remoteId, preview, expiresAt })
  } else {
    const place = connection.name === connector.name ? connector.name : `${connection.name} (${connector.name})`
    terminal.print(`Created ${key.name} at ${place}: ${key.preview}, ${expiresWords(key.expiresAt)}.`)
  }
  await handOut(context, id, options)
  if (terminal.json) return
  if (options.keep === 'never') terminal.notice(`Its value is not kept here. ${offer.kind.revealWarning}`)
  else if (!leaves(options)) {
    terminal.progress(`\`kq reveal ${key.name}\` prints it, \`kq copy ${key.name}\` puts it on the clipboard.`)
  }
}

async function toRequest(offer: Offer, options: Options): Promise<RemoteRequest> {
  const { project = null, env: environment = null } = options
  const typed = { scopes: options.scope, roles: options.role, services: options.service, project, environment }
  const ids = await toIds(offer, typed)
  return {
    name: options.name,
    description: options.description ?? '',
    scopes: [...ids.scopes],
    roles: [...ids.roles],
    services: [...ids.services],
    ipRanges: options.ip,
    environment: ids.environment,
    project: ids.project,
    expiry: options.expires ?? proposedExpiry(offer.kind)
  }
}

/** Where a key could live forever unless told otherwise, what its manifest proposes is better than nothing. */
function proposedExpiry({ expiry: { kind, defaultDays } }: KeyKind): RemoteRequest['expiry'] {
  return kind === 'date' && defaultDays !== null ? { kind: 'days', days: defaultDays } : { kind: 'default' }
}

async function make(offer: Offer, { id, mode }: Connection, request: RemoteRequest, options: Options): Promise<KeyId> {
  const { context, kind } = offer
  const local = {
    envName: options.envName ?? null,
    tags: options.tag,
    project: kind.projects ? null : request.project,
    environment: kind.environments.length > 0 ? null : request.environment,
    keep: options.keep
  }
  const wanted = { connectionId: id, kind: kind.id, request, local }
  if (mode === 'api') return (await explained(offer, ask(context, 'remote.create', wanted))).id
  const { call, terminal } = context
  const guide = await call('remote.guide', { connectionId: id, kind: kind.id, job: 'create', request })
  const secret = await takeValue(terminal, guide, options, `Value of ${request.name}`)
  const entered = call('remote.enterCreated', { ...wanted, secret, anyFormat: options.anyFormat ?? false })
  return (await explained(offer, entered)).id
}
