import { Command } from 'commander'
import type { KeySummary } from '@contract/model/key'
import type { KeyQuery } from '@contract/model/key-query'
import { unlock, type Context } from '../context'
import { collect, type Run } from '../options'
import { table } from '../table'

interface Options {
  readonly provider: string[]
  readonly tag: string[]
  readonly environment: string[]
  readonly bin: boolean
}

const PAGE = 1_000
export function listCommand(run: Run): Command {
  return withFilters(new Command('list').description('list the keys, without their secrets'))
    .addHelpText('after', '\nExamples:\n  kq list\n  kq list --provider CloudAPI --tag ci --json')
    .action((options: Options) => run((context) => list(context, '', options)))
}

export function searchCommand(run: Run): Command {
  return withFilters(new Command('search').description('list the keys that match a text'))
    .argument('<text>', 'looked for in names, descriptions, tags, scopes, env names, providers and notes')
    .addHelpText('after', '\nExample:\n  kq search billing')
    .action((text: string, options: Options) => run((context) => list(context, text, options)))
}

function withFilters(command: Command): Command {
  return command
    .option('--provider <name>', 'only this provider’s; may be given several times', collect, [])
    .option('--environment <name>', 'only this environment’s', collect, [])
    .option('--tag <tag>', 'only with this tag', collect, [])
    .option('--bin', 'the deleted ones', false)
}

async function list(context: Context, text: string, options: Options): Promise<void> {
  const { call, terminal } = context
  await unlock(context)
  const query: Partial<KeyQuery> = {
    text,
    view: options.bin ? 'bin' : 'all',
    providers: options.provider,
    environments: options.environment,
    tags: options.tag,
    limit: PAGE
  }
  const keys: KeySummary[] = []
  let total: number
  do {
    const page = await call('keys.list', { ...query, offset: keys.length })
    keys.push(...page.items)
    total = page.total
    if (page.items.length === 0) break
  } while (keys.length < total)
  if (terminal.json) terminal.printJson({ total, keys })
  else if (keys.length === 0)
    terminal.notice(text === '' ? 'No keys yet. Add one with `kq add NAME`.' : 'No key matches.')
  else
    for (const line of table(['NAME', 'PROVIDER', 'KEY', 'ENV NAME', 'STATUS', 'EXPIRES'], keys.map(row)))
      terminal.print(line)
}

function row(key: KeySummary): string[] {
  return [
    key.name,
    key.provider ?? '–',
    key.preview,
    key.envName ?? '–',
    key.status,
    key.expiresAt?.slice(0, 10) ?? 'never'
  ]
}
