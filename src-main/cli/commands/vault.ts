import { resolve } from 'node:path'
import { Command } from 'commander'
import { AppError } from '@contract/errors'
import type { VaultPlace } from '@contract/model/vault-place'
import { findConnection } from '../agent/through-agent'
import { CallFailed } from '../client'
import { askPassword, type Context } from '../context'
import type { Run } from '../options'
import { table } from '../table'
import { oneLine } from '../terminal'
import { UsageError } from '../usage-error'
import { aboutHeld, cautions, standingWord } from '../vault-words'

export function vaultCommand(run: Run): Command {
  const command = new Command('vault')
    .description('which vault is used')
    .addHelpText('after', '\nExamples:\n  kq vault open /media/stick/team-vault\n  kq vault open --own')
  command.addCommand(listCommand(run), { isDefault: true })
  return command.addCommand(openCommand(run)).addCommand(allowCommand(run)).addCommand(forgetCommand(run))
}

function listCommand(run: Run): Command {
  return new Command('list')
    .description('list the vaults that are known here, and which one is used')
    .addHelpText('after', '\nExample:\n  kq vault list --json')
    .action(() =>
      run(async ({ app, call, terminal }) => {
        await app.start()
        const { vaults, isWhole } = await call('vaults.list', {})
        if (terminal.json) {
          terminal.printJson({ vaults, isWhole })
          return
        }
        const rows = vaults.map((vault) => [
          vault.isCurrent ? '*' : '',
          vault.name,
          standingWord(vault),
          vault.isOwn ? `${vault.folder} (own)` : vault.folder
        ])
        for (const line of table(['', 'NAME', 'STANDS', 'FOLDER'], rows)) terminal.print(line)
        if (!isWhole)
          terminal.notice(
            'The list of vaults is damaged. `kq vault open FOLDER` opens one again; the list is kept aside.'
          )
      })
    )
}

function openCommand(run: Run): Command {
  return new Command('open')
    .description('use the vault in this folder from now on, here and in the window')
    .argument('[folder]', 'the folder that holds vault.json, or the one around it')
    .option('--own', 'go back to the vault in Keyquay’s own folder')
    .addHelpText(
      'after',
      '\nThe vault used before stays where it is. What `kq unlock` left open of it is locked first.\n' +
        '\nExamples:\n  kq vault open ~/Dropbox/team-vault\n  kq vault open --own'
    )
    .action((folder: string | undefined, options: { own?: true }) =>
      run(async (context) => {
        const { app, call, terminal } = context
        if ((folder === undefined) !== (options.own === true))
          throw new UsageError('Name the folder of a vault, or --own for Keyquay’s own.')
        await app.start()
        const { vaults } = await call('vaults.list', {})
        const own = vaults.find(({ isOwn }) => isOwn)?.folder ?? ''
        const place = await call('vaults.look', { folder: folder === undefined ? own : resolve(folder) })
        if (!place.isCurrent) await endAgent(context)
        const opened = await call('vaults.open', { folder: place.folder, vaultId: place.vaultId })
        if (terminal.json) terminal.printJson(opened)
        else {
          terminal.print(`Using the vault in ${oneLine(opened.folder)}`)
          for (const caution of cautions(place)) terminal.notice(caution)
        }
      })
    )
}

function allowCommand(run: Run): Command {
  return new Command('allow')
    .description('let a vault that is new on this computer, or older than it knew, act by itself here')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nUntil then Keyquay goes on with no rotation, follows no policy and writes no file by itself.\n' +
        'It takes the master password. A window that has the vault open holds it until its next unlock.\n' +
        '\nExamples:\n  kq vault allow\n  kq vault allow --yes --json'
    )
    .action((options: { yes?: true }) =>
      run(async (context) => {
        const { call, terminal } = context
        await call('session.unlock', { password: await askPassword(context) })
        const { holds } = (await call('app.snapshot', {})).session
        const held = await call('vault.heldBack', {})
        if (holds !== null) {
          if (options.yes !== true) {
            for (const line of aboutHeld(holds, held)) terminal.notice(line)
            const answer = await terminal.ask('Let it act by itself? (y/N)', '--yes')
            if (!/^y(es)?$/i.test(answer.trim())) throw new AppError('cancelled', {})
          }
          await call('vault.allow', {})
        }
        if (terminal.json) terminal.printJson({ held: holds, ...held })
        else terminal.print(holds === null ? 'This vault may act by itself already.' : 'This vault may act by itself.')
      })
    )
}

function forgetCommand(run: Run): Command {
  return new Command('forget')
    .description('take a vault out of the list; its folder is not touched')
    .argument('<folder>', 'its folder, as `kq vault list` shows it')
    .addHelpText('after', '\nExample:\n  kq vault forget /media/stick/team-vault')
    .action((folder: string) =>
      run(async ({ app, call, terminal }) => {
        await app.start()
        const { vaults } = await call('vaults.list', {})
        const known = vaults.find((vault) => vault.folder === resolve(folder))
        if (known === undefined || !mayForget(known))
          throw new UsageError('Name one of `kq vault list` that is neither used now nor Keyquay’s own.')
        await call('vaults.forget', { folder: known.folder })
        if (terminal.json) terminal.printJson({ folder: known.folder })
        else terminal.print(`Out of the list: ${oneLine(known.folder)}. The vault itself was not touched.`)
      })
    )
}

const mayForget = ({ isOwn, isCurrent }: VaultPlace): boolean => !isOwn && !isCurrent

/** What holds the vault open is for that vault: the window keeps it, and what `kq unlock` left running ends. */
async function endAgent(context: Context): Promise<void> {
  const connection = await findConnection(context)
  if (connection === null) return
  try {
    if (connection.kind === 'app') throw new CallFailed({ code: 'vault-held-by-window', details: {}, id: '' })
    await connection.ask({ t: 'lock' }).catch(() => undefined)
    await connection.ended
  } finally {
    connection.close()
  }
}
