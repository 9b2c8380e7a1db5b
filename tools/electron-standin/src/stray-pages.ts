import { onStrayPage, refusePage, type StrayPage } from './browser.ts'
import { BrowserWindow } from './browser-window.ts'
import { whenRequested, type OpenRequest } from './open-requests.ts'
import { recorder } from './recorder.ts'
import { WebContents } from './web-contents.ts'

/** Asks the app about every window that a page opens, before anything is loaded into it. */
export function decideStrayPages(): void {
  onStrayPage((page) => {
    adoptOrRefuse(page).catch((error: unknown) => {
      refusePage(page)
      console.error(error)
    })
  })
}

async function adoptOrRefuse(page: StrayPage): Promise<void> {
  const { opener, request } = await whoAsked(page)
  const decision = opener?.decideOpen(request)
  if (!opener || decision?.action !== 'allow') {
    recorder.refused.push({ kind: 'window', url: decision?.url ?? page.url })
    return refusePage(page)
  }
  const window = new BrowserWindow(decision.overrideBrowserWindowOptions ?? {}, page)
  const details = {
    url: decision.url,
    frameName: '',
    options: {},
    disposition: 'new-window',
    referrer: { url: '', policy: 'default' }
  }
  opener.emit('did-create-window', window, details)
}

interface Asked {
  readonly opener: WebContents | undefined
  readonly request: OpenRequest
}

// A window that names no opener is that of the page which has asked for one.
async function whoAsked({ openerId, url }: StrayPage): Promise<Asked> {
  const known = openerId === undefined ? undefined : WebContents.fromDevToolsTargetId(openerId)
  const asked = await whenRequested(() => {
    for (const opener of known ? [known] : WebContents.getAllWebContents()) {
      const request = opener.openRequests.take()
      if (request) return { opener, request }
    }
    return undefined
  })
  return asked ?? { opener: known, request: { url, frameName: '', features: '', disposition: 'foreground-tab' } }
}
