import { Command, InvalidArgumentError } from 'commander'
import type { KeyDraft } from '@contract/model/key'
import { beginUnlock } from '../context'
import { collect, toDescriptor, type Run } from '../options'
import { parseExpiry } from '../expiry'

interface Options {
  readonly valueFd?: number
  readonly envName?: string
  readonly provider?: string
  readonly project?: string
  readonly environment?: string
  readonly description?: string
  readonly tag: string[]
  readonly scope: string[]
  readonly expires?: string
  readonly keep: boolean
}

export function addCommand(run: Run): Command {
  return new Command('add')
    .description('keep a key that exists already')
    .argument('<name>', 'what the key is called')
    .option('--value-fd <n>', 'read the secret from this file descriptor (0 is stdin)', toDescriptor)
    .option('--env-name <name>', 'its name in env files, such as CLOUDAPI_TOKEN')
    .option('--provider <name>', 'the service that issued it')
    .option('--project <name>', 'the project it belongs to')
    .option('--environment <name>', 'prod, staging, …')
    .option('--description <text>', 'what it is for')
    .option('--tag <tag>', 'a tag; may be given several times', collect, [])
    .option('--scope <scope>', 'a scope it has; may be given several times', collect, [])
    .option('--expires <when>', 'a date (2027-03-31) or a time from now (30d, 12w, 1y)', toExpiry)
    .option('--no-keep', 'forget the secret at once; keep its preview and fingerprint')
    .addHelpText(
      'after',
      '\nWith the password and the secret on one descriptor, the password is its first line.\n' +
        '\nExamples:\n  kq add ci-token --env-name CLOUDAPI_TOKEN --expires 90d\n' +
        '  printf "%s\\n%s" "$PASSWORD" "$TOKEN" | kq add ci-token --password-fd 0 --value-fd 0'
    )
    .action((name: string, options: Options) =>
      run(async (context) => {
        const { call, terminal } = context
        // Both are asked for before the slow unlock: what is typed ahead of a prompt would be echoed.
        const finish = await beginUnlock(context, { change: true })
        const secret =
          options.valueFd === undefined
            ? await terminal.askSecret(`Secret of ${name}`, '--value-fd N')
            : await terminal.descriptors.readAll(options.valueFd)
        await finish()
        const { id } = await call('keys.add', { fields: toDraft(name, options), secret })
        if (terminal.json) terminal.printJson({ id })
        else terminal.print(`Added ${name}`)
      })
    )
}

function toDraft(name: string, options: Options): KeyDraft {
  return {
    name,
    description: options.description ?? '',
    provider: options.provider ?? null,
    project: options.project ?? null,
    environment: options.environment ?? null,
    envName: options.envName ?? null,
    tags: options.tag,
    scopes: options.scope,
    expiresAt: options.expires ?? null,
    keep: options.keep ? 'vault' : 'never'
  }
}

function toExpiry(text: string): string {
  const instant = parseExpiry(text, Date.now())
  if (instant === null)
    throw new InvalidArgumentError('a date such as 2027-03-31, or a time from now such as 30d, 12w or 1y.')
  return instant
}
