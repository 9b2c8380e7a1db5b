import type { ExpiryChoice } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { KeyDetails } from '@contract/model/key'
import type { TFunction } from 'i18next'
import { blanksOf, type Blank } from './blanks'

/** What a key that exists is called and allowed at its provider, for a job by hand; with its own end unless it gets another. */
export function blanksOfKey(
  kind: KeyKind,
  saved: KeyDetails,
  t: TFunction,
  language: string,
  expiry: ExpiryChoice = endOf(saved)
): Blank[] {
  const { name, description, scopes, roles, ipRanges, environment, project } = saved
  return blanksOf(
    kind,
    {
      name,
      description: kind.description ? description : '',
      scopes: kind.scopes.kind === 'none' ? [] : scopes,
      roles: kind.roles === 'none' ? [] : roles,
      services: [],
      ipRanges: kind.ipRanges ? ipRanges : [],
      environment: kind.environments.length > 0 ? environment : null,
      project: kind.projects ? project : null,
      expiry
    },
    t,
    language
  )
}

function endOf({ expiresAt }: KeyDetails): ExpiryChoice {
  return expiresAt === null ? { kind: 'never' } : { kind: 'date', at: expiresAt }
}
