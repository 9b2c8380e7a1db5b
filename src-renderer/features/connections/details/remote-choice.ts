import type { ListedRemoteKey } from '@contract/model/connection'

/** A listed key's own mark: ids are unique within one kind only. */
export const markOf = ({ kind, key }: ListedRemoteKey): string => `${kind} ${key.remoteId}`

/** Those that may be adopted: not followed yet, and not ended. */
export function adoptable(items: readonly ListedRemoteKey[]): ListedRemoteKey[] {
  return items.filter(({ key, keyId }) => keyId === null && key.status !== 'revoked')
}

/** The keys whose name, preview, scopes or roles hold every word that is typed. */
export function searchListed(items: readonly ListedRemoteKey[], typed: string): readonly ListedRemoteKey[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter(({ key }) => {
    const { name, description, preview, remoteId, scopes, roles } = key
    const text = [name, description, preview ?? '', remoteId, ...scopes, ...roles].join(' ').toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The chosen keys by kind, as they are adopted kind by kind. */
export function byKind(items: readonly ListedRemoteKey[], chosen: ReadonlySet<string>): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const item of adoptable(items)) {
    if (!chosen.has(markOf(item))) continue
    kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item.key.remoteId])
  }
  return kinds
}
