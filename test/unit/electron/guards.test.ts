import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { concealing } from '@main/electron/concealing'
import { isBackendSafe, isSealedWithFixedKey } from '@main/electron/keyring-rules'
import { guardContents, guardSession } from '@main/electron/guards'
import { isListedLink } from '@main/electron/listed-links'
import { refusedSwitch } from '@main/electron/refused-switches'
import { isTrusted } from '@main/electron/trusted-sender'

/** The permission names of a type in electron.d.ts, as they stand in the pinned version. */
function permissionsIn(signature: RegExp): string[] {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
  const union = signature.exec(types)?.[1] ?? ''
  return [...union.matchAll(/'([^']+)'/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

interface Captured {
  request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  check?: (contents: unknown, permission: string) => boolean
  device?: (details: { deviceType: string }) => boolean
  display?: (request: unknown, answer: (streams: unknown) => void) => void
  before?: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void
}

function guarded(): Captured {
  const captured: Captured = {}
  guardSession({
    setPermissionRequestHandler: (handler: Captured['request']) => void (captured.request = handler!),
    setPermissionCheckHandler: (handler: Captured['check']) => void (captured.check = handler!),
    setDevicePermissionHandler: (handler: Captured['device']) => void (captured.device = handler!),
    setDisplayMediaRequestHandler: (handler: Captured['display']) => void (captured.display = handler!),
    webRequest: { onBeforeRequest: (handler: Captured['before']) => void (captured.before = handler!) },
    on: () => undefined
  } as unknown as Session)
  return captured
}

describe('check 5: permissions', () => {
  const requested = permissionsIn(
    /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^)]*?), callback/
  )
  const checked = permissionsIn(
    /setPermissionCheckHandler\(handler: \(\(webContents: \(?WebContents\)? ?(?:\| \(?null\)?)?, permission: (.*?), requestingOrigin/
  )

  it('are denied for every name in electron.d.ts, asked or checked', () => {
    const { request, check } = guarded()
    expect(requested.length).toBeGreaterThan(10)
    expect(checked.length).toBeGreaterThan(10)
    for (const name of requested) {
      let granted: boolean | undefined
      request!({}, name, (answer) => void (granted = answer))
      expect(granted, name).toBe(false)
    }
    for (const name of checked) expect(check!({}, name), name).toBe(false)
  })

  it('are denied for devices and the screen', () => {
    const { device, display } = guarded()
    for (const deviceType of ['hid', 'serial', 'usb']) expect(device!({ deviceType })).toBe(false)
    let streams: unknown = 'unanswered'
    display!({}, (answer) => void (streams = answer))
    expect(streams).toBeNull()
  })
})

describe('requests of the page', () => {
  it('reach this app’s own files only', () => {
    const { before } = guarded()
    const cancelled = (url: string): boolean | undefined => {
      let result: boolean | undefined
      before!({ url }, ({ cancel }) => void (result = cancel))
      return result
    }
    expect(cancelled('app://keyquay/assets/app.js')).toBe(false)
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:8080/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://other/x.js'
    ]) {
      expect(cancelled(url), url).toBe(true)
    }
  })
})

describe('check 4: every page', () => {
  it('stays where it is and opens no window', () => {
    const app = new EventEmitter()
    guardContents(app as unknown as App)
    const contents = new EventEmitter() as EventEmitter & {
      setWindowOpenHandler: (handler: () => { action: string }) => void
    }
    let onOpen: (() => { action: string }) | undefined
    contents.setWindowOpenHandler = (handler) => void (onOpen = handler)
    app.emit('web-contents-created', {}, contents)
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      let prevented = false
      contents.emit(name, { preventDefault: () => void (prevented = true) })
      expect(prevented, name).toBe(true)
    }
    expect(onOpen!()).toEqual({ action: 'deny' })
  })
})

