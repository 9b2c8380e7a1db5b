import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createEvent, label } from './answered.ts'
import { AppDesktop } from './app-desktop.ts'
import { createPaths } from './app-paths.ts'
import { createCommandLine } from './command-line.ts'
import { lifecycle } from './lifecycle.ts'
import { recorder } from './recorder.ts'
import { SingleInstanceLock } from './single-instance.ts'
import { forceSandbox } from './web-preferences.ts'

type AnsweredApp = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'show'
  | 'hide'
  | 'isHidden'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getLocaleCountryCode'
  | 'getPreferredSystemLanguages'
  | 'isPackaged'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'userAgentFallback'
>

/** Electron's `app`. */
class App extends AppDesktop implements AnsweredApp {
  readonly #ready = Promise.withResolvers<undefined>()
  readonly commandLine = createCommandLine(process.argv.slice(1))
  readonly #paths = createPaths(() => this.name, this.commandLine.getSwitchValue('user-data-dir'))
  readonly isPackaged = false
  readonly runningUnderARM64Translation = false
  readonly dock: undefined
  #lock: SingleInstanceLock | undefined
  #appPath = process.cwd()
  #version = ''
  name = 'Electron'
  userAgentFallback = ''
  applicationMenu = null
  /** Set by the windows; whether all of them have closed. */
  closeAllWindows: () => boolean = () => true

  override get [label](): string {
    return 'app'
  }

  /** What the package.json of the app says of it; called once, before any of its code runs. */
  describe(appPath: string, name: string, version: string): void {
    this.#appPath = appPath
    this.#version = version
    this.name = name
  }

  /** Called when Chromium answers and the app's own script has run. */
  becomeReady(): void {
    lifecycle.isReady = true
    // Playwright holds the event back by replacing app.emit, and looks for it before the promise.
    this.emit('will-finish-launching')
    this.emit('ready', createEvent(), {})
    this.#ready.resolve(undefined)
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return lifecycle.isReady
  }

  quit(): void {
    if (lifecycle.isQuitting) return
    lifecycle.isQuitting = true
    const event = createEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) {
      lifecycle.isQuitting = false
      return
    }
    // Closing the last window goes on to will-quit; a window that stays open ends the quitting.
    if (this.closeAllWindows()) this.#willQuit()
  }

  exit(exitCode = 0): void {
    this.emit('quit', createEvent(), exitCode)
    this.#lock?.release()
    process.exit(exitCode)
  }

  /** Called when a window has closed. */
  windowClosed(): void {
    if (this.#openWindows() > 0) return
    if (lifecycle.isQuitting) return
    setImmediate(() => {
      if (this.#openWindows() > 0 || lifecycle.isQuitting) return
      if (this.listenerCount('window-all-closed') === 0) this.quit()
      else this.emit('window-all-closed')
    })
  }

  /** Set by the windows. */
  countWindows: () => number = () => 0

  relaunch(options: Electron.RelaunchOptions = {}): boolean {
    recorder.relaunches.push(Date.now())
    process.once('exit', () => {
      spawn(options.execPath ?? process.execPath, options.args ?? process.argv.slice(1), {
        detached: true,
        stdio: 'ignore'
      }).unref()
    })
    return true
  }

  focus(): void {
    this.emit('did-become-active')
  }

  show(): void {}
  hide(): void {}

  isHidden(): boolean {
    return false
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const folder = this.#paths.get(name)
    // Electron makes this one when it is first asked for.
    if (name === 'userData' || name === 'logs') mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }

  setPath(name: string, value: string): void {
    this.#paths.set(name, value)
  }

  setAppLogsPath(folder?: string): void {
    this.setPath('logs', folder ?? this.getPath('logs'))
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return this.#version
  }

  getAppPath(): string {
    return this.#appPath
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || languageOf(process.env)
  }

  getSystemLocale(): string {
    return languageOf(process.env)
  }

  getLocaleCountryCode(): string {
    return /-([A-Z]{2})$/.exec(languageOf(process.env))?.[1] ?? ''
  }

  getPreferredSystemLanguages(): string[] {
    return [languageOf(process.env)]
  }

  enableSandbox(): void {
    if (lifecycle.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    forceSandbox()
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'))
    const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.#lock.request(message, ({ argv, workingDirectory, additionalData: data }) => {
      void this.#ready.promise.then(() => this.emit('second-instance', createEvent(), argv, workingDirectory, data))
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
  }

  #openWindows(): number {
    return this.countWindows()
  }

  #willQuit(): void {
    const event = createEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) lifecycle.isQuitting = false
    else this.exit(0)
  }
}

function languageOf(env: NodeJS.ProcessEnv): string {
  const value = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean)?.split('.')[0] ?? ''
  return /^[a-z]{2,3}(_[A-Z]{2})?$/.test(value) ? value.replace('_', '-') : 'en-US'
}

export const app = new App()
