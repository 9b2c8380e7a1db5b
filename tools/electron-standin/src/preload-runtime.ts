import type { Codec } from './codec.ts'
import type { Message, Peer } from './cross-world.ts'

type CreatePeer = (send: (message: Message) => void, onExpose: (key: string, value: unknown) => void) => Peer

/** What a preload sees of its process. */
export interface PreloadProcess {
  readonly platform: string
  readonly arch: string
  readonly versions: Record<string, string>
}

/** Everything that crosses between a preload and the main process. */
export type PreloadMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'dropped'; readonly count: number }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }

export type MainMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'dropped'; readonly paths: readonly string[] }

/*
 * How the two worlds reach each other. They share the DOM but no JavaScript, so the bridge is a
 * DOM node that only the two of them hold. Both halves run before any script of the page: the
 * page's half listens once for an event whose name is random, the preload's half answers it with
 * the node, and from then on both speak through events on that node.
 *
 * What this guarantees: a page script cannot name the event, finds no global, and never gets the
 * node (it is in no document, and sits in a shadow tree so that `window.event` stays undefined
 * while its listeners run). What it does not rest on: even a page that got the node could only
 * call the functions that the preload has exposed, which it can call anyway, for a message names
 * a function by number and the preload's half knows only those it has handed out. ipc itself is
 * in the isolated world, behind a binding that no other world has.
 */

/** The page's half: receives what the preload exposes. Its source text runs in the main world. */
export function runMainWorldHalf(handshake: string, createPeer: CreatePeer): void {
  'use strict'
  if (window.top !== window) return
  const { defineProperty, freeze, create, getOwnPropertyDescriptor, keys } = Object
  const { apply } = Reflect
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown
  const CustomEventOf = CustomEvent

  const deepFreeze = (value: unknown): unknown => {
    if (typeof value === 'function') return freeze(value)
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    const names = keys(value)
    // eslint-disable-next-line @typescript-eslint/prefer-for-of -- would ask the page's Array.prototype
    for (let at = 0; at < names.length; at++) deepFreeze((value as Record<string, unknown>)[names[at] ?? ''])
    return freeze(value)
  }
  const expose = (key: string, value: unknown): void => {
    const descriptor = create(null) as PropertyDescriptor
    descriptor.value = deepFreeze(value)
    descriptor.enumerable = true
    descriptor.writable = false
    descriptor.configurable = false
    defineProperty(window, key, descriptor)
  }

  const onHandshake = (event: Event): void => {
    event.stopImmediatePropagation()
    const node = ((event as MouseEvent).relatedTarget as Element).shadowRoot?.firstChild as Node
    const peer = createPeer((message) => {
      const init = create(null) as CustomEventInit
      init.detail = message
      apply(dispatchEvent, node, [new CustomEventOf('to-preload', init)])
    }, expose)
    apply(addEventListener, node, [
      'to-page',
      (incoming: Event) => peer.receive(apply(detailOf, incoming, []) as Message)
    ])
  }
  window.addEventListener(handshake, onHandshake, { capture: true, once: true })
}

