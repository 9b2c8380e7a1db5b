import type { KeyDetails } from '@contract/model/key'

const WORD = /^(prod|production|live)$/i

/** Whether something in use hangs on this key, by its environment or a tag: ending it then takes its name. */
export function isProduction({ environment, tags }: Pick<KeyDetails, 'environment' | 'tags'>): boolean {
  return [environment ?? '', ...tags].some((text) => text.split(/[^A-Za-z]+/).some((word) => WORD.test(word)))
}
