import type { App, Session, WebContents } from 'electron'
import { isOwnUrl } from './origin'

/** Denies what a page could ask of the browser around it. Every line says why nothing here is needed. */
export function guardSession(session: Session): void {
  // Notifications, the clipboard and everything else a page may ask for are main's work.
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  // The synchronous check is asked separately and would otherwise say yes.
  session.setPermissionCheckHandler(() => false)
  // No USB, serial, HID or Bluetooth device has any part in this app.
  session.setDevicePermissionHandler(() => false)
  // Nothing records the screen.
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null)
  })
  // The window talks to main alone: whatever else it asks for is cancelled before it leaves.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) })
  })
  // A page of ours never downloads.
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** Holds every page, the windows' own and any other that should ever come to be, on this app's pages. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    holdInPlace(contents)
  })
}

function holdInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  // A page has no say in whether it is loaded anew when the vault locks.
  contents.on('will-prevent-unload', (event) => {
    event.preventDefault()
  })
  // Links open through main by name; the page itself opens no window.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isAllowedRequest(url: string): boolean {
  return isOwnUrl(url) || url.startsWith('devtools://') || url.startsWith('data:image/')
}
