import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'

export interface Chromium {
  readonly process: ChildProcess
  readonly toBrowser: Writable
  readonly fromBrowser: Readable
  /** Whether Chromium draws on a display and so has shown its first window already. */
  readonly isHeaded: boolean
  readonly program: string
  readonly profileDir: string
}

// Debian's /usr/bin/chromium is a shell script that costs 100 ms and adds flags; its binary is first.
const programs = ['/usr/lib/chromium/chromium', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const switchedOffFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'CalculateNativeWinOcclusion',
  // Chromium aborts preflighted cross-origin redirects while requests are intercepted.
  'AvoidCorsURLLoaderRestartOnRedirect',
  // A page's first paint would otherwise wait for the one before it to be replaced.
  'PaintHolding'
]

const profilePrefix = 'electron-standin-'

/** The full path of a Chromium, or undefined. `CHROMIUM_PATH` decides when it is set. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const wanted = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : programs
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const candidates = wanted.flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))
  )
  return candidates.find(isExecutable)
}

/**
 * Starts Chromium with a pipe to it and a profile of its own. A port is opened only when
 * `switches` ask for one, as Playwright's do.
 */
export function startChromium(program: string, title: string, switches: readonly string[]): Chromium {
  removeProfilesLeftBehind()
  const profileDir = mkdtempSync(path.join(tmpdir(), `${profilePrefix}${String(process.pid)}-`))
  const isHeaded = Boolean(process.env.DISPLAY) && !switches.some((flag) => flag.startsWith('--headless'))
  const portSwitch = switches.find((flag) => flag.startsWith('--remote-debugging-port'))
  const flags = [
    '--remote-debugging-pipe',
    ...(portSwitch === undefined ? [] : [portSwitch]),
    `--user-data-dir=${profileDir}`,
    // As root Chromium cannot build its sandbox; anyone else keeps it, whatever the caller asks.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(isHeaded
      ? [`--app=data:text/html,<title>${encodeURIComponent(title)}</title>`, '--test-type']
      : ['--headless=new', '--no-startup-window', '--hide-scrollbars']),
    '--keep-alive-for-test',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-field-trial-config',
    '--disable-infobars',
    '--disable-ipc-flooding-protection',
    '--disable-popup-blocking',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    '--metrics-recording-only',
    '--force-color-profile=srgb',
    // No name is ever asked for: neither for the app's own schemes, which live at *.localhost inside the page, nor by
    // this browser for itself.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--disable-features=${switchedOffFeatures.join(',')}`,
    ...switches.filter((flag) => /^--(lang|force-device-scale-factor|window-position)=/.test(flag))
  ]
  const child = spawn(program, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that one signal ends every process Chromium has started.
    detached: true
  })
  const [toBrowser, fromBrowser] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  if (portSwitch !== undefined) forwardDevToolsLine(child)
  else child.stderr?.resume()
  endWithThisProcess(child, profileDir)
  return { process: child, toBrowser, fromBrowser, isHeaded, program, profileDir }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// Playwright waits for this line; the rest of Chromium's stderr is noise about a missing desktop.
function forwardDevToolsLine(child: ChildProcess): void {
  let text = ''
  const onData = (chunk: Buffer): void => {
    text += chunk.toString()
    const line = /^DevTools listening on ws:\/\/.*$/m.exec(text)
    if (!line || !text.includes('\n', line.index)) return
    process.stderr.write(`${line[0]}\n`)
    child.stderr?.off('data', onData).resume()
  }
  child.stderr?.on('data', onData)
}

// Chromium also ends by itself when the pipe closes, which covers a kill -9 of this process.
function endWithThisProcess(child: ChildProcess, profileDir: string): void {
  process.on('exit', () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
    removeProfile(profileDir)
  })
}

// After a kill -9 nobody was there to remove the profile; its name tells whose it was.
function removeProfilesLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(profilePrefix) ? Number(name.slice(profilePrefix.length).split('-')[0]) : Number.NaN
    if (!Number.isInteger(owner) || isRunning(owner)) continue
    removeProfile(path.join(tmpdir(), name))
  }
}

// Another start may be removing it too, or a Chromium that is ending still writes to it: what is
// left then goes with the next start.
function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  } catch (error) {
    if (process.env.ELECTRON_STANDIN_DEBUG) console.error(error)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
