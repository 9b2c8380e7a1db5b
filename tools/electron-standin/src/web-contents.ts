import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Answered, createEvent } from './answered.ts'
import { toAppUrl, toPageUrl } from './app-urls.ts'
import { onPageGone, sessionOf, type AttachedPage } from './browser.ts'
import type { Session } from './cdp.ts'
import { watchConsole } from './console.ts'
import { Frame } from './frames.ts'
import { colorScheme, onColorScheme } from './native-theme.ts'
import { NativeImage } from './native-image.ts'
import { netErrorCode } from './net-errors.ts'
import { installPreload, type PreloadChannel } from './preload.ts'
import { enableInterception, interceptRequests } from './requests.ts'
import { session as sessions, type SessionModule } from './session.ts'
import { watchTitle } from './title.ts'
import { withDefaults } from './web-preferences.ts'
import { answerWindowOpen } from './window-open.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type AnsweredContents = Pick<
  Electron.WebContents,
  | 'id' | 'send' | 'loadURL' | 'getURL' | 'getTitle' | 'isDestroyed' | 'isLoading' | 'isLoadingMainFrame' | 'isCrashed' | 'reload' | 'reloadIgnoringCache'
  | 'stop' | 'executeJavaScript' | 'setWindowOpenHandler' | 'setZoomFactor' | 'getZoomFactor'
  | 'setZoomLevel' | 'getZoomLevel' | 'setVisualZoomLevelLimits' | 'openDevTools' | 'isDevToolsOpened' | 'closeDevTools' | 'toggleDevTools'
  | 'print' | 'printToPDF' | 'setUserAgent' | 'getUserAgent' | 'close' | 'focus' | 'isFocused' | 'getType' | 'getOSProcessId' | 'getProcessId'
  | 'setBackgroundThrottling' | 'setAudioMuted' | 'isAudioMuted' | 'setIgnoreMenuShortcuts' | 'getMediaSourceId' | 'setWebRTCIPHandlingPolicy'
>

const all = new Map<number, WebContents>()
let lastId = 0

onPageGone((targetId) => WebContents.fromDevToolsTargetId(targetId)?.pageGone())
onColorScheme(() => {
  for (const contents of all.values()) contents.applyColorScheme()
})

/** Electron's `WebContents`: a Chromium page and what the app may ask of it. */
export class WebContents extends Answered implements AnsweredContents {
  readonly id = ++lastId
  readonly session: SessionModule
  readonly #preferences: Electron.WebPreferences
  readonly #attached = Promise.withResolvers<AttachedPage>()
  readonly #hostNavigations = new Set<string>()
  readonly #frames = new Map<string, Frame>()
  #page: AttachedPage | undefined
  #preload: PreloadChannel | undefined
  #mainFrame: Frame | undefined
  #openHandler: OpenHandler | undefined
  #requestedOpen: { url: string; frameName: string; features: string; userGesture: boolean } | undefined
  #pageWantsNavigation = false
  #destroyed = false
  #crashed = false
  #loading = false
  #title = ''
  #zoomFactor = 1
  #devToolsOpen = false
  #audioMuted = false
  #userAgent = ''
  backgroundThrottling = true
  /** Set by the window that holds this page. */
  closeWindow: () => void = () => undefined
  hasFocus: () => boolean = () => false

