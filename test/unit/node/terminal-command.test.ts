import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { autostartFile } from '@main/node/autostart-file'
import { commandPlace, isOnPath, isPassing, isShim, windowsShim } from '@main/node/command-place'
import { createTerminalCommand, type TerminalCommandOptions } from '@main/node/terminal-command'

let folder: string
let launcher: string
let place: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyquay-command-'))
  launcher = makeLauncher('app')
  place = join(folder, 'home', '.local', 'bin', 'kq')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What a packaged app brings, as far as it is copied and linked. */
function makeLauncher(name: string): string {
  const resources = join(folder, name, 'resources')
  for (const part of ['bin', 'kq']) mkdirSync(join(resources, part), { recursive: true })
  writeFileSync(join(resources, 'bin', 'kq'), '#!/bin/sh\necho kq\n', { mode: 0o755 })
  writeFileSync(join(resources, 'kq', 'node'), name)
  return join(resources, 'bin', 'kq')
}

function command(more: Partial<TerminalCommandOptions> = {}): ReturnType<typeof createTerminalCommand> {
  const copies = join(folder, 'data', 'command')
  const userHome = join(folder, 'home')
  return createTerminalCommand({ platform: 'linux', env: { PATH: '/usr/bin' }, userHome, launcher, copies, version: '1.0.0', ...more })
}