/** The preload's half: `require('electron')` and the sandboxed globals. Runs in the isolated world. */
export function runIsolatedHalf(
  handshake: string,
  binding: string,
  createPeer: CreatePeer,
  codec: Codec,
  info: PreloadProcess,
  preload: (
    require: (name: string) => unknown,
    process: object,
    module: object,
    exports: object,
    setImmediate: unknown,
    clearImmediate: unknown
  ) => void
): void {
  'use strict'
  const scope = globalThis as unknown as Record<string, (text: string) => void>
  const post = scope[binding] as (text: string) => void
  Reflect.deleteProperty(globalThis, binding)
  // A sub-frame has this world too, as every frame does, but nothing in it.
  if (window.top !== window) return
  const tell = (message: PreloadMessage): void => post(codec.encode(message))

  type Listener = (...args: never[]) => void
  class EventEmitter {
    readonly #listeners = new Map<string, { listener: Listener; original: Listener }[]>()
    on(name: string, listener: Listener, original = listener): this {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, original }])
      return this
    }
    addListener(name: string, listener: Listener): this {
      return this.on(name, listener)
    }
    once(name: string, listener: Listener): this {
      const once = (...args: never[]): void => {
        this.off(name, listener)
        listener(...args)
      }
      return this.on(name, once, listener)
    }
    off(name: string, listener: Listener): this {
      const kept = [...(this.#listeners.get(name) ?? [])]
      const at = kept.findLastIndex((entry) => entry.original === listener)
      if (at >= 0) kept.splice(at, 1)
      this.#listeners.set(name, kept)
      return this
    }
    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener)
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear()
      else this.#listeners.delete(name)
      return this
    }
    emit(name: string, ...args: unknown[]): boolean {
      const listeners = this.#listeners.get(name) ?? []
      for (const { listener } of listeners) listener(...(args as never[]))
      return listeners.length > 0
    }
    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0
    }
  }

  /*
   * Where a file lies is asked of the debugger, which answers later, and `getPathForFile` has to answer at once. So a
   * drop is held until the paths are known, and then dropped again. Files cross between the worlds as copies, so a
   * path is found by what a copy keeps.
   */
  const paths = new Map<string, string>()
  const nameOf = (file: File): string => `${file.name}|${String(file.size)}|${String(file.lastModified)}`
  let held: { readonly event: DragEvent; readonly target: EventTarget; readonly files: readonly File[] } | undefined
  window.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const target = event.composedPath()[0]
      if (!event.isTrusted || files.length === 0 || !target) return
      event.preventDefault()
      event.stopImmediatePropagation()
      held = { event, target, files }
      ;(globalThis as unknown as { droppedFiles: readonly File[] }).droppedFiles = files
      tell({ kind: 'dropped', count: files.length })
    },
    { capture: true }
  )
  const dropAgain = (found: readonly string[]): void => {
    if (!held) return
    const { event, target, files } = held
    held = undefined
    const dataTransfer = new DataTransfer()
    files.forEach((file, at) => {
      paths.set(nameOf(file), found[at] ?? '')
      dataTransfer.items.add(file)
    })
    const { clientX, clientY } = event
    target.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer })
    )
  }
  const webUtils = { getPathForFile: (file: File): string => paths.get(nameOf(file)) ?? '' }

  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastInvoke = 0
  class IpcRenderer extends EventEmitter {
    send = (channel: string, ...args: unknown[]): void => tell({ kind: 'send', channel, args })
    invoke = (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++lastInvoke
        tell({ kind: 'invoke', id, channel, args })
        pending.set(id, { resolve, reject })
      })
    sendSync = (): never => {
      throw new Error('electron stand-in: ipcRenderer.sendSync is not answered here')
    }
  }
  const ipcRenderer = new IpcRenderer()
  scope.deliver = (text: string): void => {
    const message = codec.decode(text) as MainMessage
    if (message.kind === 'dropped') {
      dropAgain(message.paths)
      return
    }
    if (message.kind === 'event') {
      ipcRenderer.emit(message.channel, { sender: ipcRenderer, senderId: 0, ports: [] }, ...message.args)
      return
    }
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if (message.ok) waiting?.resolve(message.value)
    else waiting?.reject(new Error(String(message.value)))
  }

  const host = document.createElement('div')
  const node = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const peer = createPeer(
    (message) => node.dispatchEvent(new CustomEvent('to-page', { detail: message })),
    () => undefined
  )
  node.addEventListener('to-preload', (event) => peer.receive((event as CustomEvent<Message>).detail))
  window.dispatchEvent(new MouseEvent(handshake, { relatedTarget: host }))

  const exposed = new Set<string>()
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      if (exposed.has(key) || key in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      node.dispatchEvent(new CustomEvent('to-page', { detail: { kind: 'expose', key, value: peer.encode(api) } }))
    }
  }
  const webFrame = {
    setZoomFactor: (factor: number): void => void (document.documentElement.style.zoom = String(factor)),
    getZoomFactor: (): number => Number(document.documentElement.style.zoom || 1)
  }
  const refuseMissing = (name: string, members: object): object =>
    new Proxy(members, {
      get: (target, property) => {
        const value = Reflect.get(target, property) as unknown
        // Bound, because a proxy as `this` has no private fields.
        if (value !== undefined || typeof property === 'symbol' || property in target)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        throw new Error(`electron stand-in: ${name}.${property} is not answered here`)
      }
    })

  const modules: Record<string, object> = {
    electron: refuseMissing('electron (in a preload)', {
      contextBridge: refuseMissing('contextBridge', contextBridge),
      ipcRenderer: refuseMissing('ipcRenderer', ipcRenderer),
      webFrame: refuseMissing('webFrame', webFrame),
      webUtils: refuseMissing('webUtils', webUtils)
    }),
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: {
      setTimeout: setTimeout.bind(window),
      clearTimeout: clearTimeout.bind(window),
      setInterval: setInterval.bind(window),
      clearInterval: clearInterval.bind(window)
    },
    url: { URL, URLSearchParams }
  }
  modules['electron/renderer'] = modules['electron/common'] = modules.electron!
  const require = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, '')]
    if (!found) throw new Error(`module not found: ${name}`)
    return found
  }
  const processObject = Object.freeze({
    ...info,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    env: Object.freeze({}),
    argv: Object.freeze([])
  })
  const setImmediate = (run: (...args: unknown[]) => void, ...args: unknown[]): unknown => setTimeout(run, 0, ...args)
  const module = { exports: {} }
  try {
    preload(require, processObject, module, module.exports, setImmediate, clearTimeout.bind(window))
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error('Unable to load preload script:', error)
    tell({ kind: 'preload-error', message, stack: stack ?? '' })
  }
}
