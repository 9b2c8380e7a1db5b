import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { importFormat, type ImportChoice, type ImportFormat, type ImportPreview } from '@contract/model/import'
import { askPassword, unlock } from '../context'
import { toDescriptor, type Run } from '../options'
import { table } from '../table'

interface ImportOptions {
  readonly format?: ImportFormat
  readonly filePasswordFd?: number
  readonly dryRun?: true
  readonly replace?: true
  readonly bind?: true
}

export function importCommand(run: Run): Command {
  return new Command('import')
    .description('take keys over from another tool’s file')
    .argument('<file>', 'an .env, CSV, Bitwarden, 1Password, KeePass, AWS, .npmrc, .netrc or Keyquay file')
    .addOption(
      new Option('--format <format>', 'what it is, when its name does not say so').choices(importFormat.options)
    )
    .option('--file-password-fd <n>', 'read the file’s own password from this descriptor', toDescriptor)
    .option('--dry-run', 'say what would be done and do nothing')
    .option('--replace', 'give changed secrets to the keys that are here already')
    .option('--bind', 'tie keys of an .env file to it, so that a rotation writes it')
    .addHelpText(
      'after',
      '\nNew keys are added. Changed ones are left alone unless --replace is given; conflicting ones always are.\n\nExamples:\n  kq import .env --dry-run\n  kq import vault.kdbx --file-password-fd 3 3< kdbx-password'
    )
    .action((file: string, options: ImportOptions) =>
      run(async (context) => {
        const { call, terminal } = context
        await unlock(context, { change: options.dryRun !== true, secrets: options.bind === true ? 'all' : [] })
        const password =
          options.filePasswordFd !== undefined
            ? await terminal.descriptors.readLine(options.filePasswordFd)
            : file.endsWith('.kdbx')
              ? await terminal.askSecret(`Password of ${file}`, '--file-password-fd N')
              : null
        const preview = await call('import.preview', { file: resolve(file), format: options.format ?? null, password })
        if (options.dryRun === true) {
          if (terminal.json) terminal.printJson(preview)
          else for (const line of previewTable(preview)) terminal.print(line)
          return
        }
        const choices = preview.items.flatMap(({ index, verdict }): ImportChoice[] => {
          if (verdict === 'new') return [{ index, action: 'add' }]
          return verdict === 'changed' && options.replace === true ? [{ index, action: 'replace' }] : []
        })
        const done = await call('import.apply', { token: preview.token, choices, bind: options.bind ?? false })
        if (terminal.json) terminal.printJson(done)
        else
          terminal.print(
            `${String(done.added)} added, ${String(done.replaced)} replaced, ${String(done.skipped)} left alone.`
          )
      })
    )
}

export function exportCommand(run: Run): Command {
  return new Command('export')
    .description('write every secret to a file in plain text')
    .argument('<file>', 'a new file, made readable by you alone')
    .addOption(new Option('--format <format>', 'how').choices(['json', 'csv']).default('json'))
    .addHelpText(
      'after',
      '\nAnyone who reads that file has every key. For a copy that stays encrypted use `kq backup`.\n\nExample:\n  kq export keys.json'
    )
    .action((file: string, options: { format: 'json' | 'csv' }) =>
      run(async (context) => {
        const { call, terminal } = context
        const password = await askPassword(context)
        await call('session.unlock', { password })
        const done = await call('export.plain', { format: options.format, password, file: resolve(file) })
        if (terminal.json) terminal.printJson(done)
        else {
          terminal.print(`Wrote ${String(done.keys)} keys to ${done.file}`)
          terminal.notice('Every secret stands in it in plain text. Remove it when it has served.')
        }
      })
    )
}

function previewTable({ items }: ImportPreview): string[] {
  const rows = items.map((item) => [
    item.verdict,
    item.name,
    item.provider ?? '–',
    item.envName ?? '–',
    item.preview,
    item.keyName ?? ''
  ])
  return table(['', 'NAME', 'PROVIDER', 'ENV NAME', 'KEY', 'HERE'], rows)
}
