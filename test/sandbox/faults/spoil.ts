import type { FaultSpec } from './fault-spec.ts'

type Change = (key: string, value: unknown) => unknown

const SECRET_FIELDS = ['key', 'token', 'apikey']
const NAME_FIELDS = ['name', 'label', 'description']
/** Control and bidi characters, a name that is a property of every object, half a character, 10,000 of them. */
const HOSTILE_NAMES = ['\u0000\u001b[31mred\u202Etxt.exe\r\n', '__proto__', 'half \uD800', 'n'.repeat(10_000)]

/** The text of an answer as this fault leaves it. Other kinds leave it as it is. */
export function spoil(body: unknown, spec: FaultSpec): string {
  switch (spec.kind) {
    case 'wrong-types':
      return JSON.stringify(changed(body, wrongType))
    case 'missing-secret':
      return JSON.stringify(
        changed(body, (key, value) => (SECRET_FIELDS.includes(key) && typeof value === 'string' ? undefined : value))
      )
    case 'hostile-names':
      return JSON.stringify(changed(body, hostileNames()))
    case 'proto-pollution':
      return JSON.stringify(changed(body, (_key, value) => (isPlain(value) ? polluted(value) : value)))
    case 'duplicate-list':
      return JSON.stringify(
        changed(body, (_key, value) => (isItems(value) ? value.flatMap((one) => [one, one]) : value))
      )
    case 'endless-list':
      return JSON.stringify(changed(body, endless))
    case 'deep-nesting': {
      const depth = spec.depth ?? 100_000
      return withField(body, `"nested":${'['.repeat(depth)}${']'.repeat(depth)}`)
    }
    default:
      return JSON.stringify(body)
  }
}

/** The answer's own fields with one more before them, given as JSON text. */
export function withField(body: unknown, field: string): string {
  const text = isPlain(body) ? JSON.stringify(body).slice(1) : '}'
  return `{${field}${text === '}' ? '' : ','}${text}`
}

function changed(value: unknown, change: Change, key = ''): unknown {
  if (Array.isArray(value))
    return change(
      key,
      value.map((one) => changed(one, change))
    )
  if (!isPlain(value)) return change(key, value)
  const copy = Object.entries(value).map(([name, inner]) => [name, changed(inner, change, name)])
  return change(key, Object.fromEntries(copy))
}

function wrongType(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return Object.fromEntries(value.entries())
  return key === 'id' || key === '_id' ? 7 : value
}

function hostileNames(): Change {
  let at = 0
  return (key, value) => {
    if (!NAME_FIELDS.includes(key) || typeof value !== 'string') return value
    at += 1
    return HOSTILE_NAMES[(at - 1) % HOSTILE_NAMES.length]
  }
}

/** Only an own property named __proto__ comes out in the text; an assignment would set the prototype. */
function polluted(value: Record<string, unknown>): unknown {
  const payload = { polluted: true, status: 'active' }
  Object.defineProperty(value, '__proto__', { value: payload, enumerable: true, configurable: true })
  Object.defineProperty(value, 'constructor', { value: { prototype: payload }, enumerable: true, configurable: true })
  return value
}

function endless(key: string, value: unknown): unknown {
  if (key === 'next_cursor' || key === 'next') return value ?? 'again'
  return ['total', 'pages'].includes(key) ? 1_000_000_000 : value
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isItems(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPlain)
}
