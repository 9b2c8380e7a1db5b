import { Answered } from './answered.ts'
import { recorder } from './recorder.ts'

type AnsweredDesktop = Pick<
  Electron.App,
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'badgeCount'
  | 'setAppUserModelId'
  | 'setUserTasks'
  | 'setJumpList'
  | 'setAccessibilitySupportEnabled'
  | 'isAccessibilitySupportEnabled'
  | 'accessibilitySupportEnabled'
  | 'disableHardwareAcceleration'
  | 'isHardwareAccelerationEnabled'
  | 'disableDomainBlockingFor3DAPIs'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'isEmojiPanelSupported'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'setSecureKeyboardEntryEnabled'
  | 'isSecureKeyboardEntryEnabled'
>

/** What an app tells the desktop about itself: recorded, and read back. */
export class AppDesktop extends Answered implements AnsweredDesktop {
  readonly #protocolClients = new Set<string>()
  badgeCount = 0
  accessibilitySupportEnabled = false

  setAsDefaultProtocolClient(protocol: string): boolean {
    this.#protocolClients.add(protocol)
    recorder.protocolClients.push(protocol)
    return true
  }

  removeAsDefaultProtocolClient(protocol: string): boolean {
    return this.#protocolClients.delete(protocol)
  }

  isDefaultProtocolClient(protocol: string): boolean {
    return this.#protocolClients.has(protocol)
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    recorder.loginItem = settings
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = recorder.loginItem?.openAtLogin ?? false
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: []
    }
  }

  setBadgeCount(count = 0): boolean {
    this.badgeCount = count
    recorder.badge = count
    return true
  }

  getBadgeCount(): number {
    return this.badgeCount
  }

  setUserTasks(): boolean {
    return true
  }

  setJumpList(): 'ok' {
    return 'ok'
  }

  setAccessibilitySupportEnabled(enabled: boolean): void {
    this.accessibilitySupportEnabled = enabled
  }

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled
  }

  isHardwareAccelerationEnabled(): boolean {
    return false
  }

  isEmojiPanelSupported(): boolean {
    return false
  }

  isUnityRunning(): boolean {
    return false
  }

  isSecureKeyboardEntryEnabled(): boolean {
    return false
  }

  // Of Windows, macOS and the GPU process: nothing here to change.
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  disableHardwareAcceleration(): void {}
  disableDomainBlockingFor3DAPIs(): void {}
  setSecureKeyboardEntryEnabled(): void {}
}
