import { Command, InvalidArgumentError } from 'commander'
import type { KeyChange } from '@contract/model/key'
import type { RemoteChange } from '@contract/model/connection'
import { unlock, type Context } from '../context'
import { parseExpiry } from '../expiry'
import { collect, type Run } from '../options'
import { ask } from '../providers/ask'
import { explained } from '../providers/offers'
import { findTiedKey } from '../providers/tied-key'
import { toIds } from '../providers/words-to-ids'
import { UsageError } from '../usage-error'

interface Options {
  readonly name?: string
  readonly description?: string
  readonly role: string[]
  readonly ip: string[]
  readonly anyIp?: true
  readonly here?: true
  readonly envName?: string
  readonly tag: string[]
  readonly notes?: string
  readonly expires?: string | null
}

export function editCommand(run: Run): Command {
  return new Command('edit')
    .description('change a key, at its provider too where that is possible')
    .argument('<name>', 'its name, env name or id')
    .option('--name <name>', 'a new name')
    .option('--description <text>', 'what it is for')
    .option('--role <role>', 'its roles from now on; may be given several times', collect, [])
    .option('--ip <range>', 'from where it may be used from now on; may be given several times', collect, [])
    .option('--any-ip', 'from everywhere')
    .option('--here', 'name and description in the vault only')
    .option('--env-name <name>', 'in the vault: its name in env files')
    .option('--tag <tag>', 'in the vault: its tags from now on; may be given several times', collect, [])
    .option('--notes <text>', 'in the vault: notes')
    .option('--expires <when>', 'in the vault: when it ends, where the provider does not tell; or never', toEnd)
    .addHelpText(
      'after',
      '\nScopes: `kq scopes`. Value: `kq rotate`. A later end at the provider: `kq renew`.\n' +
        '\nExamples:\n  kq edit ci-token --ip 203.0.113.0/24\n  kq edit reports --role USER --description "monthly"\n' +
        '  kq edit ci-token --name ci --here'
    )
    .action((name: string, options: Options) => run((context) => edit(context, name, options)))
}

async function edit(context: Context, name: string, options: Options): Promise<void> {
  const { call, terminal } = context
  const { envName, notes, tag } = options
  const both = {
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.description === undefined ? {} : { description: options.description })
  }
  const there = options.role.length + options.ip.length > 0 || options.anyIp === true
  const here: KeyChange = {
    ...(envName === undefined ? {} : { envName: envName === '' ? null : envName }),
    ...(notes === undefined ? {} : { notes }),
    ...(tag.length === 0 ? {} : { tags: tag }),
    ...(options.expires === undefined ? {} : { expiresAt: options.expires })
  }
  if (!there && Object.keys({ ...both, ...here }).length === 0) {
    throw new UsageError('Nothing to change was named. See `kq edit --help`.')
  }
  await unlock(context, { change: true })
  const { id } = await call('keys.find', { name })
  const { link } = await call('remote.get', { id })
  const atProvider = there || (link?.mode === 'api' && options.here !== true && Object.keys(both).length > 0)
  // The provider first: when it refuses, nothing is changed here either.
  if (atProvider) await editThere(context, name, options.here === true ? {} : both, options)
  const local = atProvider && options.here !== true ? here : { ...both, ...here }
  if (Object.keys(local).length > 0) await call('keys.edit', { id, fields: local })
  const key = await call('keys.get', { id })
  if (terminal.json) terminal.printJson({ id, changedAtProvider: atProvider })
  else terminal.print(`Changed ${key.name}${atProvider ? ' at its provider and here' : ' here'}.`)
}

async function editThere(context: Context, name: string, both: RemoteChange, options: Options): Promise<void> {
  const { id, link, connector, kind } = await findTiedKey(context.call, name)
  const offer = { context, connection: { id: link.connectionId, mode: link.mode }, connector, kind }
  const none = { scopes: [], services: [], project: null, environment: null }
  const { roles } = await toIds(offer, { ...none, roles: options.role })
  const change: RemoteChange = {
    ...both,
    ...(roles.length === 0 ? {} : { roles: [...roles] }),
    ...(options.ip.length === 0 ? {} : { ipRanges: options.ip }),
    ...(options.anyIp === true ? { ipRanges: [] } : {})
  }
  await explained(offer, ask(context, 'remote.edit', { id, change }), 'change')
}

function toEnd(text: string): string | null {
  if (text === 'never') return null
  const instant = parseExpiry(text, Date.now())
  if (instant === null)
    throw new InvalidArgumentError('never, a date such as 2027-03-31, or a time from now such as 30d, 12w or 1y.')
  return instant
}
