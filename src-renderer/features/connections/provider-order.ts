import type { ConnectorDescription } from '@contract/model/connector'

// Those Keyquay was made for; the others follow by name.
const first = ['cloudoora', 'cloudapi', 'cloudnexus', 'cloudcasa', 'cloodot']

/** The providers as a person looks for them: the five first, then what else comes with Keyquay, then their own. */
export function inOrder(connectors: readonly ConnectorDescription[]): ConnectorDescription[] {
  const rank = ({ id, builtIn }: ConnectorDescription): number => {
    const at = first.indexOf(id)
    return builtIn && at >= 0 ? at : first.length + (builtIn ? 0 : 1)
  }
  return [...connectors].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** Those whose name, id or summary holds every word that is typed. */
export function searchProviders(connectors: readonly ConnectorDescription[], typed: string): ConnectorDescription[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return inOrder(connectors).filter(({ id, name, summary }) => {
    const text = `${id} ${name} ${summary}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
