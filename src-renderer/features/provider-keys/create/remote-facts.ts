import type { RemoteRequest } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { TFunction } from 'i18next'
import { dateText } from '../../../texts/dates'
import type { Fact } from './Facts'

/** A request in the provider's words, field by field; what the kind has no field for is not there. */
export function remoteFacts(kind: KeyKind, request: RemoteRequest, t: TFunction, language: string): Fact[] {
  const none = t('provider.create.everything')
  return [
    { label: kind.nameLabel ?? t('provider.create.nameInVault'), value: request.name },
    { label: t('provider.create.description'), value: request.description },
    { label: t('provider.create.project'), value: request.project },
    {
      label: t('provider.create.environment'),
      value: kind.environments.find(({ id }) => id === request.environment)?.label ?? request.environment
    },
    { label: t('provider.create.services'), value: request.services },
    {
      label: kind.scopes.label,
      value: kind.scopes.kind === 'none' ? null : request.scopes.length === 0 ? none : request.scopes
    },
    { label: t('provider.create.roles'), value: request.roles },
    { label: t('provider.create.expiry'), value: expiryWords(kind, request.expiry, t, language) },
    {
      label: t('provider.create.ipRanges'),
      value: kind.ipRanges ? (request.ipRanges.length === 0 ? t('provider.create.anywhere') : request.ipRanges) : null
    }
  ]
}

/** When a key ends, as the provider says it where it has a word. */
export function expiryWords(
  { expiry }: Pick<KeyKind, 'expiry'>,
  choice: RemoteRequest['expiry'],
  t: TFunction,
  language: string
): string {
  if (expiry.kind === 'none') return t('provider.create.noExpiry')
  const labelOf = (days: number | null): string | undefined =>
    expiry.presets.find((preset) => preset.days === days)?.label
  switch (choice.kind) {
    case 'default':
      return t('provider.create.expiryOptions.default')
    case 'never':
      return labelOf(null) ?? t('provider.create.expiryOptions.never')
    case 'days':
      return labelOf(choice.days) ?? t('provider.create.expiryDays', { count: choice.days })
    case 'date':
      return dateText(choice.at, language)
  }
}
