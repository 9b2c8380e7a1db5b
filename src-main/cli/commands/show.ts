import { Command } from 'commander'
import type { RemoteLink } from '@contract/model/connection'
import type { KeyDetails } from '@contract/model/key'
import type { Rotation } from '@contract/model/rotation'
import { unlock } from '../context'
import { facts } from '../facts'
import type { Run } from '../options'
import { policyWords } from '../providers/policy-words'
import { rotationLines } from '../providers/rotation-words'
import { expiryWords, localTime } from '../providers/when'

export function showCommand(run: Run): Command {
  return new Command('show')
    .description('all that is known of a key, but its secret')
    .argument('<name>', 'its name, env name or id')
    .addHelpText('after', '\nExamples:\n  kq show ci-token\n  kq show CLOUDAPI_TOKEN --json')
    .action((name: string) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context)
        const { id } = await call('keys.find', { name })
        const key = await call('keys.get', { id })
        const { link } = await call('remote.get', { id })
        const { items: rotations } = await call('rotations.list', { keyId: id })
        if (terminal.json) {
          terminal.printJson({ key, link, rotations })
          return
        }
        for (const line of keyLines(key, link, rotations)) terminal.print(line)
      })
    )
}

function keyLines(key: KeyDetails, link: RemoteLink | null, rotations: readonly Rotation[]): string[] {
  return [
    key.name,
    ...facts(
      [
        ['Key', key.hasSecret ? key.preview : `${key.preview} (its value is not kept here)`],
        ['Status', key.status],
        ['Expires', expiryWords(key.expiresAt)],
        ['Env name', key.envName],
        ['Scopes', key.scopes.join(', ')],
        ['Roles', key.roles.join(', ')],
        ['IP ranges', key.ipRanges.join(', ')],
        ['Environment', key.environment],
        ['Project', key.project],
        ['Description', key.description],
        ['Tags', key.tags.join(', ')],
        ['Created', localTime(key.createdAt)],
        ['Last used', key.lastUsedAt === null ? 'never seen' : localTime(key.lastUsedAt)],
        ['Fingerprint', key.fingerprint],
        ['Id', key.id],
        ['Reference', `keyquay://key/${key.id}`],
        ['Provider', key.provider],
        ...linkFacts(link)
      ],
      '  '
    ),
    ...rotations.flatMap((rotation) => ['', ...rotationLines(rotation)])
  ]
}

const ORIGINS = { created: 'created by Keyquay', adopted: 'adopted', guided: 'made by hand in the console' }

function linkFacts(link: RemoteLink | null): [string, string | null][] {
  if (link === null) return []
  const seen = link.seenAt === null ? 'never seen there' : `last seen ${localTime(link.seenAt)}`
  return [
    ['Connection', `${link.connectionName}${link.mode === 'guided' ? ' (by hand)' : ''}, ${ORIGINS[link.origin]}`],
    [
      'At provider',
      `${link.kind} ${link.remoteId ?? 'without an id'}, ${link.missing ? 'not in its last list' : seen}`
    ],
    ['Rotation', policyWords(link.policy)]
  ]
}
