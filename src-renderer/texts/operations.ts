import type { AccountOperation, KeyOperation } from '@contract/model/connector'
import type { TFunction } from 'i18next'

const operations = [
  'test',
  'account',
  'projects',
  'roles',
  'scopes',
  'services',
  'usageTotals',
  'list',
  'get',
  'create',
  'update',
  'rotate',
  'renew',
  'disable',
  'enable',
  'revoke',
  'verify',
  'usageLog'
] as const satisfies readonly (AccountOperation | KeyOperation)[]

/** What a provider is asked for, in words; a name that is not known stays as it is. */
export function operationText(operation: string, t: TFunction): string {
  const known = operations.find((name) => name === operation)
  return known === undefined ? operation : t(`connections.operations.${known}`)
}