describe.skipIf(process.platform === 'win32')('the terminal’s kq', () => {
  it('is linked, says where, and is taken away again', async () => {
    expect(await command().standing()).toEqual({ state: 'absent', place, folder: dirname(place), onPath: false })
    expect(await command().install()).toMatchObject({ state: 'installed', place })
    expect(readlinkSync(place)).toBe(launcher)
    expect(await command({ env: { PATH: `/usr/bin:${dirname(place)}/` } }).standing()).toMatchObject({ onPath: true })
    expect(await command().install()).toMatchObject({ state: 'installed' })
    expect(await command().remove()).toMatchObject({ state: 'absent' })
    expect(readdirSync(dirname(place))).toEqual([])
  })

  it.each(['a file', 'a link', 'a link that leads nowhere', 'a folder'])('never replaces or removes %s of somebody else', async (kind) => {
    mkdirSync(dirname(place), { recursive: true })
    if (kind === 'a file') writeFileSync(place, 'theirs')
    else if (kind === 'a folder') mkdirSync(place)
    else symlinkSync(kind === 'a link' ? '/bin/sh' : '/nowhere/kq', place)
    const before = kind.startsWith('a link') ? readlinkSync(place) : statSync(place).ino
    expect(await command().standing()).toMatchObject({ state: 'foreign', place })
    await expect(command().install()).rejects.toMatchObject({ code: 'command-name-taken', details: { file: place } })
    await expect(command().remove()).rejects.toMatchObject({ code: 'command-name-taken' })
    expect(kind.startsWith('a link') ? readlinkSync(place) : statSync(place).ino).toBe(before)
  })

  it('follows the app to where it was moved', async () => {
    await command({ launcher: makeLauncher('before') }).install()
    rmSync(join(folder, 'before'), { recursive: true })
    expect(await command().standing()).toMatchObject({ state: 'absent' })
    expect(await command().install()).toMatchObject({ state: 'installed' })
    expect(readlinkSync(place)).toBe(launcher)
  })

  it('never replaces a link of somebody else to another app’s kq that is not there now', async () => {
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync('/media/stick/other/resources/bin/kq', place)
    expect(await command().standing()).toMatchObject({ state: 'foreign' })
    await expect(command().install()).rejects.toMatchObject({ code: 'command-name-taken' })
    expect(readlinkSync(place)).toBe('/media/stick/other/resources/bin/kq')
  })

  it('fails with a sentence where the folder cannot be written to', async () => {
    writeFileSync(join(folder, 'home'), 'not a folder')
    await expect(command().install()).rejects.toMatchObject({ code: 'command-not-placed' })
  })

  it('offers nothing where the app brings no kq, or will not stay where it is', async () => {
    const none = command({ launcher: join(folder, 'none') })
    expect(await none.standing()).toMatchObject({ state: 'unavailable' })
    await expect(none.install()).rejects.toMatchObject({ code: 'command-not-placed' })
    const mac = { platform: 'darwin', env: {}, userHome: folder } as const
    expect(isPassing({ ...mac, launcher: '/Volumes/Keyquay/Keyquay.app/Contents/Resources/bin/kq' })).toBe(true)
    expect(isPassing({ ...mac, launcher: '/private/var/folders/x/AppTranslocation/1/d/Keyquay.app/kq' })).toBe(true)
    expect(isPassing({ ...mac, launcher: '/Applications/Keyquay.app/Contents/Resources/bin/kq' })).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('the kq of an AppImage, which is there only while it runs', () => {
  const imageIn = (mounted: string): Partial<TerminalCommandOptions> => ({
    env: { PATH: '', APPIMAGE: '/apps/Keyquay.AppImage', APPDIR: mounted }
  })
  let image: Partial<TerminalCommandOptions>
  beforeEach(() => {
    image = imageIn(join(folder, 'app'))
  })

  it('is not meant where an app that is installed was started from another AppImage', async () => {
    const other = imageIn(join(folder, 'editor'))
    expect(await command(other).install()).toMatchObject({ state: 'installed' })
    expect(readlinkSync(place)).toBe(launcher)
    autostartFile({ ...other.env, XDG_CONFIG_HOME: folder }, folder).set(true, launcher, '--hidden')
    const entry = readFileSync(join(folder, 'autostart', 'dev.keyquay.app.desktop'), 'utf8')
    expect(entry).toContain(`Exec="${launcher}" --hidden`)
  })

  it('is copied into a private folder, and the copy goes with the link', async () => {
    expect(await command(image).install()).toMatchObject({ state: 'installed' })
    const copies = join(folder, 'data', 'command')
    const [name = ''] = readdirSync(copies)
    expect(name).toMatch(/^1\.0\.0-[0-9a-f]{16}$/)
    expect(readlinkSync(place)).toBe(join(copies, name, 'bin', 'kq'))
    expect(readFileSync(join(copies, name, 'kq', 'node'), 'utf8')).toBe('app')
    expect(statSync(copies).mode & 0o777).toBe(0o700)
    rmSync(join(folder, 'app'), { recursive: true })
    expect(existsSync(place)).toBe(true)
    launcher = makeLauncher('app')
    await command(image).remove()
    expect(existsSync(copies)).toBe(false)
  })

  it('comes along when the AppImage is exchanged for a newer one, and only where it was installed', async () => {
    await command({ ...image, version: '2.0.0' }).keepUp()
    expect(existsSync(place)).toBe(false)
    await command(image).install()
    await command({ ...image, version: '2.0.0' }).keepUp()
    const [name = '', ...others] = readdirSync(join(folder, 'data', 'command'))
    expect(name).toMatch(/^2\.0\.0-/)
    expect(others).toEqual([])
    expect(readlinkSync(place)).toBe(join(folder, 'data', 'command', name, 'bin', 'kq'))
  })

  it('comes along from another build of the same version', async () => {
    await command(image).install()
    writeFileSync(join(folder, 'app', 'resources', 'kq', 'main.js'), 'mended')
    await command(image).keepUp()
    expect(readFileSync(join(dirname(readlinkSync(place)), '..', 'kq', 'main.js'), 'utf8')).toBe('mended')
    expect(readdirSync(join(folder, 'data', 'command'))).toHaveLength(1)
  })

  it.skipIf(process.platform !== 'linux')('leaves the copy that something still runs from, and takes it away the next time', async () => {
    cpSync('/bin/sleep', join(folder, 'app', 'resources', 'kq', 'node'))
    await command(image).install()
    const running = spawn(join(dirname(readlinkSync(place)), '..', 'kq', 'node'), ['600'])
    await once(running, 'spawn')
    const copies = join(folder, 'data', 'command')
    await command({ ...image, version: '2.0.0' }).keepUp()
    expect(readdirSync(copies)).toHaveLength(2)
    running.kill()
    await once(running, 'exit')
    await command({ ...image, version: '3.0.0' }).keepUp()
    expect(readdirSync(copies)).toHaveLength(1)
    await command({ ...image, version: '3.0.0' }).remove()
    expect(existsSync(copies)).toBe(false)
  })
})

describe('the kq of Windows', () => {
  const windows = {
    platform: 'win32',
    env: { LOCALAPPDATA: 'C:\\Users\\Zoë\\AppData\\Local', Path: 'C:\\Windows;c:\\users\\zoë\\appdata\\local\\microsoft\\windowsapps\\' },
    userHome: 'C:\\Users\\Zoë',
    launcher: 'C:\\Users\\Zoë\\AppData\\Local\\Programs\\100% Keyquay\\resources\\bin\\kq.cmd'
  } as const

  it('is a script in a folder on the search path, and names no person', () => {
    const place = commandPlace(windows)
    expect(place).toBe('C:\\Users\\Zoë\\AppData\\Local\\Microsoft\\WindowsApps\\kq.cmd')
    expect(isOnPath(place, windows)).toBe(true)
    const shim = windowsShim(windows)
    expect(isShim(shim)).toBe(true)
    expect(shim.split('\r\n')[1]).toBe('@"%LOCALAPPDATA%\\Programs\\100%% Keyquay\\resources\\bin\\kq.cmd" %*')
  })
})
