import { Command } from 'commander'
import { unlock } from '../context'
import { collect, type Run } from '../options'
import { ask } from '../providers/ask'
import { explained } from '../providers/offers'
import { findTiedKey } from '../providers/tied-key'
import { toScopeIds } from '../providers/words-to-ids'
import { UsageError } from '../usage-error'
import { oneLine } from '../facts'
import type { KeyKind } from '@contract/model/connector'

interface Options {
  readonly set: string[]
  readonly add: string[]
  readonly remove: string[]
}

export function scopesCommand(run: Run): Command {
  return new Command('scopes')
    .description('show or change what a key may do at its provider')
    .argument('<name>', 'its name, env name or id')
    .option('--set <scope>', 'exactly these; may be given several times', collect, [])
    .option('--add <scope>', 'this one too; may be given several times', collect, [])
    .option('--remove <scope>', 'no longer this one; may be given several times', collect, [])
    .addHelpText(
      'after',
      '\nExamples:\n  kq scopes ci-token\n  kq scopes ci-token --add compute:read --remove compute:write'
    )
    .action((name: string, options: Options) =>
      run(async (context) => {
        const { call, terminal } = context
        const { set, add, remove } = options
        if (set.length > 0 && add.length + remove.length > 0) {
          throw new UsageError('Either --set, or --add and --remove; nothing was changed.')
        }
        const changes = set.length + add.length + remove.length > 0
        await unlock(context, { change: changes })
        const { id, key, link, connector, kind } = await findTiedKey(call, name)
        if (changes) {
          const without = new Set(toScopeIds({ kind }, remove))
          const base = set.length > 0 ? toScopeIds({ kind }, set) : key.scopes
          const scopes = [...new Set([...base, ...toScopeIds({ kind }, add)])].filter((scope) => !without.has(scope))
          const offer = { context, connection: { id: link.connectionId, mode: link.mode }, connector, kind }
          await explained(offer, ask(context, 'remote.edit', { id, change: { scopes } }), 'change')
        }
        const { scopes } = await call('keys.get', { id })
        if (terminal.json) terminal.printJson({ id, scopes, offered: kind.scopes.catalogue })
        else if (changes) terminal.print(`${key.name} may now: ${scopes.join(', ')}`)
        else for (const line of scopeLines(kind, scopes)) terminal.print(line)
      })
    )
}

/** What it has is marked, what else the provider offers stands beside it. */
function scopeLines({ scopes: { catalogue, kind, warning } }: KeyKind, has: readonly string[]): string[] {
  if (kind === 'none') return ['Keys of this provider have no scopes.']
  const known = catalogue.map(({ id, description }) => ({ id, description }))
  const others = has.filter((id) => !known.some((one) => one.id === id)).map((id) => ({ id, description: '' }))
  const width = Math.max(0, ...[...known, ...others].map(({ id }) => id.length))
  const lines = [...others, ...known].map(({ id, description }) =>
    `${has.includes(id) ? '*' : ' '} ${id.padEnd(width)}  ${oneLine(description)}`.trimEnd()
  )
  return has.length === 0 && warning !== null ? [...lines, warning] : lines
}
