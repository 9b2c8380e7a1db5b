import { Answered } from './answered.ts'

type AnsweredFurniture = Pick<
  Electron.BrowserWindow,
  | 'setTitle'
  | 'getTitle'
  | 'setMenuBarVisibility'
  | 'isMenuBarVisible'
  | 'setContentProtection'
  | 'isContentProtected'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'setOpacity'
  | 'getOpacity'
  | 'setEnabled'
  | 'isEnabled'
  | 'setBackgroundColor'
  | 'getBackgroundColor'
  | 'isResizable'
  | 'isMinimizable'
  | 'isMaximizable'
  | 'isClosable'
  | 'isModal'
  | 'setMaximumSize'
  | 'setResizable'
  | 'setMenu'
  | 'removeMenu'
  | 'setAutoHideMenuBar'
  | 'setSkipTaskbar'
  | 'flashFrame'
  | 'setProgressBar'
  | 'setOverlayIcon'
  | 'setIcon'
  | 'setVisibleOnAllWorkspaces'
>

/** What a desktop draws around and onto a window. There is none, so it is kept and read back. */
export class WindowFurniture extends Answered implements AnsweredFurniture {
  #title: string
  #backgroundColor: string
  #menuBarVisible = true
  #contentProtected = false
  #alwaysOnTop = false
  #opacity = 1
  #enabled = true

  constructor(title: string, backgroundColor: string) {
    super()
    this.#title = title
    this.#backgroundColor = backgroundColor
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
}
