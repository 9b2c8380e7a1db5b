import { Command } from 'commander'
import { AppError } from '@contract/errors'
import { unlock } from '../context'
import type { Run } from '../options'
import { ask } from '../providers/ask'
import { tellSteps } from '../providers/by-hand'
import { findTiedKey, type TiedKey } from '../providers/tied-key'
import { UsageError } from '../usage-error'

export function revokeCommand(run: Run): Command {
  return new Command('revoke')
    .description('end a key at its provider')
    .argument('<name>', 'its name, env name or id')
    .option('--yes <name>', 'the key’s name once more, in place of typing it')
    .addHelpText(
      'after',
      '\nThe key stays in the vault, marked as revoked; `kq rm` takes it out.\n' +
        '\nExamples:\n  kq revoke old-token\n  kq revoke old-token --yes old-token'
    )
    .action((name: string, options: { yes?: string }) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: true })
        const tied = await findTiedKey(call, name)
        const { id, key, link, kind, connector } = tied
        const { items: rotations } = await call('rotations.list', { keyId: id })
        if (rotations.length > 0) throw new AppError('rotation-running', { name: key.name })
        const byRequest = revokesByRequest(tied)
        if (!terminal.json) {
          terminal.notice(`${key.name} at ${link.connectionName} (${connector.name}): ${key.preview}`)
          terminal.notice(kind.confirmRevoke)
        }
        if (!byRequest) {
          const wanted = { connectionId: link.connectionId, kind: kind.id, job: 'revoke', keyId: id } as const
          if (kind.guides.revoke !== undefined) tellSteps(terminal, await call('remote.guide', wanted))
          if (!terminal.json) terminal.notice('Nothing is sent: do it there, and it is written down here.')
        }
        const typed = options.yes ?? (await terminal.ask(`Type ${key.name} to go on:`, '--yes NAME'))
        if (typed.trim() !== key.name) {
          throw new UsageError(`“${typed}” is not the name of this key; nothing was revoked.`)
        }
        await ask(context, 'remote.revoke', { id })
        if (terminal.json) terminal.printJson({ id, revokedAtProvider: byRequest })
        else if (byRequest) terminal.print(`Revoked ${key.name} at ${connector.name}.`)
        else terminal.print(`${key.name} is marked as revoked.`)
      })
    )
}

/** Whether the provider is told; elsewhere the person does it there, and it is only written down. */
function revokesByRequest({ link, kind }: TiedKey): boolean {
  return link.mode === 'api' && kind.operations.revoke !== undefined
}
