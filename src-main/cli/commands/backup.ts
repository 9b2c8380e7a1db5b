import { resolve } from 'node:path'
import { Command } from 'commander'
import { readPassword, unlock } from '../context'
import type { Run } from '../options'

export function backupCommand(run: Run): Command {
  return new Command('backup')
    .description('make a backup and prove it')
    .argument('[file]', 'a new file; without it the backup goes to the vault’s own folder')
    .option('--list', 'list the backups in the vault’s folder')
    .addHelpText('after', '\nExamples:\n  kq backup\n  kq backup ~/keyquay-2026-11.keyquay\n  kq backup --list --json')
    .action((file: string | undefined, options: { list?: true }) =>
      run(async (context) => {
        const { call, terminal, app } = context
        if (options.list === true) {
          await app.start()
          const { items } = await call('backups.list', {})
          if (terminal.json) terminal.printJson({ backups: items })
          else if (items.length === 0) terminal.notice('No backups yet. Make one with `kq backup`.')
          else
            for (const item of items)
              terminal.print(`${item.madeAt.slice(0, 16).replace('T', ' ')}  ${String(item.keys)} keys  ${item.file}`)
          return
        }
        await unlock(context, { change: true })
        const made = await (file === undefined
          ? call('backups.make', {})
          : call('backups.save', { file: resolve(file) }))
        if (terminal.json) terminal.printJson(made)
        else terminal.print(`Backed up ${String(made.keys)} keys to ${made.file}, read back and proven.`)
      })
    )
}

export function restoreCommand(run: Run): Command {
  return new Command('restore')
    .description('put a backup in the vault’s place')
    .argument('<file>', 'the backup')
    .option('--check', 'only prove it')
    .addHelpText(
      'after',
      '\nThe password is the one the backup was made under. What stands in the vault’s folder is moved aside, not removed.\n' +
        '\nExamples:\n  kq restore ~/keyquay-2026-11.keyquay\n  kq restore --check ~/keyquay-2026-11.keyquay'
    )
    .action((file: string, options: { check?: true }) =>
      run(async ({ app, call, terminal, passwordFd }) => {
        await app.start()
        const password = await readPassword(terminal, passwordFd)
        const named = { file: resolve(file), password }
        const summary = await (options.check === true ? call('backups.verify', named) : call('backups.restore', named))
        if (terminal.json) terminal.printJson(summary)
        else if (options.check === true)
          terminal.print(`The backup is whole: ${String(summary.keys)} keys, made ${summary.madeAt}.`)
        else
          terminal.print(
            `Restored ${String(summary.keys)} keys of ${summary.madeAt}. What was there before was moved aside.`
          )
      })
    )
}
