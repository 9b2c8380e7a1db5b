import type { KeyId } from '@contract/model/base'
import type { App } from 'electron'

const SCHEME = 'keyquay'
const KEY_LINK = /^keyquay:\/\/key\/([0-9A-HJKMNP-TV-Z]{26})$/

/**
 * The key that a link names: `keyquay://key/` and an id, and nothing before, between or after. A link can come from
 * any page or program, so it opens what is in the vault and never carries anything into it.
 */
export function keyOfLink(link: string): KeyId | null {
  return (KEY_LINK.exec(link)?.[1] ?? null) as KeyId | null
}

/** The key named by the one link among the arguments of a start; null when there is none, or more than one. */
export function keyOfArguments(argv: readonly string[]): KeyId | null {
  const [link, ...others] = argv.filter((argument) => argument.toLowerCase().startsWith(`${SCHEME}:`))
  return link === undefined || others.length > 0 ? null : keyOfLink(link)
}

export interface DeepLinks {
  /** Hands over every link from now on, and the one that came before. */
  follow(open: (keyId: KeyId) => void): void
}

/** Links of this app from the desktop. Call before the app is ready: macOS hands over the first one early. */
export function listenForLinks(app: App, argv: readonly string[]): DeepLinks {
  let waiting = keyOfArguments(argv)
  let open = (keyId: KeyId): void => {
    waiting = keyId
  }
  // From a checkout the system would start a bare Electron. Off macOS nothing after `--` is read as an option.
  if (app.isPackaged) app.setAsDefaultProtocolClient(SCHEME, process.execPath, ['--'])
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const keyId = keyOfLink(url)
    if (keyId !== null) open(keyId)
  })
  app.on('second-instance', (_event, otherArgv) => {
    const keyId = keyOfArguments(otherArgv)
    if (keyId !== null) open(keyId)
  })
  return {
    follow(opens) {
      open = opens
      if (waiting !== null) opens(waiting)
      waiting = null
    }
  }
}
