const defaults: Electron.WebPreferences = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  devTools: true,
  disablePopups: false,
  experimentalFeatures: false,
  images: true,
  javascript: true,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  plugins: false,
  sandbox: true,
  spellcheck: true,
  webSecurity: true,
  webviewTag: false
} as Electron.WebPreferences

let sandboxForced = false

/** `app.enableSandbox()`: from now on no window can be without. */
export function forceSandbox(): void {
  sandboxForced = true
}

/** What a window asked for over Electron's defaults, as `getLastWebPreferences()` reports it. */
export function withDefaults(asked: Electron.WebPreferences = {}): Electron.WebPreferences {
  const merged = { ...defaults, ...asked }
  if (merged.nodeIntegration && asked.sandbox === undefined) merged.sandbox = false
  return sandboxForced ? { ...merged, sandbox: true } : merged
}
