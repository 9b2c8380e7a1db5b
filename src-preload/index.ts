import { contextBridge, ipcRenderer } from 'electron'
import { callNames, eventNames } from './contract/names'

const bridge: Record<string, unknown> = {}

for (const name of callNames) {
  bridge[name] = (input: unknown) => ipcRenderer.invoke(name, input)
}

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
