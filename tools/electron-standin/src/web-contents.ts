import { createEvent } from './answered.ts'
import { toAppUrl } from './app-urls.ts'
import { onPageGone, sessionOf, type AttachedPage } from './browser.ts'
import { watchConsole } from './console.ts'
import type { Frame } from './frames.ts'
import { onColorScheme } from './native-theme.ts'
import { Navigations } from './navigations.ts'
import { OpenRequests, type OpenRequest } from './open-requests.ts'
import { PageFrames } from './page-frames.ts'
import { PageLoading } from './page-loading.ts'
import { PageOutput } from './page-output.ts'
import { installPreload, type PreloadChannel } from './preload.ts'
import { enableInterception, interceptRequests } from './requests.ts'
import { session as sessions, type SessionModule } from './session.ts'
import { watchTitle } from './title.ts'
import { answerWindowOpen } from './window-open.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type AnsweredContents = Pick<
  Electron.WebContents,
  | 'id'
  | 'send'
  | 'loadURL'
  | 'getURL'
  | 'getTitle'
  | 'isDestroyed'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'isCrashed'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'stop'
  | 'executeJavaScript'
  | 'setWindowOpenHandler'
  | 'close'
  | 'focus'
  | 'isFocused'
  | 'getType'
  | 'getOSProcessId'
  | 'getProcessId'
  | 'getMediaSourceId'
>

const all = new Map<number, WebContents>()
let lastId = 0

onPageGone((targetId) => WebContents.fromDevToolsTargetId(targetId)?.pageGone())
onColorScheme(() => {
  for (const contents of all.values()) contents.applyColorScheme()
})

/** Electron's `WebContents`: a Chromium page and what the app may ask of it. */
export class WebContents extends PageOutput implements AnsweredContents {
  readonly id = ++lastId
  readonly session: SessionModule
  readonly navigations = new Navigations()
  readonly openRequests = new OpenRequests()
  #frames: PageFrames | undefined
  #loading: PageLoading | undefined
  #preload: PreloadChannel | undefined
  #openHandler: OpenHandler | undefined
  #destroyed = false
  #crashed = false
  #title = ''
  /** Set by the window that holds this page. */
  closeWindow: () => void = () => undefined
  hasFocus: () => boolean = () => false

  constructor(preferences: Electron.WebPreferences = {}) {
    super(preferences)
    this.setMaxListeners(0)
    this.session =
      (preferences.session as unknown as SessionModule | undefined) ??
      sessions.fromPartition(preferences.partition ?? '')
    this.session.webRequest.onChange = () => {
      for (const contents of all.values()) if (contents.page) enableInterception(contents.page.session, contents)
    }
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
    return [...all.values()].find((contents) => contents.page?.targetId === targetId)
  }

  static fromFrame(frame: Frame): WebContents | undefined {
    return [...all.values()].find((contents) => contents.frame(frame.id) === frame)
  }

  get mainFrame(): Frame | undefined {
    return this.#frames?.main
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

  /** Fills a page of Chromium's; it may load nothing before this has set it up. */
  attach(page: AttachedPage): void {
    const { session, targetId } = page
    this.page = page
    this.#frames = new PageFrames(page, this)
    this.#loading = new PageLoading(session, this.#frames, this)
    this.navigations.watch(session, targetId)
    this.openRequests.watch(session)
    watchConsole(session, (message) => this.emit('console-message', createEvent({ ...message, frame: this.mainFrame })))
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    })
    answerWindowOpen(session)
    watchTitle(session, targetId, (title) => this.#titleChanged(title))
    session.post('Page.enable')
    session.post('Page.setLifecycleEventsEnabled', { enabled: true })
    interceptRequests(session, this)
    session.on('Target.attachedToTarget', (child) => this.#attachChild(child.sessionId, child.targetInfo.type))
    session.post('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    if (this.preferences.preload !== undefined) {
      this.#preload = installPreload(session, this, this.preferences.preload)
    }
    session.post('Runtime.enable')
    session.post('Log.enable')
    this.applySettings()
    // The renderer answers in order, so this answer says that everything above is in place. A page
    // that loaded earlier could do so without its preload.
    const isSetUp = (): void => this.whenAttached.resolve(page)
    session.send('Runtime.runIfWaitingForDebugger').then(isSetUp, isSetUp)
  }

  loadURL(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    const loaded = this.#load(url, options)
    // Like Electron's: an app that does not wait for it is not ended by its failure.
    loaded.catch(() => undefined)
    return loaded
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#preload?.send(channel, args)
  }

  getURL(): string {
    return this.mainFrame?.url ?? ''
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
    return this.#loading?.isLoading ?? false
  }

  isLoadingMainFrame(): boolean {
    return this.isLoading()
  }

  reload(): void {
    this.page?.session.post('Page.reload', { ignoreCache: false })
  }

  reloadIgnoringCache(): void {
    this.page?.session.post('Page.reload', { ignoreCache: true })
  }

  stop(): void {
    this.page?.session.post('Page.stopLoading')
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.attached
    return this.mainFrame?.executeJavaScript(code, userGesture)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  close(): void {
    this.closeWindow()
  }

  focus(): void {
    this.page?.session.post('Page.bringToFront')
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

  getMediaSourceId(): string {
    return `page:${String(this.id)}`
  }

  /** The frame of the protocol's id, if it is in this page. */
  frame(frameId: string): Frame | undefined {
    return this.#frames?.get(frameId)
  }

  isMainFrame(frameId: string): boolean {
    return frameId === this.page?.targetId
  }

  /** Called when the top frame's request for a document has been let through. */
  navigationStarted(url: string): void {
    this.#loading?.started(url)
  }

  /** Asks the app what to do with a window that this page opens. */
  decideOpen(asked: OpenRequest): Electron.WindowOpenHandlerResponse & { readonly url: string } {
    const { frameName, features, disposition } = asked
    const url = toAppUrl(asked.url)
    const response = this.#openHandler?.({
      url,
      frameName,
      features,
      disposition,
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' }
    }) ?? { action: 'allow' }
    return { ...response, url }
  }

  /** Called when Chromium has closed the page. */
  pageGone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    this.emit('destroyed')
  }

  async #load(url: string, options: Electron.LoadURLOptions): Promise<void> {
    await this.attached
    await this.#loading?.load(new URL(url).href, options, this.navigations)
  }

  #titleChanged(title: string): void {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', createEvent({ title, explicitSet: true }), title, true)
  }

  // Frames of other sites and workers are pages of their own to Chromium.
  #attachChild(sessionId: string, type: string): void {
    const child = sessionOf(sessionId)
    interceptRequests(child, this)
    if (type === 'iframe') {
      this.openRequests.watch(child)
      child.post('Page.enable')
    }
    child.on('Target.attachedToTarget', (inner) => this.#attachChild(inner.sessionId, inner.targetInfo.type))
    child.post('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    child.post('Runtime.runIfWaitingForDebugger')
  }
}
