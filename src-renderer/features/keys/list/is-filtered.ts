import type { KeyFilter } from '../../../stores/key-list-store'

/** Whether anything but the view narrows the list. */
export function isFiltered(filter: KeyFilter): boolean {
  const { text, providers, environments, projects, tags, statuses } = filter
  return text !== '' || [providers, environments, projects, tags, statuses].some((values) => values.length > 0)
}
