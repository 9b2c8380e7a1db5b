/** Values as text and back, keeping what structured clone keeps. */
export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Structured clone semantics over a text channel: Date, Map, Set, typed arrays, errors, undefined,
 * bigint, repeated and circular references survive; functions, symbols and promises are refused.
 *
 * Self-contained on purpose: its source text also runs inside the page's isolated world.
 */
export function createCodec(): Codec {
  type Json = null | boolean | number | string | Json[]
  const typedArrays: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView
  }
  const errors: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError
  }
  const refuse = (value: unknown): never => {
    const shown = typeof value === 'function' ? Function.prototype.toString.call(value) : String(value)
    throw new DOMException(`${shown} could not be cloned.`, 'DataCloneError')
  }
  const toBase64 = (bytes: Uint8Array): string => {
    if (typeof Buffer !== 'undefined')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer

  const toJson = (value: unknown, seen: Map<object, number>): Json => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['n', Object.is(value, -0) ? '-0' : String(value)]
    if (value === undefined) return ['u']
    if (typeof value === 'bigint') return ['b', String(value)]
    if (typeof value !== 'object') return refuse(value)
    if (value instanceof Boolean || value instanceof Number || value instanceof String)
      return toJson(value.valueOf(), seen)
    const before = seen.get(value)
    if (before !== undefined) return ['^', before]
    seen.set(value, seen.size)
    const entry = ([key, item]: [unknown, unknown]): Json => [toJson(key, seen), toJson(item, seen)]
    if (Array.isArray(value)) return ['a', ...Array.from(value, (item) => toJson(item, seen))]
    if (value instanceof Date) return ['d', toJson(value.getTime(), seen)]
    if (value instanceof RegExp) return ['r', value.source, value.flags]
    if (value instanceof Map) return ['m', ...Array.from(value, entry)]
    if (value instanceof Set) return ['s', ...Array.from(value, (item) => toJson(item, seen))]
    if (value instanceof ArrayBuffer) return ['t', 'ArrayBuffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) {
      const name =
        Object.keys(typedArrays).find((key) => key === Object.prototype.toString.call(value).slice(8, -1)) ??
        refuse(value)
      return ['t', name, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    }
    if (value instanceof Error)
      return [
        'e',
        errors[value.name] ? value.name : 'Error',
        value.message,
        value.stack ?? '',
        'cause' in value ? toJson(value.cause, seen) : ['u']
      ]
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef)
      return refuse(`#<${value.constructor.name}>`)
    return ['o', ...Object.entries(value).map(entry)]
  }

  const fromJson = (json: Json, seen: unknown[]): unknown => {
    if (!Array.isArray(json)) return json
    const [tag, ...rest] = json as [string, ...Json[]]
    const keep = <T>(value: T): T => (seen.push(value), value)
    const pair = (item: Json): [unknown, unknown] => {
      const [key, inner] = item as [Json, Json]
      return [fromJson(key, seen), fromJson(inner, seen)]
    }
    switch (tag) {
      case 'u':
        return undefined
      case 'n':
        return Number(rest[0])
      case 'b':
        return BigInt(rest[0] as string)
      case '^':
        return seen[rest[0] as number]
      case 'd':
        return keep(new Date(fromJson(rest[0] ?? null, []) as number))
      case 'r':
        return keep(new RegExp(rest[0] as string, rest[1] as string))
      case 'a': {
        const array = keep<unknown[]>([])
        for (const item of rest) array.push(fromJson(item, seen))
        return array
      }
      case 'm': {
        const map = keep(new Map())
        for (const item of rest) map.set(...pair(item))
        return map
      }
      case 's': {
        const set = keep(new Set())
        for (const item of rest) set.add(fromJson(item, seen))
        return set
      }
      case 't': {
        const buffer = fromBase64(rest[1] as string)
        const View = typedArrays[rest[0] as string]
        return keep(View ? new View(buffer) : buffer)
      }
      case 'e': {
        const error = keep(new (errors[rest[0] as string] ?? Error)(rest[1] as string))
        Object.defineProperty(error, 'stack', { value: rest[2], configurable: true, writable: true })
        const cause = fromJson(rest[3] ?? null, seen)
        if (cause !== undefined)
          Object.defineProperty(error, 'cause', { value: cause, configurable: true, writable: true })
        return error
      }
      default: {
        const object = keep<Record<string, unknown>>({})
        for (const item of rest) {
          const [key, value] = pair(item)
          // Defined, not assigned: a key named __proto__ must stay a key.
          Object.defineProperty(object, key as string, { value, configurable: true, enumerable: true, writable: true })
        }
        return object
      }
    }
  }

  return {
    encode: (value) => JSON.stringify(toJson(value, new Map())),
    decode: (text) => fromJson(JSON.parse(text) as Json, [])
  }
}
