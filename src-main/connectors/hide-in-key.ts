import type { RemoteKey } from '@contract/model/connection'
import { createHiding, signsIn } from './hiding'
import { maskSecret, withoutPrefix } from './key-format'
import type { Kind } from './manifest/kind'
import type { Fallback } from './records'

/** What is as short may be any word, and a name or a scope would be spoilt. */
const SHORTEST_HIDDEN = 8

/**
 * Takes `secrets` out of every text of a key that an answer gave: a mapping may lead to them. What is as in `known`, the
 * key as it was asked for or was before, did not come from the answer and stays. A preview that shows 8 or more
 * characters of a secret behind its prefix becomes that secret's mask.
 */
export function createKeyCleaner(
  { format }: Kind,
  secrets: readonly string[]
): (key: RemoteKey, known: Fallback) => RemoteKey {
  const hidden = secrets.filter((secret) => signsIn(secret) >= SHORTEST_HIDDEN)
  const hide = createHiding(hidden)
  const masks = hidden
    .map((secret) => ({ secret, rest: withoutPrefix(format, secret) }))
    .filter(({ rest }) => signsIn(rest) >= SHORTEST_HIDDEN)
    .map(({ secret, rest }) => ({ mask: maskSecret(format, secret), hideRest: createHiding([rest]) }))

  const text = (value: string, known: string | null | undefined): string => (value === known ? value : hide(value))
  const orNone = (value: string | null, known: string | null | undefined): string | null =>
    value === null ? null : text(value, known)
  const list = (values: readonly string[], known: readonly string[] = []): string[] => [
    ...new Set(values.map((value) => (known.includes(value) ? value : hide(value))))
  ]

  return (key, known) => ({
    ...key,
    name: text(key.name, known.name),
    description: text(key.description, known.description),
    preview: previewOf(key.preview, known.preview),
    scopes: list(key.scopes, known.scopes),
    roles: list(key.roles, known.roles),
    services: list(key.services, known.services),
    ipRanges: list(key.ipRanges, known.ipRanges),
    environment: orNone(key.environment, known.environment),
    project: orNone(key.project, known.project)
  })

  function previewOf(preview: string | null, known: string | null | undefined): string | null {
    if (preview === null || preview === known) return preview
    return masks.find(({ hideRest }) => hideRest(preview) !== preview)?.mask ?? preview
  }
}
