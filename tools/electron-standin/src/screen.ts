import { Answered, label } from './answered.ts'
import { display } from './display.ts'

type AnsweredScreen = Pick<
  Electron.Screen,
  | 'getPrimaryDisplay'
  | 'getAllDisplays'
  | 'getDisplayMatching'
  | 'getDisplayNearestPoint'
  | 'getCursorScreenPoint'
  | 'dipToScreenPoint'
  | 'screenToDipPoint'
  | 'dipToScreenRect'
  | 'screenToDipRect'
>

/** Electron's `screen`: one display, and a cursor in its corner. */
class ScreenModule extends Answered implements AnsweredScreen {
  override get [label](): string {
    return 'screen'
  }

  getPrimaryDisplay(): Electron.Display {
    return display()
  }

  getAllDisplays(): Electron.Display[] {
    return [display()]
  }

  getDisplayMatching(): Electron.Display {
    return display()
  }

  getDisplayNearestPoint(): Electron.Display {
    return display()
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 }
  }

  dipToScreenPoint(point: Electron.Point): Electron.Point {
    return point
  }

  screenToDipPoint(point: Electron.Point): Electron.Point {
    return point
  }

  dipToScreenRect(_window: unknown, rect: Electron.Rectangle): Electron.Rectangle {
    return rect
  }

  screenToDipRect(_window: unknown, rect: Electron.Rectangle): Electron.Rectangle {
    return rect
  }
}

export const screen = new ScreenModule()
