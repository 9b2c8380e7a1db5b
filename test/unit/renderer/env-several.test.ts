import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_KEYS_AT_ONCE, type EnvPreview } from '@contract/model/env'
import type { KeyDetails } from '@contract/model/key'
import { changeText } from '../../../src-renderer/features/env-files/write/change-text'
import { nameTroubles } from '../../../src-renderer/features/env-files/write/name-troubles'
import { MOST_AT_ONCE, nameOf, nothingChosen } from '../../../src-renderer/features/env-files/write/wanted'
import { startTexts, texts } from '../../../src-renderer/texts/texts'

describe('several keys for one env file', () => {
  beforeAll(() => startTexts('en'))

  it('are told of names that no reader takes, and of names that two of them have', () => {
    const named = ['CI_TOKEN', 'lower_case', '1ST', '', 'CI_TOKEN', 'ci_token'].map((name, at) => ({
      key: `key ${String(at)}`,
      name
    }))
    expect(nameTroubles(named)).toEqual([
      { is: 'twice', other: 'key 4' },
      null,
      { is: 'wrong' },
      { is: 'wrong' },
      { is: 'twice', other: 'key 0' },
      null
    ])
  })

  it('have what was typed, else their env names, else names made of their own', () => {
    const key = (id: string, envName: string | null): KeyDetails => ({ id, name: 'ci deploy', envName }) as KeyDetails
    const wanted = { ...nothingChosen, names: new Map([[key('typed', null).id, 'MINE']]) }
    expect([key('typed', 'OWN'), key('own', 'OWN'), key('made', null)].map((one) => nameOf(wanted, one))).toEqual([
      'MINE',
      'OWN',
      'CI_DEPLOY'
    ])
  })

  it('are as many as the core takes', () => {
    expect(MOST_AT_ONCE).toBe(MOST_KEYS_AT_ONCE)
  })

  it.each<[string, boolean, EnvPreview['change'][], string]>([
    ['a new file', true, ['added', 'added'], 'Makes the file with 2 names in it. Only you can read it.'],
    [
      'some of each',
      false,
      ['added', 'changed', 'same'],
      'Adds 1 name. Changes 1 name. 1 has its value already. Every'
    ],
    ['nothing to do', false, ['same', 'same'], 'The file has all 2 values already.']
  ])('are summed up in words: %s', (_, creates, changes, said) => {
    const keys = changes.map((change, at) => ({ change, name: `NAME_${String(at)}` }))
    const preview = { creates, change: changes.every((one) => one === 'same') ? 'same' : 'changed', keys }
    expect(changeText(preview as EnvPreview, texts.t)).toContain(said)
  })
})
