import type { KeyId } from '@contract/model/base'

/** What a reference names: one key by its id, or by the service that issued it and its name. */
export type KeyReference =
  { readonly by: 'id'; readonly id: KeyId } | { readonly by: 'name'; readonly provider: string; readonly name: string }

const SCHEME = 'keyquay://'

/** Whether a value means to be a reference, well formed or not: then it is never handed on as a value. */
export function isReference(text: string): boolean {
  return text.toLowerCase().startsWith(SCHEME)
}

/** `keyquay://key/ID` or `keyquay://PROVIDER/NAME`, each part percent-encoded where it must be; null for anything else. */
export function parseReference(text: string): KeyReference | null {
  const parts = isReference(text) ? text.slice(SCHEME.length).split('/') : []
  const [place, what] = parts.map(decoded)
  if (parts.length !== 2 || !place || !what) return null
  if (place !== 'key') return { by: 'name', provider: place, name: what }
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(what) ? { by: 'id', id: what as KeyId } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
