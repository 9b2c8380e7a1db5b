import type { TiedKey } from '../use-tied-key'

export type TiedAction =
  | 'rotate'
  | 'edit'
  | 'renew'
  | 'disable'
  | 'enable'
  | 'verify'
  | 'sync'
  | 'setPolicy'
  | 'openConsole'
  | 'untie'
  | 'revoke'

/** What can be asked for a tied key: here, not offered by its provider, or not a matter of this key now. */
export type Offer = 'offered' | 'not-offered' | 'not-now'

type Known = Pick<TiedKey, 'saved' | 'link' | 'kind' | 'connector' | 'speaks'>

/** Judged by the manifest's operations and by how the key stands; never by whose provider it is. */
export function offerOf(action: TiedAction, { saved, link, kind, connector, speaks }: Known): Offer {
  const over = saved.state === 'revoked' || saved.deletedAt !== null
  const can = (operation: keyof typeof kind.operations): boolean => speaks && kind.operations[operation] !== undefined
  const known = link.remoteId !== null
  switch (action) {
    case 'untie':
      return 'offered'
    case 'openConsole':
      return connector.consoleUrl !== null || Object.keys(kind.guides).length > 0 ? 'offered' : 'not-offered'
    case 'sync':
      return can('list') ? 'offered' : 'not-offered'
    case 'rotate':
    case 'revoke':
    case 'setPolicy':
      return over ? 'not-now' : 'offered'
    case 'edit':
      if (kind.editable.length === 0) return 'not-offered'
      if (over) return 'not-now'
      return (can('update') && known) || !speaks || kind.guides.edit !== undefined ? 'offered' : 'not-offered'
    case 'renew':
      return !can('renew') ? 'not-offered' : over || !known ? 'not-now' : 'offered'
    case 'disable':
    case 'enable':
      if ((saved.state === 'disabled') !== (action === 'enable')) return 'not-now'
      return !can(action) ? 'not-offered' : over || !known ? 'not-now' : 'offered'
    case 'verify':
      return !can('verify') ? 'not-offered' : saved.hasSecret && !over ? 'offered' : 'not-now'
  }
}
