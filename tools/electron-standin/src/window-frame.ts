import { browserSession, isHeaded } from './browser.ts'
import { display } from './display.ts'

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

// What Chromium draws around a page: headless, tabs and an address bar that nobody sees.
const headlessSurround = 87
const offScreen = -32_000

/** Where a window is and how big. Sizes are of the page, as Electron's are where no frame is drawn. */
export class WindowFrame {
  readonly #emit: (name: string) => void
  #bounds: Electron.Rectangle
  #surround = { width: 0, height: isHeaded() ? 0 : headlessSurround }
  #windowId: number | undefined
  #visible = true
  state: WindowState = 'normal'
  minimum: Electron.Size

  constructor(options: Electron.BrowserWindowConstructorOptions, emit: (name: string) => void) {
    const { workArea } = display()
    const { width = 800, height = 600 } = options
    this.#emit = emit
    this.minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
    this.#bounds = {
      x: options.x ?? Math.max(0, Math.round((workArea.width - width) / 2)),
      y: options.y ?? Math.max(0, Math.round((workArea.height - height) / 2)),
      width: Math.max(width, this.minimum.width),
      height: Math.max(height, this.minimum.height)
    }
  }

  outerSize(): Electron.Size {
    return { width: this.#bounds.width + this.#surround.width, height: this.#bounds.height + this.#surround.height }
  }

  bounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }

  /** Called when the window has its page: makes it as big as was asked. */
  async attach(targetId: string, visible: boolean): Promise<void> {
    this.#visible = visible
    const { windowId } = await browserSession().send('Browser.getWindowForTarget', { targetId })
    this.#windowId = windowId
    if (isHeaded()) this.#apply()
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds
    this.#bounds = { ...before, ...bounds }
    this.#bounds.width = Math.round(Math.max(this.#bounds.width, this.minimum.width))
    this.#bounds.height = Math.round(Math.max(this.#bounds.height, this.minimum.height))
    this.#apply()
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.#emitPair('move', 'moved')
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height)
      this.#emitPair('resize', 'resized')
  }

  center(): void {
    const { workArea } = display()
    this.setBounds({
      x: Math.round((workArea.width - this.#bounds.width) / 2),
      y: Math.round((workArea.height - this.#bounds.height) / 2)
    })
  }

  setVisible(visible: boolean): void {
    this.#visible = visible
    this.#apply()
  }

  setState(state: WindowState): void {
    if (state === this.state) return
    const before = this.state
    this.state = state
    this.#post({ windowState: state })
    if (before === 'maximized' && state === 'normal') this.#emit('unmaximize')
    if (before === 'minimized') this.#emit('restore')
    if (before === 'fullscreen') this.#emit('leave-full-screen')
    if (state === 'fullscreen') this.#emit('enter-full-screen')
    else if (state !== 'normal') this.#emit(state === 'minimized' ? 'minimize' : 'maximize')
  }

  // A hidden window is moved away: Chromium has no window that is there and not shown.
  #apply(): void {
    const { x, y } = this.#bounds
    if (this.state !== 'normal' && this.#visible) return
    this.#post({ left: this.#visible ? x : offScreen, top: this.#visible ? y : offScreen, ...this.outerSize() })
  }

  #post(bounds: { windowState?: WindowState; left?: number; top?: number; width?: number; height?: number }): void {
    if (this.#windowId !== undefined)
      browserSession().post('Browser.setWindowBounds', { windowId: this.#windowId, bounds })
  }

  #emitPair(first: string, second: string): void {
    this.#emit(first)
    this.#emit(second)
  }
}
