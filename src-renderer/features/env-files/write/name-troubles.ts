import { isEnvName } from '../../../ui/env-name'

/** What is wrong with a name in the file: no reader takes it, or another of the keys has it too. */
export type NameTrouble = { readonly is: 'wrong' } | { readonly is: 'twice'; readonly other: string }

/** For each key with the name it is to have, in the same order; null where nothing is wrong. */
export function nameTroubles(
  named: readonly { readonly key: string; readonly name: string }[]
): readonly (NameTrouble | null)[] {
  return named.map(({ name }, index) => {
    if (!isEnvName(name)) return { is: 'wrong' }
    const other = named.find((one, at) => at !== index && one.name === name)
    return other === undefined ? null : { is: 'twice', other: other.key }
  })
}
