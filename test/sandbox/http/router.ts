import type { Answer, Call } from './exchange.ts'

/** `['POST', '/keys/:id/revoke', handler]` */
export type Route = readonly [method: string, pattern: string, handle: (call: Call) => Answer]

export type Found =
  | { readonly handle: (call: Call) => Answer; readonly params: Record<string, string> }
  | { readonly allow: readonly string[] }
  | null

/** Finds the handler for a method and path; `allow` when only the method is wrong, `null` for an unknown path. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Found {
  const compiled = routes.map(([method, pattern, handle]) => ({
    method,
    handle,
    names: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''),
    shape: new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`)
  }))
  return (method, path) => {
    const allow: string[] = []
    for (const route of compiled) {
      const match = route.shape.exec(path)
      if (match === null) continue
      if (route.method === method) {
        return {
          handle: route.handle,
          params: Object.fromEntries(route.names.map((name, at) => [name, decoded(match[at + 1] ?? '')]))
        }
      }
      allow.push(route.method)
    }
    return allow.length === 0 ? null : { allow }
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
