import { Answered, createEvent } from './answered.ts'
import { recordMenu, type Menu } from './menu.ts'
import { NativeImage } from './native-image.ts'
import { recorder } from './recorder.ts'

type AnsweredTray = Pick<
  Electron.Tray,
  | 'destroy'
  | 'isDestroyed'
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'getBounds'
  | 'setIgnoreDoubleClickEvents'
  | 'getIgnoreDoubleClickEvents'
  | 'displayBalloon'
  | 'removeBalloon'
  | 'focus'
  | 'closeContextMenu'
>

const all: Tray[] = []

/** Electron's `Tray`. There is no system tray to see it in; what would be there is recorded. */
export class Tray extends Answered implements AnsweredTray {
  #image: NativeImage
  #title = ''
  #toolTip = ''
  #menu: Menu | null = null
  #destroyed = false
  #ignoresDoubleClick = false

  constructor(image: NativeImage | string) {
    super()
    this.#image = toImage(image)
    all.push(this)
  }

  setImage(image: NativeImage | string): void {
    this.#image = toImage(image)
  }

  setPressedImage(): void {}

  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  setContextMenu(menu: Menu | null): void {
    this.#menu = menu
  }

  /** Not Electron's: the menu that was set, for a test to click in. */
  get contextMenu(): Menu | null {
    return this.#menu
  }

  popUpContextMenu(menu: Menu | null = this.#menu): void {
    menu?.popup()
  }

  closeContextMenu(): void {
    this.#menu?.closePopup()
  }

  displayBalloon(): void {
    this.emit('balloon-show', createEvent())
  }

  removeBalloon(): void {
    this.emit('balloon-closed', createEvent())
  }

  focus(): void {}

  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.#ignoresDoubleClick = ignore
  }

  getIgnoreDoubleClickEvents(): boolean {
    return this.#ignoresDoubleClick
  }

  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 0, height: 0 }
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.splice(all.indexOf(this), 1)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** What a person would see of it. */
  record(): (typeof recorder.trays)[number] {
    return {
      toolTip: this.#toolTip,
      title: this.#title,
      imageBytes: this.#image.toPNG().length,
      menu: this.#menu ? recordMenu(this.#menu) : null
    }
  }
}

/** The trays there are now, oldest first. */
export function visibleTrays(): readonly Tray[] {
  return all
}

function toImage(image: NativeImage | string): NativeImage {
  const loaded = typeof image === 'string' ? NativeImage.createFromPath(image) : image
  if (typeof image === 'string' && loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`)
  return loaded
}

Object.defineProperty(recorder, 'trays', { enumerable: true, get: () => all.map((tray) => tray.record()) })
