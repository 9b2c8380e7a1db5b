import { createEvent } from './answered.ts'
import { originOf, ownScheme, toAppUrl, toPagePolicy, toPageUrl } from './app-urls.ts'
import type { Protocol, Session } from './cdp.ts'
import { settlePermissions } from './permissions.ts'
import { recorder } from './recorder.ts'
import type { WebContents } from './web-contents.ts'

type Paused = Protocol.Fetch.requestPausedPayload
type HeaderEntry = Protocol.Fetch.HeaderEntry

const resourceTypes: Partial<Record<Paused['resourceType'], string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket'
}

/**
 * Takes every request of a page, frame or worker before it is made: the app's navigation guards
 * and `webRequest` listeners are asked, and the app's own schemes are served by its handlers.
 */
export function interceptRequests(session: Session, contents: WebContents): void {
  session.on('Fetch.requestPaused', (paused) => {
    handle(session, contents, paused).catch((error: unknown) => {
      console.error(`Request of ${toAppUrl(paused.request.url)} failed:`, error)
      session.post('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' })
    })
  })
  enableInterception(session, contents)
}

/** Tells Chromium which moments of a request to stop at. */
export function enableInterception(session: Session, contents: WebContents): void {
  const patterns: Protocol.Fetch.RequestPattern[] = [{ urlPattern: '*', requestStage: 'Request' }]
  if (contents.session.webRequest.hasListener('onHeadersReceived'))
    patterns.push({ urlPattern: '*', requestStage: 'Response' })
  session.post('Fetch.enable', { patterns })
}

async function handle(session: Session, contents: WebContents, paused: Paused): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused
  if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined)
    return handleResponse(session, contents, paused)
  const url = toAppUrl(request.url)
  if (isForIcon(paused)) return session.post('Fetch.fulfillRequest', { requestId, responseCode: 204 })
  const refuse = (kind: string, errorReason: Protocol.Network.ErrorReason): void => {
    recorder.refused.push({ kind, url })
    session.post('Fetch.failRequest', { requestId, errorReason })
  }
  const isMainFrame = resourceType === 'Document' && contents.isMainFrame(frameId)
  if (resourceType === 'Document') {
    // Aborted leaves the frame as it was; any other reason would show an error page.
    if (!allowsNavigation(contents, paused, url, isMainFrame)) return refuse('navigation', 'Aborted')
    if (isMainFrame) {
      contents.navigationStarted(url)
      await settlePermissions(contents, new URL(request.url).origin, originOf(url))
    }
  }
  const details = {
    id: Number(/\d+(?=\.)/.exec(requestId)?.[0] ?? 0),
    url,
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    frame: contents.frame(frameId) ?? null,
    resourceType:
      resourceType === 'Document' ? (isMainFrame ? 'mainFrame' : 'subFrame') : (resourceTypes[resourceType] ?? 'other'),
    referrer: request.headers.Referer ?? '',
    timestamp: Date.now()
  }
  const { webRequest } = contents.session
  const before = await webRequest.ask('onBeforeRequest', details)
  if (before.cancel) return refuse('request', 'BlockedByClient')
  if (before.redirectURL !== undefined) return redirect(session, requestId, before.redirectURL)
  const headers = await webRequest.ask('onBeforeSendHeaders', {
    ...details,
    requestHeaders: request.headers
  } as typeof details)
  if (headers.cancel) return refuse('request', 'BlockedByClient')
  const scheme = ownScheme(url)
  if (scheme !== undefined) return serve(session, contents, paused, url, scheme, details)
  session.post(
    'Fetch.continueRequest',
    headers.requestHeaders ? { requestId, headers: toEntries(headers.requestHeaders) } : { requestId }
  )
}

// A browser asks every site for its icon; Electron does not, and the app must not hear of it. What
// an <img> shows is asked for as an image.
function isForIcon({ resourceType, request }: Paused): boolean {
  return resourceType === 'Other' && (request.headers.Accept ?? '').startsWith('image/')
}

function allowsNavigation(contents: WebContents, paused: Paused, url: string, isMainFrame: boolean): boolean {
  const frame = contents.frame(paused.frameId)
  const ask = (name: string): boolean => {
    const event = createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: contents.mainFrame })
    contents.emit(name, event, url, false, isMainFrame, frame?.processId, frame?.routingId)
    return !event.defaultPrevented
  }
  if (paused.redirectedRequestId !== undefined) return ask('will-redirect')
  if (isMainFrame && contents.navigations.takeUnguarded(url)) return true
  return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'))
}

async function serve(
  session: Session,
  contents: WebContents,
  paused: Paused,
  url: string,
  scheme: string,
  details: { url: string; resourceType: string }
): Promise<void> {
  const { requestId, request } = paused
  const handler = contents.session.protocol.handlerOf(scheme)
  if (!handler) return session.post('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  const body = request.hasPostData
    ? Buffer.concat((request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')))
    : null
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]) => [name, toAppUrl(value)] as [string, string])
  )
  const response = await handler(new Request(url, { method: request.method, headers, body }))
  if (response.type === 'error') return session.post('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  const changed = await contents.session.webRequest.ask('onHeadersReceived', {
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${String(response.status)}`,
    responseHeaders: Object.fromEntries(Array.from(response.headers, ([name, value]) => [name, [value]]))
  } as typeof details)
  if (changed.cancel) return session.post('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  const responseHeaders = changed.responseHeaders
    ? toEntries(changed.responseHeaders)
    : Array.from(response.headers, ([name, value]) => ({ name, value }))
  session.post('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: responseHeaders.map(toPageHeader),
    body: Buffer.from(await response.arrayBuffer()).toString('base64')
  })
}

async function handleResponse(session: Session, contents: WebContents, paused: Paused): Promise<void> {
  const { requestId, request, responseHeaders = [], responseStatusCode = 0 } = paused
  const details = {
    url: toAppUrl(request.url),
    method: request.method,
    webContentsId: contents.id,
    resourceType:
      paused.resourceType === 'Document'
        ? contents.isMainFrame(paused.frameId)
          ? 'mainFrame'
          : 'subFrame'
        : (resourceTypes[paused.resourceType] ?? 'other'),
    statusCode: responseStatusCode,
    responseHeaders: Object.fromEntries(responseHeaders.map(({ name, value }) => [name, [value]]))
  }
  const changed =
    ownScheme(details.url) === undefined && paused.responseErrorReason === undefined
      ? await contents.session.webRequest.ask('onHeadersReceived', details)
      : {}
  if (changed.cancel) session.post('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  else if (changed.responseHeaders)
    session.post('Fetch.continueResponse', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: toEntries(changed.responseHeaders)
    })
  else session.post('Fetch.continueResponse', { requestId })
}

function redirect(session: Session, requestId: string, url: string): void {
  session.post('Fetch.fulfillRequest', {
    requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'Location', value: toPageUrl(url) }]
  })
}

function toPageHeader({ name, value }: HeaderEntry): HeaderEntry {
  const key = name.toLowerCase()
  if (key.startsWith('content-security-policy')) return { name, value: toPagePolicy(value) }
  if (key === 'location' || key === 'access-control-allow-origin')
    return { name, value: toPageUrl(value).replace(/\/$/, key === 'location' ? '/' : '') }
  return { name, value }
}

function toEntries(headers: Record<string, string | string[]>): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })))
}
