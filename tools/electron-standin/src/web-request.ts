import { Answered } from './answered.ts'

type Answer = Electron.CallbackResponse & Electron.HeadersReceivedResponse & Electron.BeforeSendResponse
type Listener = (details: never, callback: (response?: Answer) => void) => void

interface Registered {
  readonly filter: Electron.WebRequestFilter
  readonly listener: Listener
}

/** The moments at which a request can be changed or refused. */
export type Stage = 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived'

/** Electron's `session.webRequest`: one listener per moment, the last one registered. */
export class WebRequest extends Answered implements Pick<Electron.WebRequest, Stage> {
  readonly #registered = new Map<Stage, Registered>()
  /** Called when a listener is registered or removed. */
  onChange: () => void = () => undefined

  onBeforeRequest: Electron.WebRequest['onBeforeRequest'] = (...args: unknown[]) =>
    this.#register('onBeforeRequest', args)
  onBeforeSendHeaders: Electron.WebRequest['onBeforeSendHeaders'] = (...args: unknown[]) =>
    this.#register('onBeforeSendHeaders', args)
  onHeadersReceived: Electron.WebRequest['onHeadersReceived'] = (...args: unknown[]) =>
    this.#register('onHeadersReceived', args)

  hasListener(stage: Stage): boolean {
    return this.#registered.has(stage)
  }

  /** Asks the app's listener; an empty answer lets the request go on as it is. */
  ask(stage: Stage, details: { readonly url: string; readonly resourceType: string }): Promise<Answer> {
    const registered = this.#registered.get(stage)
    if (!registered || !matches(registered.filter, details)) return Promise.resolve({})
    return new Promise((resolve) => registered.listener(details as never, (answer) => resolve(answer ?? {})))
  }

  #register(stage: Stage, args: unknown[]): void {
    const [filter, listener] = args.length > 1 ? args : [{ urls: ['<all_urls>'] }, args[0]]
    if (typeof listener === 'function')
      this.#registered.set(stage, { filter: filter as Electron.WebRequestFilter, listener: listener as Listener })
    else this.#registered.delete(stage)
    this.onChange()
  }
}

function matches(
  filter: Electron.WebRequestFilter,
  { url, resourceType }: { url: string; resourceType: string }
): boolean {
  if (filter.types && !(filter.types as string[]).includes(resourceType)) return false
  if (filter.excludeUrls?.some((pattern) => matchesPattern(pattern, url))) return false
  return filter.urls.length === 0 || filter.urls.some((pattern) => matchesPattern(pattern, url))
}

function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const escaped = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:/, '[^:]+:')
    .replace(/\*/g, '.*')
  return new RegExp(`^${escaped}$`, 'i').test(url)
}
