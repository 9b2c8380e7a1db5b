import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callNames, eventNames } from './contract/names'

const bridge: Record<string, unknown> = {}

for (const name of callNames) {
  bridge[name] = (input: unknown) => ipcRenderer.invoke(name, input)
}

// Only here can a dropped file say where it lies, and only one that a person dropped: a path made up by a page is refused.
bridge['files.dropped'] = (files: readonly File[]) =>
  ipcRenderer.invoke('files.dropped', { paths: files.map((file) => webUtils.getPathForFile(file)) })

for (const name of eventNames) {
  bridge[name] = (listener: (payload: unknown) => void) => {
    // The event argument carries `sender`; it stays on this side.
    const forward = (_event: unknown, payload: unknown): void => {
      listener(payload)
    }
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.removeListener(name, forward)
    }
  }
}

contextBridge.exposeInMainWorld('keyquay', Object.freeze(bridge))