  constructor(preferences: Electron.WebPreferences = {}) {
    super()
    this.setMaxListeners(0)
    this.#preferences = withDefaults(preferences)
    this.session = (preferences.session as unknown as SessionModule | undefined) ?? sessions.fromPartition(preferences.partition ?? '')
    this.session.webRequest.onChange = () => all.forEach((contents) => contents.#page && enableInterception(contents.#page.session, contents))
    all.set(this.id, this)
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id)
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()]
  }

  static getFocusedWebContents(): WebContents | null {
    return [...all.values()].find((contents) => contents.isFocused()) ?? null
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#page?.targetId === targetId)
  }

  static fromFrame(frame: Frame): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#frames.get(frame.id) === frame)
  }

  get mainFrame(): Frame | undefined {
    return this.#mainFrame
  }

  get hostWebContents(): null {
    return null
  }

  get opener(): null {
    return null
  }

  get debugger(): never {
    throw new Error('electron stand-in: WebContents.debugger is not answered here')
  }

  get zoomFactor(): number {
    return this.#zoomFactor
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  /** Resolves when Chromium has given this its page. */
  get attached(): Promise<AttachedPage> {
    return this.#attached.promise
  }

  /** Fills a page of Chromium's; it may load nothing before this has set it up. */
  attach(page: AttachedPage): void {
    const { session, targetId } = page
    this.#page = page
    this.#mainFrame = new Frame(session, targetId, null)
    this.#frames.set(targetId, this.#mainFrame)
    this.#watchFrames(session)
    this.#watchLoading(session)
    watchConsole(session, (message) => this.emit('console-message', createEvent({ ...message, frame: this.#mainFrame })))
    answerWindowOpen(session)
    watchTitle(session, targetId, (title) => this.#titleChanged(title))
    session.post('Page.enable')
    session.post('Page.setLifecycleEventsEnabled', { enabled: true })
    interceptRequests(session, this)
    session.on('Target.attachedToTarget', (child) => this.#attachChild(child.sessionId))
    session.post('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    if (this.#preferences.preload !== undefined) this.#preload = installPreload(session, this, this.#preferences.preload)
    session.post('Runtime.enable')
    session.post('Log.enable')
    this.applyColorScheme()
    if (this.#userAgent) session.post('Emulation.setUserAgentOverride', { userAgent: this.#userAgent })
    // The renderer answers in order, so this answer says that everything above is in place. A page
    // that loaded earlier could do so without its preload.
    const isSetUp = (): void => this.#attached.resolve(page)
    session.send('Runtime.runIfWaitingForDebugger').then(isSetUp, isSetUp)
  }

  async loadURL(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    const { session } = await this.#attached.promise
    const target = new URL(url).href
    const finished = this.#whenLoaded()
    this.#hostNavigations.add(withoutHash(target))
    this.#loading = true
    const { errorText } = await session.send('Page.navigate', {
      url: toPageUrl(target),
      ...(typeof options.httpReferrer === 'string' ? { referrer: options.httpReferrer } : {})
    })
    this.#hostNavigations.delete(withoutHash(target))
    if (errorText === undefined) return finished
    this.#loading = false
    const description = errorText.replace('net::', '')
    const code = netErrorCode(description)
    this.emit('did-fail-load', {}, code, description, target, true, 1, 1)
    throw Object.assign(new Error(`${description} (${String(code)}) loading '${target}'`), { errno: code, code: description, url: target })
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#preload?.send(channel, args)
  }

  getURL(): string {
    return this.#mainFrame?.url ?? ''
  }

  getTitle(): string {
    return this.#title
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  isLoading(): boolean {
    return this.#loading
  }

  isLoadingMainFrame(): boolean {
    return this.#loading
  }

  reload(): void {
    this.#reload(false)
  }

  reloadIgnoringCache(): void {
    this.#reload(true)
  }

  stop(): void {
    this.#page?.session.post('Page.stopLoading')
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.#attached.promise
    return this.#mainFrame?.executeJavaScript(code, userGesture)
  }

  getLastWebPreferences(): Electron.WebPreferences | null {
    return { ...this.#preferences }
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
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
    if (this.#preferences.devTools === false || this.#devToolsOpen) return
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

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const { session } = await this.#attached.promise
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...(rect ? { clip: { ...rect, scale: 1 } } : {}) })
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'))
  }

  print(_options?: Electron.WebContentsPrintOptions, callback?: (success: boolean, failureReason: string) => void): void {
    callback?.(false, 'No printers available on the network')
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.#attached.promise
    const { data } = await session.send('Page.printToPDF', { landscape: options.landscape ?? false, printBackground: options.printBackground ?? false })
    return Buffer.from(data, 'base64')
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent
    this.#page?.session.post('Emulation.setUserAgentOverride', { userAgent })
  }

  getUserAgent(): string {
    return this.#userAgent
  }

  close(): void {
    this.closeWindow()
  }

  focus(): void {
    this.#page?.session.post('Page.bringToFront')
  }

  isFocused(): boolean {
    return this.hasFocus()
  }

  getType(): 'window' {
    return 'window'
  }

  getOSProcessId(): number {
    return process.pid
  }

  getProcessId(): number {
    return 1
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

  getMediaSourceId(): string {
    return `page:${String(this.id)}`
  }

  setIgnoreMenuShortcuts(): void {}
  setWebRTCIPHandlingPolicy(): void {}

  /** The frame of the protocol's id, if it is in this page. */
  frame(frameId: string): Frame | undefined {
    return this.#frames.get(frameId)
  }

  isMainFrame(frameId: string): boolean {
    return frameId === this.#page?.targetId
  }

  /** Whether the app itself, not the page, asked for the navigation that is about to start. */
  takeHostNavigation(url: string): boolean {
    if (this.#hostNavigations.delete(withoutHash(url))) return true
    const isReload = withoutHash(url) === withoutHash(this.getURL()) && !this.#pageWantsNavigation
    this.#pageWantsNavigation = false
    return isReload
  }

  /** Called when the top frame's request for a document has been let through. */
  navigationStarted(url: string): void {
    this.#loading = true
    this.emit('did-start-loading')
    this.emit('did-start-navigation', createEvent({ url, isSameDocument: false, isMainFrame: true, frame: this.#mainFrame }), url, false, true, 1, 1)
  }

  /** Asks the app what to do with a window that this page opens. */
  async decideOpen(fallbackUrl: string): Promise<Electron.WindowOpenHandlerResponse & { readonly url: string }> {
    // The page's own word comes another way than the window, and can be the later of the two.
    if (!this.#requestedOpen) await Promise.race([once(this, 'window-requested'), setTimeout(500)])
    const asked = this.#requestedOpen ?? { url: fallbackUrl, frameName: '', features: '', userGesture: true }
    this.#requestedOpen = undefined
    const url = toAppUrl(asked.url)
    const response = this.#openHandler?.({
      url, frameName: asked.frameName, features: asked.features,
      disposition: asked.features ? 'new-window' : 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' }
    }) ?? { action: 'allow' }
    return { ...response, url }
  }

  /** Whether this page has asked for a window that has not been dealt with. */
  get hasRequestedOpen(): boolean {
    return this.#requestedOpen !== undefined
  }

  /** Tells the page which colours the app has chosen. */
  applyColorScheme(): void {
    this.#page?.session.post('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: colorScheme() }] })
  }

  /** Called when Chromium has closed the page. */
  pageGone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    this.emit('destroyed')
  }

  #titleChanged(title: string): void {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', createEvent({ title, explicitSet: true }), title, true)
  }

  #watchFrames(session: Session): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, new Frame(session, frameId, this.#frames.get(parentFrameId) ?? null))
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'swap') return
      this.#frames.get(frameId)?.remove()
      this.#frames.delete(frameId)
    })
    session.on('Page.frameNavigated', ({ frame: { id, url, urlFragment = '', securityOrigin, name = '' } }) => {
      const frame = this.#frames.get(id)
      frame?.committed(url + urlFragment, securityOrigin, name)
      this.emit('did-frame-navigate', {}, frame?.url, 200, '', frame === this.#mainFrame, 1, frame?.routingId)
      if (!frame || frame !== this.#mainFrame || url.startsWith('data:')) return
      this.#pageWantsNavigation = false
      this.emit('did-navigate', createEvent({}), frame.url, 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (!frame) return
      frame.url = toAppUrl(url)
      const isMainFrame = frame === this.#mainFrame
      this.emit('did-start-navigation', createEvent({ url: frame.url, isSameDocument: true, isMainFrame, frame }), frame.url, true, isMainFrame, 1, frame.routingId)
      this.emit('did-navigate-in-page', {}, frame.url, isMainFrame, 1, frame.routingId)
    })
    session.on('Page.frameRequestedNavigation', ({ frameId, disposition }) => {
      if (this.isMainFrame(frameId) && disposition === 'currentTab') this.#pageWantsNavigation = true
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures, userGesture }) => {
      this.#requestedOpen = { url, frameName: windowName === '_blank' ? '' : windowName, features: windowFeatures.join(','), userGesture }
      this.emit('window-requested')
    })
  }

  #watchLoading(session: Session): void {
    const isOurs = (): boolean => this.getURL() !== '' && !this.getURL().startsWith('data:text/html,')
    session.on('Page.domContentEventFired', () => {
      this.applyColorScheme()
      if (this.#zoomFactor !== 1) this.#applyZoom()
      if (isOurs()) this.emit('dom-ready', {})
    })
    session.on('Page.loadEventFired', () => {
      if (!isOurs()) return
      this.#loading = false
      this.emit('did-frame-finish-load', {}, true, 1, 1)
      this.emit('did-finish-load')
      this.emit('did-stop-loading')
    })
    session.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (name === 'firstPaint' && this.isMainFrame(frameId) && isOurs()) this.emit('first-paint')
    })
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    })
  }

  // Frames of other sites and workers are pages of their own to Chromium.
  #attachChild(sessionId: string): void {
    const child = sessionOf(sessionId)
    interceptRequests(child, this)
    child.on('Target.attachedToTarget', (grandchild) => this.#attachChild(grandchild.sessionId))
    child.post('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    child.post('Runtime.runIfWaitingForDebugger')
  }

  #reload(ignoreCache: boolean): void {
    this.#hostNavigations.add(withoutHash(this.getURL()))
    this.#page?.session.post('Page.reload', { ignoreCache })
  }

  #applyZoom(): void {
    this.#page?.session.post('Runtime.evaluate', { expression: `document.documentElement.style.zoom = ${String(this.#zoomFactor)}`, silent: true })
  }

  #whenLoaded(): Promise<void> {
    return new Promise((resolve) => {
      this.once('did-finish-load', resolve)
      this.once('destroyed', resolve)
    })
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
