import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { manifestJsonSchema } from '../../connectors/json-schema'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { connectorLines } from '../providers/connector-words'
import { findConnector } from '../providers/connections'
import { table } from '../table'
import { readTextFile } from '../text-file'

const MANIFEST_BYTES = 262_144

export function connectorCommand(run: Run): Command {
  const command = new Command('connector')
    .description('the providers Keyquay can speak to')
    .addHelpText('after', '\nExamples:\n  kq connector list\n  kq connector check my-provider.json')
  command.addCommand(listCommand(run), { isDefault: true })
  for (const make of [showCommand, checkCommand, folderCommand, schemaCommand]) command.addCommand(make(run))
  return command
}

function listCommand(run: Run): Command {
  return new Command('list')
    .description('list them, your own and those that are broken too')
    .addHelpText('after', '\nExample:\n  kq connector list --json')
    .action(() =>
      run(async ({ call, terminal }) => {
        const { items, broken, folder } = await call('connectors.list', {})
        if (terminal.json) {
          terminal.printJson({ connectors: items, broken, folder })
          return
        }
        const rows = items.map(({ id, name, kinds, baseUrl, baseUrlProvenance, guided, builtIn }) => [
          id,
          name,
          kinds.map(({ label }) => label).join(', '),
          baseUrl ?? (guided ? 'by hand, or with an address of your own' : 'an address of your own'),
          baseUrl === null ? '' : baseUrlProvenance,
          builtIn ? '' : 'yours'
        ])
        for (const line of table(['ID', 'PROVIDER', 'KEYS', 'ADDRESS', 'SOURCE', ''], rows)) terminal.print(line)
        for (const { file, problems } of broken) {
          const more = problems.length > 1 ? ` (and ${String(problems.length - 1)} more)` : ''
          const [first] = problems
          terminal.notice(`${join(folder, file)} is not used: ${first?.path ?? ''} ${first?.expected ?? ''}${more}`)
        }
      })
    )
}

function showCommand(run: Run): Command {
  return new Command('show')
    .description('what one can do: keys, scopes, limits, and how far each request can be trusted')
    .argument('<id>', 'as `kq connector list` shows it')
    .addHelpText('after', '\nExample:\n  kq connector show cloudnexus')
    .action((id: string) =>
      run(async ({ call, terminal }) => {
        const connector = await findConnector(call, id)
        if (terminal.json) terminal.printJson(connector)
        else for (const line of connectorLines(connector)) terminal.print(line)
      })
    )
}

function checkCommand(run: Run): Command {
  return new Command('check')
    .description('say everything that is wrong in a manifest; ends with 1 when something is')
    .argument('<file>', 'the manifest')
    .addHelpText('after', '\nExample:\n  kq connector check my-provider.json')
    .action((file: string) =>
      run(async ({ call, terminal }) => {
        const text = await readTextFile(file, MANIFEST_BYTES)
        const { problems, description } = await call('connectors.check', { text })
        const { folder } = await call('connectors.list', {})
        if (terminal.json) terminal.printJson({ problems, description, folder })
        else if (description !== null && problems.length === 0) {
          terminal.print(`${file} is right: ${description.name} (${description.id}).`)
        } else {
          terminal.print(`${file}: ${problems.length === 1 ? '1 mistake' : `${String(problems.length)} mistakes`}.`)
          const rows = problems.map(({ path, expected }) => [path === '' ? '(the file)' : path, expected])
          for (const line of table(['AT', 'EXPECTED'], rows)) terminal.print(line)
        }
        terminal.progress(`Manifests of your own are read from ${folder}`)
        terminal.progress('An editor completes them with the schema: `kq connector schema --help` says how.')
        return problems.length === 0 ? EXIT.done : EXIT.failed
      })
    )
}

function folderCommand(run: Run): Command {
  return new Command('folder')
    .description('print the folder that takes manifests of your own')
    .addHelpText('after', '\nExample:\n  cp my-provider.json "$(kq connector folder)/"')
    .action(() =>
      run(async ({ call, terminal }) => {
        const { folder } = await call('connectors.list', {})
        if (terminal.json) terminal.printJson({ folder })
        else terminal.print(folder)
      })
    )
}

function schemaCommand(run: Run): Command {
  return new Command('schema')
    .description('print the JSON Schema of manifests, with which an editor completes and checks them')
    .addHelpText(
      'after',
      '\nKeep it beside the folder, not in it, and begin each manifest with "$schema": "../manifest.schema.json".\n' +
        '\nExample:\n  kq connector schema > "$(dirname "$(kq connector folder)")/manifest.schema.json"'
    )
    .action(() =>
      run(async ({ call, terminal }) => {
        const { folder } = await call('connectors.list', {})
        terminal.printJson(manifestJsonSchema())
        terminal.progress(`It belongs in ${join(dirname(folder), 'manifest.schema.json')}`)
      })
    )
}
