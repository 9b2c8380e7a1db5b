import { Answered, label } from './answered.ts'
import { browserSession } from './browser.ts'
import { ProtocolModule } from './protocol.ts'
import { WebRequest } from './web-request.ts'

type Handler<M extends 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> =
  Parameters<Electron.Session[M]>[0]

type AnsweredSession = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setUSBProtectedClassesHandler'
  | 'setBluetoothPairingHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setProxy'
  | 'setUserAgent'
  | 'clearCache'
  | 'clearStorageData'
  | 'clearData'
  | 'clearHostResolverCache'
  | 'clearAuthCache'
  | 'closeAllConnections'
  | 'flushStorageData'
  | 'isPersistent'
  | 'getStoragePath'
  | 'setPreloads'
  | 'fetch'
>

/** Electron's `Session`. There is one Chromium profile behind all of them, thrown away at exit. */
export class SessionModule extends Answered implements AnsweredSession {
  readonly protocol = new ProtocolModule()
  readonly webRequest = new WebRequest()
  readonly #partition: string
  permissionRequestHandler: Handler<'setPermissionRequestHandler'> = null
  permissionCheckHandler: Handler<'setPermissionCheckHandler'> = null
  devicePermissionHandler: Handler<'setDevicePermissionHandler'> = null
  displayMediaHandler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0] = null
  spellCheckerEnabled = true

  constructor(partition: string) {
    super()
    this.#partition = partition
  }

  override get [label](): string {
    return 'session'
  }

  setPermissionRequestHandler(handler: Handler<'setPermissionRequestHandler'>): void {
    this.permissionRequestHandler = handler
  }

  setPermissionCheckHandler(handler: Handler<'setPermissionCheckHandler'>): void {
    this.permissionCheckHandler = handler
  }

  setDevicePermissionHandler(handler: Handler<'setDevicePermissionHandler'>): void {
    this.devicePermissionHandler = handler
  }

  setDisplayMediaRequestHandler(handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]): void {
    this.displayMediaHandler = handler
  }

  // No USB, Bluetooth, dictionary or proxy is ever used: Chromium runs with them switched off.
  setUSBProtectedClassesHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setCertificateVerifyProc(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}
  setUserAgent(): void {}
  setPreloads(): void {}
  flushStorageData(): void {}
  async setProxy(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled
  }

  isPersistent(): boolean {
    return this.#partition === '' || this.#partition.startsWith('persist:')
  }

  getStoragePath(): string | null {
    return null
  }

  fetch(input: string | GlobalRequest, init?: RequestInit): Promise<GlobalResponse> {
    return fetch(input, init)
  }

  async clearCache(): Promise<void> {
    // What there is of a cache is per page, and every request of the app's own scheme is answered anew.
  }

  async clearStorageData(options: Electron.ClearStorageDataOptions = {}): Promise<void> {
    await browserSession().send('Storage.clearDataForOrigin', { origin: options.origin ?? '*', storageTypes: 'all' })
  }

  async clearData(options: Electron.ClearDataOptions = {}): Promise<void> {
    for (const origin of options.origins ?? ['*']) await this.clearStorageData({ origin })
  }
}

const partitions = new Map<string, SessionModule>()

function fromPartition(partition: string): SessionModule {
  const found = partitions.get(partition) ?? new SessionModule(partition)
  partitions.set(partition, found)
  return found
}

/** Electron's `session` module. */
export const session = {
  get defaultSession(): SessionModule {
    return fromPartition('')
  },
  fromPartition,
  fromPath: (folder: string): SessionModule => fromPartition(`persist:${folder}`)
}
