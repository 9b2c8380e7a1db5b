import { EventEmitter } from 'node:events'

/** The name an object answers to in errors, such as `app` or `BrowserWindow`. */
export const label = Symbol('label')

// What JavaScript itself, `await`, the inspector and Playwright ask of any object.
const askedOfEverything = new Set(['then', 'toJSON', 'nodeType', 'tagName', 'asymmetricMatch', 'domain', 'prototype'])

function refuseMissing(nameOf: (receiver: object) => string): ProxyHandler<object>['get'] {
  return (target, property, receiver: object) => {
    if (Reflect.has(target, property)) return Reflect.get(target, property, receiver) as unknown
    if (typeof property === 'symbol' || property.startsWith('_') || askedOfEverything.has(property)) return undefined
    throw new NotAnswered(`${nameOf(receiver)}.${property}`)
  }
}

/** Thrown when the app uses a part of Electron that the stand-in does not have. */
export class NotAnswered extends Error {
  override name = 'NotAnswered'
  constructor(what: string) {
    super(`electron stand-in: ${what} is not answered here`)
  }
}

/**
 * The root of every Electron class here. A member that Electron has and the stand-in has not
 * throws {@link NotAnswered} instead of being silently undefined.
 *
 * The refusal sits at the end of the prototype chain rather than in a proxy around the object,
 * so that private fields work and what is answered costs nothing.
 */
export class Answered extends EventEmitter {
  get [label](): string {
    return this.constructor.name
  }
}

const nameOfInstance = (receiver: object): string => (receiver as { [label]?: string })[label] ?? 'object'
const nameOfClass = (receiver: object): string => (receiver as { name: string }).name
Object.setPrototypeOf(
  Answered.prototype,
  new Proxy(EventEmitter.prototype, { get: refuseMissing(nameOfInstance) as never })
)
Object.setPrototypeOf(Answered, new Proxy(EventEmitter, { get: refuseMissing(nameOfClass) as never }))

/** A plain module object such as `shell` that refuses what it does not have. */
export function answered<T extends object>(name: string, members: T): T {
  return Object.setPrototypeOf(members, new Proxy(Object.prototype, { get: refuseMissing(() => name) as never })) as T
}

/** Stands for a whole export that is missing: importing it is fine, using it is not. */
export function unanswered(name: string): object {
  const refuse = (): never => {
    throw new NotAnswered(name)
  }
  const get: ProxyHandler<object>['get'] = (_target, property) => {
    if (typeof property === 'symbol' || askedOfEverything.has(property)) return undefined
    throw new NotAnswered(`${name}.${property}`)
  }
  return new Proxy(function () {}, { get, apply: refuse, construct: refuse })
}

/** An Electron event object: `preventDefault()` and what the event carries. */
export function createEvent<T extends object>(
  carries?: T
): T & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false
  return Object.defineProperties(
    { ...carries! } as T & { preventDefault(): void; readonly defaultPrevented: boolean },
    {
      preventDefault: { value: () => void (prevented = true) },
      defaultPrevented: { get: () => prevented, enumerable: true }
    }
  )
}
