import { Command } from 'commander'
import type { RotationPolicy } from '@contract/model/connection'
import { unlock } from '../context'
import type { Run } from '../options'
import { policyWords } from '../providers/policy-words'
import { findTiedKey } from '../providers/tied-key'
import { toDays } from '../providers/when'
import { UsageError } from '../usage-error'

interface Options {
  readonly byHand?: true
  readonly remind?: number
  readonly every?: number
  readonly beforeExpiry?: number
  readonly revokeAtEnd?: true
}

export function policyCommand(run: Run): Command {
  return new Command('policy')
    .description('show or say by whom a key is rotated, and when')
    .argument('<name>', 'its name, env name or id')
    .option('--by-hand', 'only when you ask for it')
    .option('--remind <days>', 'a reminder every so often: 90d', toDays)
    .option('--every <days>', 'by itself every so often while the app is unlocked: 90d', toDays)
    .option('--before-expiry <days>', 'by itself so long before it expires, renewed where that is possible: 7d', toDays)
    .option('--revoke-at-end', 'with --every or --before-expiry: revoke the old value when the grace ends')
    .addHelpText('after', '\nExamples:\n  kq policy ci-token\n  kq policy ci-token --before-expiry 7d --revoke-at-end')
    .action((name: string, options: Options) =>
      run(async (context) => {
        const { call, terminal } = context
        const wanted = toPolicy(options)
        await unlock(context, { change: wanted !== null })
        const { id, key, link } = await findTiedKey(call, name)
        if (wanted !== null) await call('remote.setPolicy', { id, policy: wanted })
        const policy = wanted ?? link.policy
        if (terminal.json) terminal.printJson({ id, policy })
        else terminal.print(`${key.name} is rotated: ${policyWords(policy)}.`)
      })
    )
}

/** Null when nothing is asked for. Throws {@link UsageError} for what does not go together. */
function toPolicy({ byHand, remind, every, beforeExpiry, revokeAtEnd }: Options): RotationPolicy | null {
  const automatic = every !== undefined || beforeExpiry !== undefined
  const ways = [byHand === true, remind !== undefined, automatic].filter(Boolean).length
  if (ways > 1) throw new UsageError('One of --by-hand, --remind, and --every or --before-expiry; nothing was changed.')
  if (revokeAtEnd === true && !automatic) {
    throw new UsageError('--revoke-at-end belongs to --every or --before-expiry; nothing was changed.')
  }
  if (byHand === true) return { kind: 'by-hand' }
  if (remind !== undefined) return { kind: 'remind', everyDays: remind }
  if (!automatic) return null
  return {
    kind: 'automatic',
    everyDays: every ?? null,
    beforeExpiryDays: beforeExpiry ?? null,
    revokeAtEnd: revokeAtEnd ?? false
  }
}
