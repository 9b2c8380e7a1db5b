import { app } from './app.ts'
import { Answered, createEvent } from './answered.ts'
import { closePage, isHeaded, onStrayPage, openPage, refusePage, type AttachedPage, type StrayPage } from './browser.ts'
import { lifecycle } from './lifecycle.ts'
import type { NativeImage } from './native-image.ts'
import { recorder } from './recorder.ts'
import { WebContents } from './web-contents.ts'
import { WindowFrame } from './window-frame.ts'

type AnsweredWindow = Pick<
  Electron.BrowserWindow,
  | 'id' | 'loadURL' | 'loadFile' | 'show' | 'showInactive' | 'hide' | 'close' | 'destroy' | 'isDestroyed' | 'isVisible' | 'focus' | 'blur' | 'isFocused'
  | 'minimize' | 'isMinimized' | 'restore' | 'maximize' | 'unmaximize' | 'isMaximized' | 'isFullScreen' | 'setFullScreen' | 'getBounds' | 'setBounds'
  | 'getContentBounds' | 'setContentSize' | 'getContentSize' | 'getNormalBounds' | 'setSize' | 'getSize' | 'setPosition' | 'getPosition' | 'center'
  | 'setMinimumSize' | 'getMinimumSize' | 'setMaximumSize' | 'setResizable' | 'isResizable' | 'setTitle' | 'getTitle' | 'setMenu' | 'removeMenu'
  | 'setMenuBarVisibility' | 'isMenuBarVisible' | 'setAutoHideMenuBar' | 'setContentProtection' | 'isContentProtected' | 'setSkipTaskbar' | 'flashFrame'
  | 'setProgressBar' | 'setOverlayIcon' | 'setIcon' | 'setBackgroundColor' | 'getBackgroundColor' | 'setAlwaysOnTop' | 'isAlwaysOnTop' | 'reload' | 'moveTop'
  | 'setOpacity' | 'getOpacity' | 'isEnabled' | 'setEnabled' | 'setVisibleOnAllWorkspaces' | 'isMinimizable' | 'isMaximizable' | 'isClosable' | 'isModal'
>

const all = new Map<number, BrowserWindow>()
let lastId = 0
let focused: BrowserWindow | null = null

onStrayPage((page) => {
  adoptOrRefuse(page).catch((error: unknown) => {
    refusePage(page)
    console.error(error)
  })
})

