import { Answered, createEvent } from './answered.ts'
import { BrowserWindow } from './browser-window.ts'
import { executeRole, roleDefaults, type Role } from './menu-roles.ts'
import type { NativeImage } from './native-image.ts'
import { recorder, type RecordedMenuItem } from './recorder.ts'

type Template = Electron.MenuItemConstructorOptions
let applicationMenu: Menu | null = null
let lastCommandId = 0

/** Electron's `MenuItem`. */
export class MenuItem implements Pick<
  Electron.MenuItem,
  | 'accelerator'
  | 'checked'
  | 'commandId'
  | 'enabled'
  | 'id'
  | 'label'
  | 'registerAccelerator'
  | 'sublabel'
  | 'toolTip'
  | 'type'
  | 'visible'
  | 'userAccelerator'
> {
  readonly commandId = ++lastCommandId
  readonly userAccelerator = null
  readonly role?: Role
  readonly submenu?: Menu
  readonly icon?: NativeImage | string
  accelerator: Electron.Accelerator | null
  checked: boolean
  enabled: boolean
  id: string
  label: string
  registerAccelerator: boolean
  sublabel: string
  toolTip: string
  type: Electron.MenuItem['type']
  visible: boolean
  /** Set when the item is in a menu. */
  menu: Menu | undefined
  /** What a person's click does: the check mark, then the role, then the app's own function. */
  readonly click: (event?: object, focusedWindow?: BrowserWindow) => void

  constructor(options: Template) {
    const defaults = roleDefaults(options.role)
    const submenu = options.submenu ?? (defaults.submenu as Template[] | undefined)
    if (options.role !== undefined) this.role = options.role
    if (submenu !== undefined)
      this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as unknown as Menu)
    if (options.icon !== undefined) this.icon = options.icon as unknown as NativeImage | string
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    if (this.type === 'submenu' && !this.submenu) throw new TypeError('Invalid submenu')
    this.accelerator = options.accelerator ?? defaults.accelerator ?? null
    this.checked = options.checked ?? false
    this.enabled = options.enabled ?? true
    this.id = options.id ?? ''
    this.label = options.label ?? defaults.label
    this.registerAccelerator = options.registerAccelerator ?? true
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.visible = options.visible ?? true
    this.click = (event = createEvent(), focusedWindow = BrowserWindow.getFocusedWindow() ?? undefined) => {
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.menu?.checkOnly(this)
      if (executeRole(this.role, focusedWindow)) return
      options.click?.(
        this as unknown as Electron.MenuItem,
        focusedWindow as unknown as Electron.BrowserWindow | undefined,
        event
      )
    }
  }
}

/** Electron's `Menu`. */
export class Menu extends Answered implements Pick<Electron.Menu, 'popup' | 'closePopup'> {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (Template | Electron.MenuItem)[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item as Template))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(menuItem: MenuItem): void {
    this.insert(this.items.length, menuItem)
  }

  insert(pos: number, menuItem: MenuItem): void {
    menuItem.menu = this
    this.items.splice(pos, 0, menuItem)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(options: Electron.PopupOptions = {}): void {
    recorder.popups.push(recordMenu(this))
    this.emit('menu-will-show', createEvent())
    // Nobody is there to choose: a test clicks an item itself.
    setImmediate(() => this.closePopup())
    options.callback?.()
  }

  closePopup(): void {
    this.emit('menu-will-close', createEvent())
  }

  /** Checks one radio item and clears its neighbours, up to the separators around it. */
  checkOnly(chosen: MenuItem): void {
    const at = this.items.indexOf(chosen)
    const from = this.items.findLastIndex((item, index) => index < at && item.type !== 'radio') + 1
    for (let index = from; this.items[index]?.type === 'radio'; index++) {
      const item = this.items[index]
      if (item) item.checked = item === chosen
    }
  }
}

/** A menu as plain data. */
export function recordMenu(menu: Menu): RecordedMenuItem[] {
  return menu.items.map((item) => ({
    label: item.label,
    type: item.type,
    role: item.role ?? '',
    accelerator: item.accelerator ?? '',
    enabled: item.enabled,
    visible: item.visible,
    checked: item.checked,
    submenu: item.submenu ? recordMenu(item.submenu) : null
  }))
}

// Read when asked, so that a label or check mark that changes later is seen.
Object.defineProperty(recorder, 'applicationMenu', {
  enumerable: true,
  get: () => (applicationMenu ? recordMenu(applicationMenu) : null)
})
