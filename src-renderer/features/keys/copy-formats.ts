import type { CopyFormat } from '@contract/ipc'

/** The shapes a key can be copied in, in the order of the menus. */
export const copyFormats = [
  'value',
  'env',
  'export',
  'powershell',
  'json',
  'curl-header'
] as const satisfies readonly CopyFormat[]

/** Code that calls the provider with the key; for keys that are tied to one. */
export const sampleFormats = ['curl', 'python', 'javascript'] as const satisfies readonly CopyFormat[]
