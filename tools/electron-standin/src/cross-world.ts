/** What one world says to the other. Numbers name functions, promises and calls. */
export type Message =
  | { readonly kind: 'expose'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'call'; readonly call: number; readonly fn: number; readonly args: unknown }
  | { readonly kind: 'return'; readonly call: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'settle'; readonly promise: number; readonly ok: boolean; readonly value: unknown }

/** One end of the bridge between a preload's world and the page's. */
export interface Peer {
  /** Copies values for the other world; functions and promises cross as proxies. */
  encode(value: unknown): unknown
  decode(value: unknown): unknown
  receive(message: Message): void
}

/**
 * Makes one end. Both ends are the same; the page's end must survive a page that has replaced
 * every built-in, so it takes what it needs now, before any script of the page has run, and
 * touches no prototype afterwards.
 *
 * Self-contained on purpose: its source text runs inside the page.
 */
export function createPeer(send: (message: Message) => void, onExpose: (key: string, value: unknown) => void): Peer {
  'use strict'
  const { create, defineProperty, keys } = Object
  const { isArray } = Array
  const { apply, deleteProperty } = Reflect
  const [PromiseOf, ErrorOf, TypeErrorOf] = [Promise, Error, TypeError]
  const then = Promise.prototype.then
  const tagOf = Object.prototype.toString
  // Inherited setters on Object.prototype or Array.prototype belong to the page.
  const put = <T extends object>(target: T, key: PropertyKey, value: unknown): T =>
    defineProperty(target, key, put.from(value))
  put.from = (value: unknown): PropertyDescriptor => {
    const descriptor = create(null) as PropertyDescriptor
    descriptor.value = value
    descriptor.writable = true
    descriptor.enumerable = true
    descriptor.configurable = true
    return descriptor
  }
  const record = <T>(): Record<string | number, T> => create(null) as Record<string | number, T>
  const cloned = record<true>()
  for (const name of [
    'Date',
    'RegExp',
    'Map',
    'Set',
    'ArrayBuffer',
    'DataView',
    'Blob',
    'File',
    'ImageBitmap',
    'ImageData',
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array'
  ])
    cloned[`[object ${name}]`] = true

  // Only what was sent to the other world can be called from there: a forged number finds nothing.
  const functions = record<(...args: unknown[]) => unknown>()
  const proxies = record<{ resolve(value: unknown): void; reject(error: unknown): void }>()
  const returned = record<{ ok: boolean; value: unknown }>()
  let last = 0

  const box = (tag: string, value: unknown): unknown => put(put([], 0, tag), 1, value)

  const encode = (value: unknown, depth = 0): unknown => {
    if (depth > 1000)
      throw new TypeErrorOf(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.'
      )
    if (typeof value === 'symbol') throw new ErrorOf('An object could not be cloned.')
    if (typeof value === 'function') {
      functions[++last] = value as (...args: unknown[]) => unknown
      return box('f', last)
    }
    if (typeof value !== 'object' || value === null) return box('v', value)
    if (value instanceof PromiseOf) {
      const promise = ++last
      const settle = (ok: boolean) => (result: unknown) => {
        let crossing: unknown
        try {
          crossing = encode(result)
        } catch (error) {
          crossing = encode(error)
          ok = false
        }
        send({ kind: 'settle', promise, ok, value: crossing })
      }
      void apply(then, value, [settle(true), settle(false)])
      return box('p', promise)
    }
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-template-expression -- a page can put anything there
    if (value instanceof ErrorOf) return box('e', `${value.message}`)
    if (cloned[apply<unknown, [], string>(tagOf, value, [])]) return box('v', value)
    const list: unknown[] = []
    if (isArray(value)) {
      for (let at = 0; at < value.length; at++) put(list, at, encode(value[at], depth + 1))
      return box('a', list)
    }
    const names = keys(value)
    for (let at = 0; at < names.length; at++) {
      const name = names[at] ?? ''
      put(list, at, box(name, encode((value as Record<string, unknown>)[name], depth + 1)))
    }
    return box('o', list)
  }

  const callOther = (fn: number, args: readonly unknown[]): unknown => {
    const call = ++last
    send({ kind: 'call', call, fn, args: encode(args) })
    const result = returned[call]
    deleteProperty(returned, call)
    if (!result) throw new ErrorOf('The other world is gone')
    if (!result.ok) throw decode(result.value)
    return decode(result.value)
  }

  const decode = (boxed: unknown): unknown => {
    // Not by destructuring, which would ask the page's Array.prototype for an iterator.
    const tag = (boxed as [string, unknown])[0]
    const value = (boxed as [string, unknown])[1]
    if (tag === 'f') return (...args: unknown[]) => callOther(value as number, args)
    if (tag === 'p') {
      return new PromiseOf((resolve, reject) => {
        const proxy = record<unknown>()
        proxy.resolve = resolve
        proxy.reject = reject
        proxies[value as number] = proxy as never
      })
    }
    if (tag === 'e') return new ErrorOf(value as string)
    if (tag === 'a') {
      const list = value as unknown[]
      const result: unknown[] = []
      for (let at = 0; at < list.length; at++) put(result, at, decode(list[at]))
      return result
    }
    if (tag === 'o') {
      const list = value as [string, unknown][]
      const result = {}
      // eslint-disable-next-line @typescript-eslint/prefer-for-of -- would ask the page's Array.prototype
      for (let at = 0; at < list.length; at++) put(result, list[at]![0], decode(list[at]![1]))
      return result
    }
    return value
  }

  const answer = (incoming: Message & { kind: 'call' }): void => {
    let ok = true
    let value: unknown
    try {
      const fn = functions[incoming.fn]
      if (!fn) throw new TypeErrorOf('Not a function of the context bridge')
      value = encode(apply(fn, undefined, decode(incoming.args) as unknown[]))
    } catch (error) {
      ok = false
      value = encode(error)
    }
    send({ kind: 'return', call: incoming.call, ok, value })
  }

  return {
    encode,
    decode,
    receive: (incoming) => {
      if (incoming.kind === 'call') answer(incoming)
      else if (incoming.kind === 'return') returned[incoming.call] = incoming
      else if (incoming.kind === 'expose') onExpose(incoming.key, decode(incoming.value))
      else {
        const proxy = proxies[incoming.promise]
        deleteProperty(proxies, incoming.promise)
        if (incoming.ok) proxy?.resolve(decode(incoming.value))
        else proxy?.reject(decode(incoming.value))
      }
    }
  }
}