/** Electron's `BrowserWindow`: a window of Chromium's with one page. */
export class BrowserWindow extends Answered implements AnsweredWindow {
  readonly id = ++lastId
  readonly webContents: WebContents
  readonly #frame: WindowFrame
  #destroyed = false
  #visible: boolean
  #title: string
  #menuBarVisible = true
  #contentProtected = false
  #alwaysOnTop = false
  #opacity = 1
  #enabled = true
  #backgroundColor: string
  #isReadyToShow = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}, page?: AttachedPage) {
    super()
    if (!lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.setMaxListeners(0)
    this.#visible = options.show ?? true
    this.#title = options.title ?? app.name
    this.#backgroundColor = options.backgroundColor ?? '#FFF'
    this.webContents = new WebContents(options.webPreferences)
    this.webContents.closeWindow = () => this.close()
    this.webContents.hasFocus = () => this.isFocused()
    this.#frame = new WindowFrame(options, (name) => this.emit(name))
    all.set(this.id, this)
    this.#followContents()
    app.emit('web-contents-created', createEvent(), this.webContents)
    app.emit('browser-window-created', createEvent(), this)
    if (page) this.#attach(page)
    else openPage(this.#frame.outerSize()).then((opened) => this.#attach(opened), console.error)
    if (this.#visible) this.#takeFocus()
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused
  }

  static fromWebContents(webContents: WebContents): BrowserWindow | null {
    return [...all.values()].find((window) => window.webContents === webContents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null
  }

  get title(): string {
    return this.#title
  }

  set title(title: string) {
    this.setTitle(title)
  }

  get accessibleTitle(): string {
    return this.#title
  }

  get fullScreen(): boolean {
    return this.isFullScreen()
  }

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = new URL(`file://${encodeURI(file.startsWith('/') ? file : `${app.getAppPath()}/${file}`)}`)
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, String(value))
    if (options.hash !== undefined) url.hash = options.hash
    return this.webContents.loadURL(url.href)
  }

  reload(): void {
    this.webContents.reload()
  }

  capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    return this.webContents.capturePage(rect)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.#visible) return
    this.#visible = true
    this.#frame.setVisible(true)
    this.emit('show')
  }

  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    this.#frame.setVisible(false)
    this.blur()
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed
  }

  focus(): void {
    if (this.#destroyed || !this.#visible) return
    if (isHeaded()) this.webContents.focus()
    this.#takeFocus()
  }

  blur(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur')
    app.emit('browser-window-blur', createEvent(), this)
  }

  isFocused(): boolean {
    return focused === this
  }

  moveTop(): void {
    this.focus()
  }

  close(): void {
    if (this.#destroyed) return
    const event = createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) lifecycle.isQuitting = false
    else this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    if (focused === this) focused = null
    void this.webContents.attached.then(({ targetId }) => closePage(targetId))
    this.webContents.pageGone()
    this.emit('closed')
    this.removeAllListeners()
    app.windowClosed()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  minimize(): void {
    this.#frame.setState('minimized')
  }

  isMinimized(): boolean {
    return this.#frame.state === 'minimized'
  }

  restore(): void {
    this.#frame.setState('normal')
  }

  maximize(): void {
    this.#visible = true
    this.#frame.setState('maximized')
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#frame.setState('normal')
  }

  isMaximized(): boolean {
    return this.#frame.state === 'maximized'
  }

  setFullScreen(flag: boolean): void {
    this.#frame.setState(flag ? 'fullscreen' : 'normal')
  }

  isFullScreen(): boolean {
    return this.#frame.state === 'fullscreen'
  }

  isNormal(): boolean {
    return this.#frame.state === 'normal'
  }

  getBounds(): Electron.Rectangle {
    return this.#frame.bounds()
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#frame.setBounds(bounds)
  }

  getContentBounds(): Electron.Rectangle {
    return this.#frame.bounds()
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#frame.bounds()
  }

  setSize(width: number, height: number): void {
    this.#frame.setBounds({ width, height })
  }

  getSize(): number[] {
    const { width, height } = this.#frame.bounds()
    return [width, height]
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setPosition(x: number, y: number): void {
    this.#frame.setBounds({ x, y })
  }

  getPosition(): number[] {
    const { x, y } = this.#frame.bounds()
    return [x, y]
  }

  center(): void {
    this.#frame.center()
  }

  setMinimumSize(width: number, height: number): void {
    this.#frame.minimum = { width, height }
  }

  getMinimumSize(): number[] {
    return [this.#frame.minimum.width, this.#frame.minimum.height]
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible
  }

  setContentProtection(enable: boolean): void {
    this.#contentProtected = enable
  }

  isContentProtected(): boolean {
    return this.#contentProtected
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#alwaysOnTop = flag
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop
  }

  setOpacity(opacity: number): void {
    this.#opacity = opacity
  }

  getOpacity(): number {
    return this.#opacity
  }

  setEnabled(enable: boolean): void {
    this.#enabled = enable
  }

  isEnabled(): boolean {
    return this.#enabled
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color
  }

  getBackgroundColor(): string {
    return this.#backgroundColor
  }

  isResizable(): boolean {
    return true
  }

  isMinimizable(): boolean {
    return true
  }

  isMaximizable(): boolean {
    return true
  }

  isClosable(): boolean {
    return true
  }

  isModal(): boolean {
    return false
  }

  // The desktop's own furniture around a window: there is none to change.
  setMaximumSize(): void {}
  setResizable(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setSkipTaskbar(): void {}
  flashFrame(): void {}
  setProgressBar(): void {}
  setOverlayIcon(): void {}
  setIcon(): void {}
  setVisibleOnAllWorkspaces(): void {}

  #attach(page: AttachedPage): void {
    if (this.#destroyed) return closePage(page.targetId)
    this.webContents.attach(page)
    this.#frame.attach(page.targetId, this.#visible).catch((error: unknown) => {
      if (!this.#destroyed) console.error(error)
    })
  }

  #followContents(): void {
    const ready = (): void => {
      if (this.#isReadyToShow || this.#destroyed) return
      this.#isReadyToShow = true
      this.emit('ready-to-show')
    }
    this.webContents.on('first-paint', ready)
    this.webContents.on('did-finish-load', ready)
    this.webContents.on('page-title-updated', (event: { defaultPrevented: boolean }, title: string, explicitSet: boolean) => {
      this.emit('page-title-updated', event, title, explicitSet)
      if (!event.defaultPrevented) this.#title = title
    })
    this.webContents.on('render-process-gone', (_event, details: unknown) => app.emit('render-process-gone', createEvent(), this.webContents, details))
    // Closed from outside, by the person at the display or a debugger: too late to prevent.
    this.webContents.on('destroyed', () => {
      if (this.#destroyed) return
      this.emit('close', createEvent())
      this.destroy()
    })
  }

  #takeFocus(): void {
    if (focused === this) return
    focused?.blur()
    focused = this
    this.emit('focus')
    app.emit('browser-window-focus', createEvent(), this)
  }
}

async function adoptOrRefuse(page: StrayPage): Promise<void> {
  const { openerId, url } = page
  const opener = openerId === undefined
    ? WebContents.getAllWebContents().find((contents) => contents.hasRequestedOpen)
    : WebContents.fromDevToolsTargetId(openerId)
  const decision = await opener?.decideOpen(url)
  if (!opener || decision?.action !== 'allow') {
    recorder.refused.push({ kind: 'window', url: decision?.url ?? url })
    return refusePage(page)
  }
  const window = new BrowserWindow(decision.overrideBrowserWindowOptions ?? {}, page)
  const details = { url: decision.url, frameName: '', options: {}, disposition: 'new-window', referrer: { url: '', policy: 'default' } }
  opener.emit('did-create-window', window, details)
}

app.closeAllWindows = () => {
  for (const window of [...all.values()]) window.close()
  return all.size === 0
}
app.countWindows = () => all.size
