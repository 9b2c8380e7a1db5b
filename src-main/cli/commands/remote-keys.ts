import { Command } from 'commander'
import type { KeyId } from '@contract/model/base'
import type { ListedRemoteKey } from '@contract/model/connection'
import type { Client } from '../client'
import { unlock } from '../context'
import { oneLine, short } from '../facts'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { findConnection } from '../providers/connections'
import { table } from '../table'
import { UsageError } from '../usage-error'

export function remoteKeysCommand(run: Run): Command {
  return new Command('keys')
    .description('list the keys the provider has now, and which of them are followed here')
    .argument('<connection>', 'its name or id')
    .addHelpText('after', '\nExample:\n  kq connection keys nexus')
    .action((wanted: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id } = await findConnection(call, wanted)
        const listed = await ask(context, 'connections.keys', { id })
        if (terminal.json) {
          terminal.printJson({ keys: listed.items, notOffered: listed.notOffered })
          return
        }
        const names = await namesOf(call, listed.items)
        const rows = listed.items.map((item) => row(item, names))
        if (rows.length === 0) terminal.notice('The provider lists no keys.')
        else for (const line of table(HEAD, rows)) terminal.print(line)
        for (const kind of listed.notOffered) terminal.notice(`Keys of the kind ${kind} cannot be listed.`)
      })
    )
}

const LONGEST_NAME = 48
const HEAD = ['ID', 'KIND', 'NAME', 'KEY', 'STATUS', 'EXPIRES', 'HERE']

function row({ kind, key, keyId }: ListedRemoteKey, names: ReadonlyMap<KeyId, string>): string[] {
  const expires = key.expiresAt?.slice(0, 10) ?? '–'
  const here = keyId === null ? '' : (names.get(keyId) ?? keyId)
  return [key.remoteId, kind, short(key.name, LONGEST_NAME), key.preview ?? '–', key.status, expires, here].map(oneLine)
}

async function namesOf(call: Client, items: readonly ListedRemoteKey[]): Promise<ReadonlyMap<KeyId, string>> {
  const ids = items.flatMap(({ keyId }) => (keyId === null ? [] : [keyId]))
  return new Map(await Promise.all(ids.map(async (id) => [id, (await call('keys.get', { id })).name] as const)))
}

export function adoptCommand(run: Run): Command {
  return new Command('adopt')
    .description('follow keys that were made elsewhere; their values stay unknown here')
    .argument('<connection>', 'its name or id')
    .argument('<id...>', 'the provider’s ids, as `kq connection keys` shows them')
    .option('--kind <kind>', 'which kind of key, where several have that id')
    .addHelpText('after', '\nExample:\n  kq connection adopt nexus nk_2f7a nk_9c1e')
    .action((wanted: string, remoteIds: string[], options: { kind?: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const { id } = await findConnection(call, wanted)
        const { items } = await ask(context, 'connections.keys', { id })
        const byKind = choose(items, remoteIds, options.kind)
        const added: KeyId[] = []
        for (const [kind, ids] of byKind) {
          added.push(...(await ask(context, 'connections.adopt', { id, kind, remoteIds: ids })).added)
        }
        if (terminal.json) {
          terminal.printJson({ added })
          return
        }
        for (const keyId of added) terminal.print(`Following ${(await call('keys.get', { id: keyId })).name}`)
        terminal.progress('`kq rotate NAME` gives one a value that is known here.')
      })
    )
}

/** The wanted ids by kind. Throws {@link UsageError} for one that is not there, is followed already or is not told apart. */
function choose(
  items: readonly ListedRemoteKey[],
  remoteIds: readonly string[],
  kind: string | undefined
): Map<string, string[]> {
  const chosen = new Map<string, string[]>()
  for (const remoteId of new Set(remoteIds)) {
    const found = items.filter(({ key, kind: of }) => key.remoteId === remoteId && (kind === undefined || of === kind))
    const [only, ...others] = found
    if (only === undefined) throw new UsageError(`The provider lists no key ${remoteId}; nothing was adopted.`)
    if (others.length > 0) {
      throw new UsageError(`Several kinds of key have the id ${remoteId}; nothing was adopted. Say which with --kind.`)
    }
    if (only.keyId !== null) throw new UsageError(`The key ${remoteId} is followed already; nothing was adopted.`)
    chosen.set(only.kind, [...(chosen.get(only.kind) ?? []), remoteId])
  }
  return chosen
}
