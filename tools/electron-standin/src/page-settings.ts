import { Answered } from './answered.ts'
import type { AttachedPage } from './browser.ts'
import { colorScheme } from './native-theme.ts'
import { withDefaults } from './web-preferences.ts'

type AnsweredSettings = Pick<
  Electron.WebContents,
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'setVisualZoomLevelLimits'
  | 'openDevTools'
  | 'isDevToolsOpened'
  | 'closeDevTools'
  | 'toggleDevTools'
  | 'setUserAgent'
  | 'getUserAgent'
  | 'setBackgroundThrottling'
  | 'setAudioMuted'
  | 'isAudioMuted'
  | 'setIgnoreMenuShortcuts'
  | 'setWebRTCIPHandlingPolicy'
>

/** What an app sets on a page and reads back. */
export class PageSettings extends Answered implements AnsweredSettings {
  protected readonly preferences: Electron.WebPreferences
  /** What it applies to, once Chromium has given it. */
  protected page: AttachedPage | undefined
  #zoomFactor = 1
  #devToolsOpen = false
  #audioMuted = false
  #userAgent = ''
  backgroundThrottling = true

  constructor(preferences: Electron.WebPreferences) {
    super()
    this.preferences = withDefaults(preferences)
  }

  get zoomFactor(): number {
    return this.#zoomFactor
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  getLastWebPreferences(): Electron.WebPreferences | null {
    return { ...this.preferences }
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoomFactor = factor
    this.#applyZoom()
  }

  getZoomFactor(): number {
    return this.#zoomFactor
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2)
  }

  async setVisualZoomLevelLimits(): Promise<void> {}

  openDevTools(): void {
    if (this.preferences.devTools === false || this.#devToolsOpen) return
    this.#devToolsOpen = true
    this.emit('devtools-opened')
  }

  closeDevTools(): void {
    if (!this.#devToolsOpen) return
    this.#devToolsOpen = false
    this.emit('devtools-closed')
  }

  toggleDevTools(): void {
    if (this.#devToolsOpen) this.closeDevTools()
    else this.openDevTools()
  }

  isDevToolsOpened(): boolean {
    return this.#devToolsOpen
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent
    this.#applyUserAgent()
  }

  getUserAgent(): string {
    return this.#userAgent
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed
  }

  setAudioMuted(muted: boolean): void {
    this.#audioMuted = muted
  }

  isAudioMuted(): boolean {
    return this.#audioMuted
  }

  setIgnoreMenuShortcuts(): void {}
  setWebRTCIPHandlingPolicy(): void {}

  /** Tells the page which colours the app has chosen. */
  applyColorScheme(): void {
    const features = [{ name: 'prefers-color-scheme', value: colorScheme() }]
    this.page?.session.post('Emulation.setEmulatedMedia', { features })
  }

  /** Tells a new document what an earlier one was told. */
  reapply(): void {
    this.applyColorScheme()
    if (this.#zoomFactor !== 1) this.#applyZoom()
  }

  /** Tells a page that has just come. */
  protected applySettings(): void {
    this.applyColorScheme()
    if (this.#userAgent) this.#applyUserAgent()
  }

  #applyUserAgent(): void {
    this.page?.session.post('Emulation.setUserAgentOverride', { userAgent: this.#userAgent })
  }

  #applyZoom(): void {
    const expression = `document.documentElement.style.zoom = ${String(this.#zoomFactor)}`
    this.page?.session.post('Runtime.evaluate', { expression, silent: true })
  }
}
