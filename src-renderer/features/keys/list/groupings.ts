import type { KeyGrouping } from '@contract/model/key-query'

/** What rows can stand together by, in the order of the menus. */
export const groupings = [
  'none',
  'provider',
  'project',
  'environment',
  'tag',
  'status'
] as const satisfies readonly KeyGrouping[]
