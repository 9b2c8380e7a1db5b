import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { quoted } from '../env/env-words'
import { OLDEST_NODE } from '../node-guard'
import { check, type Finding } from './finding'

type Env = NodeJS.ProcessEnv

/** What the computer and this terminal have that `kq` and the app use. */
export function machineChecks(env: Env, platform: NodeJS.Platform): Finding[] {
  return [node(), start(platform), onPath(env), keyring(env, platform), clipboard(env, platform), terminal(env)]
}

function node(): Finding {
  const { ok, problem } = check('node', 'Node')
  const version = process.versions.node
  const says = `${version} at ${process.execPath}`
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return ok(says)
  return problem(`${says} is too old.`, `Use Node ${String(OLDEST_NODE)} or newer.`)
}

/** Without `--` before the script, Node itself reads what `kq run --env-file` names. */
function start(platform: NodeJS.Platform): Finding {
  const { ok, problem } = check('start', 'Start')
  if (platform !== 'linux') return ok('how kq was started cannot be told on this system')
  const words = readFileSync('/proc/self/cmdline', 'utf8').split('\0')
  const script = words.findIndex((word) => word.endsWith('cli.js'))
  if (words.slice(0, script).includes('--')) return ok('Node leaves --env-file to kq')
  return problem(
    'kq was started so that Node obeys NODE_OPTIONS in a file named by --env-file.',
    'Start it with tools/kq, or as node -- out/main/cli.js.'
  )
}

function onPath(env: Env): Finding {
  const { ok, note } = check('path', 'Search path')
  const found = which('kq', env)
  const own = ownLauncher()
  if (found === null) {
    return note(
      'kq is not on it; the Git hook and the completion name it by its place.',
      `ln -s ${quoted(own)} ~/.local/bin/kq`
    )
  }
  if (realPath(found) === realPath(own)) return ok(`kq is ${found}, which starts this one`)
  return note(`kq is ${found}, which is another one than this: ${own}.`)
}

/** What starts this `kq`: beside a packaged app in `bin`, in a checkout in `tools`. */
function ownLauncher(): string {
  const root = join(realPath(process.argv[1] ?? ''), '..', '..', '..')
  const name = process.platform === 'win32' ? 'kq.cmd' : 'kq'
  const packaged = join(root, 'bin', name)
  return existsSync(packaged) ? packaged : join(root, 'tools', 'kq')
}

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

/** Unlocking with the device is the app's; here it is only seen whether there is a keyring to ask. */
function keyring(env: Env, platform: NodeJS.Platform): Finding {
  const { ok, note } = check('keyring', 'Keyring')
  if (platform === 'darwin') return ok('the Keychain')
  if (platform === 'win32') return ok('Windows’ data protection')
  const bus = env.DBUS_SESSION_BUS_ADDRESS !== undefined || existsSync(join(env.XDG_RUNTIME_DIR ?? '/nowhere', 'bus'))
  const services = [
    ...(env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(':'),
    join(env.HOME ?? '', '.local', 'share')
  ]
  const has = services.some((folder) =>
    ['org.freedesktop.secrets', 'org.kde.kwalletd5', 'org.kde.kwalletd6'].some((name) =>
      existsSync(join(folder, 'dbus-1', 'services', `${name}.service`))
    )
  )
  if (!has)
    return note(
      'There is none; the app unlocks with the password alone.',
      'Install gnome-keyring or KWallet for unlocking with the device.'
    )
  if (!bus) return note('One is installed, and no session bus is here to ask it over, as over ssh.')
  return ok('a Secret Service is installed')
}

function clipboard(env: Env, platform: NodeJS.Platform): Finding {
  const { ok, note, problem } = check('clipboard', 'Clipboard')
  if (platform === 'darwin') return ok('pbcopy')
  if (platform === 'win32') return ok('clip.exe')
  const isWayland = env.WAYLAND_DISPLAY !== undefined
  if (!isWayland && env.DISPLAY === undefined)
    return note('There is no desktop here, so kq copy has nowhere to put a key.')
  const tool = isWayland ? 'wl-copy' : 'xclip'
  const found = which(tool, env) ?? which(isWayland ? 'xclip' : 'wl-copy', env)
  if (found !== null) return ok(found)
  return problem(`${tool} is missing, so kq copy fails.`, `Install ${isWayland ? 'wl-clipboard' : 'xclip'}.`)
}

function terminal(env: Env): Finding {
  const { ok, note } = check('terminal', 'Terminal')
  if (!process.stdout.isTTY) return ok('none on standard output')
  const locale = env.LC_ALL ?? env.LC_CTYPE ?? env.LANG ?? ''
  if (process.platform !== 'win32' && !/utf-?8/i.test(locale)) {
    return note(
      `Its characters are not UTF-8 (${locale === '' ? 'no locale is set' : locale}); names may look wrong.`,
      'export LANG=C.UTF-8'
    )
  }
  const depth = process.stdout.getColorDepth(env)
  const colours = depth === 1 ? 'no colours' : `${String(2 ** Math.min(depth, 24))} colours`
  return ok(`${env.TERM ?? 'unknown'}, ${colours}${env.NO_COLOR === undefined ? '' : ', none used (NO_COLOR)'}`)
}

function which(program: string, env: Env): string | null {
  const folders = (env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null
}
