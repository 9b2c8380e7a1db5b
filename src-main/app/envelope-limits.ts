import { AppError } from '@contract/errors'

/** The most a call may carry, counted as UTF-16 text and eight bytes a number. */
export const INPUT_LIMIT_BYTES = 1_048_576
const DEEPEST = 12
const POISONED = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses input that is too large, too deep, not plain data, or that names a prototype,
 * before any schema walks it. Throws `input-too-large` or `input-invalid`.
 */
export function checkEnvelope(input: unknown): void {
  let bytes = 0

  function walk(value: unknown, depth: number): void {
    if (depth > DEEPEST)
      throw new AppError('input-invalid', { path: '', expected: `at most ${String(DEEPEST)} levels` })
    bytes += sizeOf(value)
    if (bytes > INPUT_LIMIT_BYTES) throw new AppError('input-too-large', { limitBytes: INPUT_LIMIT_BYTES })
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth + 1)
    } else if (typeof value === 'object' && value !== null) {
      walkObject(value, depth)
    }
  }

  function walkObject(value: object, depth: number): void {
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && !isPlainPrototype(prototype))
      throw new AppError('input-invalid', { path: '', expected: 'plain data' })
    for (const [name, inner] of Object.entries(value)) {
      if (POISONED.has(name)) throw new AppError('input-invalid', { path: '', expected: 'no such field name' })
      bytes += name.length * 2
      walk(inner, depth + 1)
    }
  }

  walk(input, 0)
}

/** `Object.prototype` of this realm or of the one that cloned the value. */
function isPlainPrototype(prototype: unknown): boolean {
  return typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) === null
}

function sizeOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return value.length * 2
    case 'number':
    case 'boolean':
    case 'undefined':
      return 8
    case 'object':
      return 8
    default:
      throw new AppError('input-invalid', { path: '', expected: 'plain data' })
  }
}