describe('check 6: a caller', () => {
  const ours = (id: number): boolean => id === 7
  const event = (url: string, parent: unknown = null, id = 7): Parameters<typeof isTrusted>[0] =>
    ({ senderFrame: { url, parent }, sender: { id } }) as unknown as Parameters<typeof isTrusted>[0]

  it('is trusted only as the top frame of our window on our page', () => {
    expect(isTrusted(event('app://keyquay/index.html'), ours)).toBe(true)
    expect(isTrusted(event('app://keyquay/index.html', {}), ours)).toBe(false)
    expect(isTrusted(event('app://keyquay/index.html', null, 8), ours)).toBe(false)
    expect(isTrusted({ ...event(''), senderFrame: null }, ours)).toBe(false)
    for (const url of [
      'https://keyquay/',
      'app://keyquay.evil/',
      'app://x@keyquay/',
      'about:blank',
      'data:text/html,',
      ''
    ]) {
      expect(isTrusted(event(url), ours), url).toBe(false)
    }
  })
})

describe('check 11: links', () => {
  it('open for listed https origins only', () => {
    expect(isListedLink('https://www.rfc-editor.org/rfc/rfc9106.html')).toBe(true)
    const refused = [
      'http://www.rfc-editor.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'https://user@www.rfc-editor.org/',
      'https://www.rfc-editor.org@evil.example/',
      'https://www.rfc-editor.org.evil.example/',
      'https://www.rfc-editor.org:8443/',
      'https://wwwxrfc-editor.org/',
      'ms-settings:',
      ''
    ]
    for (const url of refused) expect(isListedLink(url), url).toBe(false)
  })
})

describe('check 80: concealed copies', () => {
  const shape = async (platform: NodeJS.Platform): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(concealing(platform)).map(async ([format, blob]): Promise<[string, string]> => [
          format.replace(/^electron application\/osclipboard;format="(.+)"$/, '$1'),
          Buffer.from(await blob.arrayBuffer()).toString('hex')
        ])
      )
    )

  it('carry each platform’s formats with exact bytes', async () => {
    expect(await shape('win32')).toEqual({
      ExcludeClipboardContentFromMonitorProcessing: '00000000',
      CanIncludeInClipboardHistory: '00000000',
      CanUploadToCloudClipboard: '00000000'
    })
    expect(await shape('darwin')).toEqual({
      'org.nspasteboard.ConcealedType': '',
      'org.nspasteboard.TransientType': ''
    })
    expect(await shape('linux')).toEqual({ 'x-kde-passwordManagerHint': Buffer.from('secret').toString('hex') })
  })
})

describe('check 13: switches of the packaged app', () => {
  it('that open it to a debugger keep it from starting', () => {
    expect(refusedSwitch((name) => name === 'remote-debugging-port')).toBe('remote-debugging-port')
    expect(refusedSwitch((name) => name === 'inspect')).toBe('inspect')
    expect(refusedSwitch((name) => name === 'home')).toBeNull()
  })
})

describe('the system’s keyring', () => {
  it('check 17: is none when it is called basic_text or unknown', () => {
    for (const backend of ['basic_text', 'unknown', '']) expect(isBackendSafe(backend), backend).toBe(false)
    for (const backend of ['gnome_libsecret', 'kwallet6', 'keychain', 'dpapi'])
      expect(isBackendSafe(backend)).toBe(true)
  })

  it('check 18: is none on Linux when the ciphertext says v10, whatever its name', () => {
    const sealed = (tag: string): Uint8Array => new Uint8Array(Buffer.from(`${tag}ciphertext`))
    expect(isSealedWithFixedKey('linux', sealed('v10'))).toBe(true)
    expect(isSealedWithFixedKey('linux', sealed('v11'))).toBe(false)
    // On macOS and Windows v10 is the tag of the real keyring.
    expect(isSealedWithFixedKey('darwin', sealed('v10'))).toBe(false)
    expect(isSealedWithFixedKey('win32', sealed('v10'))).toBe(false)
  })
})
