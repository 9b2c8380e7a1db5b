import type { RemoteChange } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { KeyDetails } from '@contract/model/key'
import { parseRanges } from './ip-ranges'

/** What the edit form holds. */
export interface EditValues {
  name: string
  description: string
  scopes: string[]
  roles: string[]
  ipRanges: string
}

export interface FieldChange {
  readonly field: KeyKind['editable'][number]
  /** For texts. */
  readonly from?: string
  readonly to?: string
  /** For lists. */
  readonly added?: readonly string[]
  readonly removed?: readonly string[]
}

export function toEditValues(saved: KeyDetails): EditValues {
  const { name, description, scopes, roles, ipRanges } = saved
  return { name, description, scopes: [...scopes], roles: [...roles], ipRanges: ipRanges.join('\n') }
}

/** What saving would change at the provider, field by field; only what it lets one change. */
export function changesBetween(saved: KeyDetails, values: EditValues, editable: KeyKind['editable']): FieldChange[] {
  return editable.flatMap((field): FieldChange[] => {
    switch (field) {
      case 'name':
      case 'description': {
        const to = values[field].trim()
        return to === saved[field] ? [] : [{ field, from: saved[field], to }]
      }
      case 'scopes':
      case 'roles':
        return listChange(field, saved[field], values[field])
      case 'ipRanges':
        return listChange(field, saved.ipRanges, parseRanges(values.ipRanges).ranges)
    }
  })
}

/** The changes as they are sent; what stays is left out. */
export function toRemoteChange(values: EditValues, changes: readonly FieldChange[]): RemoteChange {
  const change: RemoteChange = {}
  for (const { field } of changes) {
    if (field === 'name' || field === 'description') change[field] = values[field].trim()
    else change[field] = field === 'ipRanges' ? [...parseRanges(values.ipRanges).ranges] : [...values[field]]
  }
  return change
}

/** The key as it would stand after the changes. */
export function edited(saved: KeyDetails, values: EditValues): KeyDetails {
  const { name, description, scopes, roles } = values
  return {
    ...saved,
    name: name.trim(),
    description: description.trim(),
    scopes: [...scopes],
    roles: [...roles],
    ipRanges: [...parseRanges(values.ipRanges).ranges]
  }
}

function listChange(
  field: 'scopes' | 'roles' | 'ipRanges',
  before: readonly string[],
  after: readonly string[]
): FieldChange[] {
  const added = after.filter((one) => !before.includes(one))
  const removed = before.filter((one) => !after.includes(one))
  return added.length + removed.length === 0 ? [] : [{ field, added, removed }]
}
