import { WindowFrame } from './window-frame.ts'
import { WindowFurniture } from './window-furniture.ts'

type AnsweredFrame = Pick<
  Electron.BrowserWindow,
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'getBounds'
  | 'setBounds'
  | 'getContentBounds'
  | 'setContentSize'
  | 'getContentSize'
  | 'getNormalBounds'
  | 'setSize'
  | 'getSize'
  | 'setPosition'
  | 'getPosition'
  | 'center'
  | 'setMinimumSize'
  | 'getMinimumSize'
>

/** Where a window is, how big, and in which of its states. */
export class FramedWindow extends WindowFurniture implements AnsweredFrame {
  protected readonly frame: WindowFrame
  protected visible: boolean

  constructor(options: Electron.BrowserWindowConstructorOptions, nameOfApp: string) {
    super(options.title ?? nameOfApp, options.backgroundColor ?? '#FFF')
    this.visible = options.show ?? true
    this.frame = new WindowFrame(options, (name) => this.emit(name))
  }

  get fullScreen(): boolean {
    return this.isFullScreen()
  }

  minimize(): void {
    this.frame.setState('minimized')
  }

  isMinimized(): boolean {
    return this.frame.state === 'minimized'
  }

  restore(): void {
    this.frame.setState('normal')
  }

  maximize(): void {
    this.visible = true
    this.frame.setState('maximized')
  }

  unmaximize(): void {
    if (this.isMaximized()) this.frame.setState('normal')
  }

  isMaximized(): boolean {
    return this.frame.state === 'maximized'
  }

  setFullScreen(flag: boolean): void {
    this.frame.setState(flag ? 'fullscreen' : 'normal')
  }

  isFullScreen(): boolean {
    return this.frame.state === 'fullscreen'
  }

  isNormal(): boolean {
    return this.frame.state === 'normal'
  }

  getBounds(): Electron.Rectangle {
    return this.frame.bounds()
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.frame.setBounds(bounds)
  }

  getContentBounds(): Electron.Rectangle {
    return this.frame.bounds()
  }

  getNormalBounds(): Electron.Rectangle {
    return this.frame.bounds()
  }

  setSize(width: number, height: number): void {
    this.frame.setBounds({ width, height })
  }

  getSize(): number[] {
    const { width, height } = this.frame.bounds()
    return [width, height]
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setPosition(x: number, y: number): void {
    this.frame.setBounds({ x, y })
  }

  getPosition(): number[] {
    const { x, y } = this.frame.bounds()
    return [x, y]
  }

  center(): void {
    this.frame.center()
  }

  setMinimumSize(width: number, height: number): void {
    this.frame.minimum = { width, height }
  }

  getMinimumSize(): number[] {
    return [this.frame.minimum.width, this.frame.minimum.height]
  }
}
