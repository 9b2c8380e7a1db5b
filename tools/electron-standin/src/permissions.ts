import { browserSession } from './browser.ts'
import { recorder } from './recorder.ts'
import type { WebContents } from './web-contents.ts'

type Permission = Parameters<Parameters<Electron.Session['setPermissionCheckHandler']>[0] & object>[1]

// Electron's name, and what Chromium asks under in the protocol.
const known: readonly (readonly [Permission, ...{ readonly name: string; readonly sysex?: boolean }[]])[] = [
  ['notifications', { name: 'notifications' }],
  ['geolocation', { name: 'geolocation' }],
  ['media', { name: 'camera' }, { name: 'microphone' }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['persistent-storage', { name: 'persistent-storage' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
  ['storage-access', { name: 'storage-access' }],
  ['top-level-storage-access', { name: 'top-level-storage-access' }],
  ['screen-wake-lock', { name: 'screen-wake-lock' }],
  ['system-wake-lock', { name: 'system-wake-lock' }],
  [
    'sensors',
    { name: 'accelerometer' },
    { name: 'gyroscope' },
    { name: 'magnetometer' },
    { name: 'ambient-light-sensor' }
  ],
  ['background-sync', { name: 'background-sync' }],
  ['periodic-background-sync', { name: 'periodic-background-sync' }],
  ['background-fetch', { name: 'background-fetch' }],
  ['payment-handler', { name: 'payment-handler' }],
  ['display-capture', { name: 'display-capture' }],
  ['nfc', { name: 'nfc' }],
  ['keyboardLock', { name: 'keyboard-lock' }],
  ['pointerLock', { name: 'pointer-lock' }],
  ['speaker-selection', { name: 'speaker-selection' }],
  ['captured-surface-control', { name: 'captured-surface-control' }],
  ['local-network-access', { name: 'local-network-access' }],
  ['local-network', { name: 'local-network' }],
  ['loopback-network', { name: 'loopback-network' }],
  ['web-app-installation', { name: 'web-app-installation' }]
]

/**
 * Asks the app about every permission and tells Chromium its answers for an origin. Chromium
 * cannot ask while a page waits, so the app is asked before the document is there: the check
 * handler first, then the request handler, as a page that checks and then requests would.
 */
export async function settlePermissions(contents: WebContents, pageOrigin: string, appOrigin: string): Promise<void> {
  await Promise.all(
    known.map(async ([permission, ...descriptors]) => {
      const granted = await decide(contents, permission, appOrigin)
      for (const descriptor of descriptors) {
        browserSession().post('Browser.setPermission', {
          permission: descriptor,
          setting: granted ? 'granted' : 'denied',
          origin: pageOrigin
        })
      }
    })
  )
}

async function decide(contents: WebContents, permission: Permission, origin: string): Promise<boolean> {
  const { permissionCheckHandler: check, permissionRequestHandler: request } = contents.session
  const sender = contents as unknown as Electron.WebContents
  const requestingUrl = `${origin}/`
  const record = (asked: 'check' | 'request', granted: boolean): boolean => {
    recorder.permissions.push({ permission, origin, asked, granted })
    return granted
  }
  if (check && !record('check', check(sender, permission, origin, { isMainFrame: true, requestingUrl }))) return false
  if (!request) return true
  const answer = Promise.withResolvers<boolean>()
  request(sender, permission, (granted) => answer.resolve(granted), { isMainFrame: true, requestingUrl })
  // An app that never calls back leaves the page waiting; here that is a refusal.
  const refusal = setTimeout(() => answer.resolve(false), 1000)
  const granted = await answer.promise
  clearTimeout(refusal)
  return record('request', granted)
}
