import type { RemoteRequest } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { TFunction } from 'i18next'
import { expiryWords } from '../create/remote-facts'

export interface Blank {
  readonly label: string
  readonly value: string
}

/** What a person pastes or chooses in the provider's console, in the provider's words; nothing that is empty. */
export function blanksOf(kind: KeyKind, request: RemoteRequest, t: TFunction, language: string): Blank[] {
  const scopeLabel = (scope: string): string => kind.scopes.catalogue.find(({ id }) => id === scope)?.label ?? scope
  const all: Blank[] = [
    { label: kind.nameLabel ?? t('provider.guided.name'), value: kind.nameLabel === null ? '' : request.name },
    { label: t('provider.guided.description'), value: request.description },
    { label: t('provider.guided.environment'), value: request.environment ?? '' },
    { label: kind.scopes.label, value: request.scopes.map(scopeLabel).join(', ') },
    { label: t('provider.guided.roles'), value: request.roles.join(', ') },
    {
      label: t('provider.guided.expiry'),
      value: kind.expiry.kind === 'none' ? '' : expiryWords(kind, request.expiry, t, language)
    },
    { label: t('provider.guided.ipRanges'), value: request.ipRanges.join(', ') }
  ]
  return all.filter(({ value }) => value !== '')
}
