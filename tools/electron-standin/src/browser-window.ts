import { app } from './app.ts'
import { createEvent } from './answered.ts'
import { closePage, isHeaded, openPage, type AttachedPage } from './browser.ts'
import { FramedWindow } from './framed-window.ts'
import { lifecycle } from './lifecycle.ts'
import type { NativeImage } from './native-image.ts'
import { WebContents } from './web-contents.ts'

type AnsweredWindow = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'moveTop'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
>

const all = new Map<number, BrowserWindow>()
let lastId = 0
let focused: BrowserWindow | null = null

/** Electron's `BrowserWindow`: a window of Chromium's with one page. */
export class BrowserWindow extends FramedWindow implements AnsweredWindow {
  readonly id = ++lastId
  readonly webContents: WebContents
  #destroyed = false
  #isReadyToShow = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}, page?: AttachedPage) {
    super(options, app.name)
    if (!lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.setMaxListeners(0)
    this.webContents = new WebContents(options.webPreferences)
    this.webContents.closeWindow = () => this.close()
    this.webContents.hasFocus = () => this.isFocused()
    all.set(this.id, this)
    this.#followContents()
    app.emit('web-contents-created', createEvent(), this.webContents)
    app.emit('browser-window-created', createEvent(), this)
    if (page) this.#attach(page)
    else openPage(this.frame.outerSize()).then((opened) => this.#attach(opened), console.error)
    if (this.visible) this.#takeFocus()
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

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = new URL(`file://${encodeURI(file.startsWith('/') ? file : `${app.getAppPath()}/${file}`)}`)
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value)
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
    if (this.visible) return
    this.visible = true
    this.frame.setVisible(true)
    this.emit('show')
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.frame.setVisible(false)
    this.blur()
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.visible && !this.#destroyed
  }

  focus(): void {
    if (this.#destroyed || !this.visible) return
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

  #attach(page: AttachedPage): void {
    if (this.#destroyed) return closePage(page.targetId)
    this.webContents.attach(page)
    this.frame.attach(page.targetId, this.visible).catch((error: unknown) => {
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
    this.webContents.on(
      'page-title-updated',
      (event: { defaultPrevented: boolean }, title: string, explicitSet: boolean) => {
        this.emit('page-title-updated', event, title, explicitSet)
        if (!event.defaultPrevented) this.setTitle(title)
      }
    )
    this.webContents.on('render-process-gone', (_event, details: unknown) =>
      app.emit('render-process-gone', createEvent(), this.webContents, details)
    )
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
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- which window has the focus, no alias
    focused = this
    this.emit('focus')
    app.emit('browser-window-focus', createEvent(), this)
  }
}

app.closeAllWindows = () => {
  for (const window of [...all.values()]) window.close()
  return all.size === 0
}
app.countWindows = () => all.size
