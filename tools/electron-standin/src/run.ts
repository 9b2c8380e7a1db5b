import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { createEvent } from './answered.ts'
import { browserSession, connectBrowser } from './browser.ts'
import type { Chromium } from './chromium.ts'
import type { AppDescription } from './package-json.ts'
import { forkAsNode } from './fork.ts'
import { recorder } from './recorder.ts'
import { session } from './session.ts'
import { decideStrayPages } from './stray-pages.ts'
import './electron.ts'

export interface Start {
  readonly chromium: Chromium
  readonly description: AppDescription
  readonly requires: readonly string[]
  readonly require: NodeJS.Require
}

/** Runs the app beside a Chromium that is still starting, in Electron's order. */
export async function run({ chromium, description, requires, require }: Start): Promise<void> {
  const { folder, main, name, version } = description
  app.describe(folder, name, version)
  const connected = connectBrowser(chromium, () => {
    console.error('Chromium has ended, and the app with it.')
    app.exit(1)
  })
  decideStrayPages()
  quitOnSignals()
  forkAsNode()
  for (const module of requires) require(module)
  // Like Electron, "ready" waits until the app's own script has run.
  await import(pathToFileURL(main).href)
  await connected
  refuseDownloads()
  const { product } = await browserSession().send('Browser.getVersion')
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') })
  app.becomeReady()
}

function quitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let asked = false
    process.on(signal, () => {
      if (asked) app.exit(1)
      asked = true
      app.quit()
    })
  }
}

// Nothing is ever saved; the app hears of a download as it would, to refuse it.
function refuseDownloads(): void {
  browserSession().post('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  browserSession().on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
    recorder.refused.push({ kind: 'download', url })
    const item = {
      getURL: () => url,
      getFilename: () => suggestedFilename,
      cancel: () => undefined,
      getState: () => 'cancelled'
    }
    session.defaultSession.emit('will-download', createEvent(), item, null)
  })
}
