import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { createTerminalCommand } from '../node/terminal-command'

/** The terminal's `kq`, as this app brings it: beside the packaged app, else in the checkout. `folder` is Keyquay's own. */
export function ownTerminalCommand(folder: string): ReturnType<typeof createTerminalCommand> {
  const { platform, env } = process
  const name = platform === 'win32' ? 'kq.cmd' : 'kq'
  const [place, part] = app.isPackaged ? [process.resourcesPath, 'bin'] : [app.getAppPath(), 'tools']
  return createTerminalCommand({
    platform,
    env,
    userHome: homedir(),
    launcher: join(place, part, name),
    copies: join(folder, 'command'),
    version: app.getVersion()
  })
}
