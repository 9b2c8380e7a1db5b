import { BrowserWindow, screen, type Rectangle } from 'electron'
import { z } from 'zod'
import type { SettingsStorage } from '../ports/settings-storage'
import { START_URL } from './origin'

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(480).max(10_000),
  height: z.int().min(400).max(10_000),
  maximized: z.boolean().default(false)
})
const SAVE_AFTER_MS = 400

export interface MainWindow {
  /** Brings the window forward, or makes it anew when it was closed. */
  show(): void
  isOurs(contentsId: number): boolean
  /** Loads the page again, so that nothing of the unlocked vault stays in the renderer. */
  renew(): void
}

/** The one window, where it was left. */
export function createMainWindow(options: {
  preload: string
  packaged: boolean
  storage: SettingsStorage
}): MainWindow {
  let window: BrowserWindow | null = null

  function open(): BrowserWindow {
    const left = place.safeParse(options.storage.read())
    const bounds = left.success && isOnAScreen(left.data) ? left.data : { width: 1280, height: 800 }
    const made = new BrowserWindow({
      ...bounds,
      minWidth: 480,
      minHeight: 400,
      show: false,
      title: 'Keyquay',
      autoHideMenuBar: true,
      backgroundColor: '#16181d',
      webPreferences: {
        preload: options.preload,
        // Sandbox, context isolation and web security are on by default and are left alone.
        devTools: !options.packaged,
        // Otherwise dictionaries are fetched and what is typed is processed.
        spellcheck: false
      }
    })
    if (left.success && left.data.maximized) made.maximize()
    made.once('ready-to-show', () => {
      made.show()
    })
    // A title could carry a name out of the vault into the task list.
    made.on('page-title-updated', (event) => {
      event.preventDefault()
    })
    made.on('closed', () => {
      window = null
    })
    rememberPlace(made, options.storage)
    void made.loadURL(START_URL)
    return made
  }

  return {
    show() {
      if (window === null) {
        window = open()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    isOurs: (contentsId) => window !== null && !window.isDestroyed() && window.webContents.id === contentsId,
    renew() {
      if (window !== null && !window.isDestroyed()) window.webContents.reload()
    }
  }
}

function rememberPlace(window: BrowserWindow, storage: SettingsStorage): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    if (window.isDestroyed()) return
    try {
      storage.write({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    } catch {
      // A window that opens in its default place next time is no reason to disturb anyone.
    }
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', () => {
    clearTimeout(timer)
    save()
  })
}

/** A screen may have been unplugged since. */
function isOnAScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return overlapX >= 100 && overlapY >= 60
  })
}
