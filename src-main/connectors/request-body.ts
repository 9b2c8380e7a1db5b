import { encodePart } from './templates'

/** What a body expression gave, as it is sent. Null where there is nothing to send. */
export function writeBody(type: 'json' | 'form' | 'none', members: unknown): string | null {
  if (type === 'none' || members === null || members === undefined) return null
  return type === 'json' ? JSON.stringify(members) : writeForm(members)
}

/** Without its null members, at every level of objects; entries of lists stay. */
export function omitNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(omitNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, omitNulls(inner)])
  )
}

/** `application/x-www-form-urlencoded` (URL standard); a list repeats its name, an object is written as JSON. */
function writeForm(members: unknown): string {
  if (typeof members !== 'object' || members === null) return ''
  return Object.entries(members)
    .flatMap(([name, value]: [string, unknown]) =>
      listOf(value).map((one) => `${encodePart(name)}=${encodePart(formValue(one))}`)
    )
    .join('&')
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function formValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
