import type { KeyStatus } from '@contract/model/key'
import type { KeyView } from '@contract/model/key-query'

/** Which keys the list shows. Filters of one kind are alternatives; different kinds must all hold. */
export interface KeyFilter {
  readonly text: string
  readonly view: KeyView
  readonly providers: readonly string[]
  readonly environments: readonly string[]
  readonly projects: readonly string[]
  readonly tags: readonly string[]
  readonly statuses: readonly KeyStatus[]
  readonly expiresWithinDays: number | null
  readonly unusedDays: number | null
}

export const noFilter: KeyFilter = {
  text: '',
  view: 'all',
  providers: [],
  environments: [],
  projects: [],
  tags: [],
  statuses: [],
  expiresWithinDays: null,
  unusedDays: null
}

/** Whether anything but the view narrows the list. */
export function isFiltered(filter: KeyFilter): boolean {
  const { text, providers, environments, projects, tags, statuses, expiresWithinDays, unusedDays } = filter
  return (
    text !== '' ||
    expiresWithinDays !== null ||
    unusedDays !== null ||
    [providers, environments, projects, tags, statuses].some((values) => values.length > 0)
  )
}
