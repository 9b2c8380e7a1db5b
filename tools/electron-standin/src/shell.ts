import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

/** Electron's `shell`: everything that would leave the app is recorded, and nothing happens. */
export const shell = answered('shell', {
  openExternal: async (url: string): Promise<void> => {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    recorder.openedExternal.push(url)
  },
  openPath: async (path: string): Promise<string> => {
    recorder.openedPaths.push(path)
    return ''
  },
  showItemInFolder: (fullPath: string): void => void recorder.shownInFolder.push(fullPath),
  trashItem: async (path: string): Promise<void> => void recorder.trashed.push(path),
  beep: (): void => {
    recorder.beeps++
  }
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>)
