import { Command } from 'commander'
import type { KeyLine, KeySummary } from '@contract/model/key'
import { unlock, type Context } from '../context'
import { collect, type Run } from '../options'
import { pagesOf, type Paging } from '../pages'
import { table } from '../table'

interface Options {
  readonly provider: string[]
  readonly tag: string[]
  readonly environment: string[]
  readonly bin: boolean
}

const WHOLE: Paging = { size: 1_000, ahead: 1 }
const LINES: Paging = { size: 10_000, ahead: 2 }
/** A search is run again for each page: fewer of them. */
const FOUND_LINES: Paging = { size: 50_000, ahead: 1 }

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
  const filter = {
    text,
    view: options.bin ? 'bin' : 'all',
    providers: options.provider,
    environments: options.environment,
    tags: options.tag
  } as const
  if (terminal.json) {
    const keys: KeySummary[] = []
    const read = async (offset: number): Promise<KeySummary[]> =>
      (await call('keys.list', { ...filter, offset, limit: WHOLE.size })).items
    for await (const page of pagesOf(WHOLE, read)) keys.push(...page)
    terminal.printJson({ total: keys.length, keys })
    return
  }
  const paging = text === '' ? LINES : FOUND_LINES
  const rows: string[][] = []
  const read = async (offset: number): Promise<KeyLine[]> =>
    (await call('keys.lines', { ...filter, offset, limit: paging.size })).items
  for await (const page of pagesOf(paging, read)) for (const key of page) rows.push(row(key))
  if (rows.length === 0) terminal.notice(text === '' ? 'No keys yet. Add one with `kq add NAME`.' : 'No key matches.')
  // In one piece: a write for each of a hundred thousand lines takes longer than all that went before.
  else terminal.print(table(['NAME', 'PROVIDER', 'KEY', 'ENV NAME', 'STATUS', 'EXPIRES'], rows).join('\n'))
}

function row(key: KeyLine): string[] {
  return [
    key.name,
    key.provider ?? '–',
    key.preview,
    key.envName ?? '–',
    key.status,
    key.expiresAt?.slice(0, 10) ?? 'never'
  ]
}
