import { BrowserWindow, dialog, type FileFilter } from 'electron'
import type { Dialogs, FilePurpose } from '../ports/files'

const FILTERS: Readonly<Record<FilePurpose, FileFilter[]>> = {
  import: [{ name: 'All files', extensions: ['*'] }],
  'env-file': [{ name: 'All files', extensions: ['*'] }],
  'env-new': [{ name: 'All files', extensions: ['*'] }],
  'env-folder': [],
  restore: [
    { name: 'Keyquay backup', extensions: ['keyquay'] },
    { name: 'All files', extensions: ['*'] }
  ],
  'vault-folder': [],
  'recovery-kit': [{ name: 'HTML', extensions: ['html'] }],
  backup: [{ name: 'Keyquay backup', extensions: ['keyquay'] }],
  'export-json': [{ name: 'JSON', extensions: ['json'] }],
  'export-csv': [{ name: 'CSV', extensions: ['csv'] }],
  'export-calendar': [{ name: 'Calendar', extensions: ['ics'] }]
}

/** What is there already; the others ask for a name. */
const OPENS: ReadonlySet<FilePurpose> = new Set(['import', 'restore', 'env-file', 'env-folder', 'vault-folder'])
const FOLDERS: ReadonlySet<FilePurpose> = new Set(['env-folder', 'vault-folder'])

/** The system's file dialogs, as sheets of the window that has the focus. */
export const electronDialogs: Dialogs = {
  async chooseFile(purpose, suggestion) {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const filters = FILTERS[purpose]
    if (OPENS.has(purpose)) {
      const what = FOLDERS.has(purpose) ? 'openDirectory' : 'openFile'
      const options: Electron.OpenDialogOptions = { filters, properties: [what, 'showHiddenFiles'] }
      const chosen = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    }
    const options: Electron.SaveDialogOptions = {
      filters,
      defaultPath: suggestion,
      properties: ['createDirectory', 'showHiddenFiles']
    }
    const chosen = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  }
}
