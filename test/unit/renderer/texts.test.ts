import { describe, expect, it } from 'vitest'
import { errorCodes, errorDetails } from '@contract/errors'
import { errorTexts } from '@contract/error-texts'
import { appErrorTexts } from '@contract/error-texts/app'
import { envErrorTexts } from '@contract/error-texts/env'
import { providerErrorTexts } from '@contract/error-texts/provider'
import { vaultErrorTexts } from '@contract/error-texts/vault'
import { auditAction } from '@contract/model/audit'
import { keyStatus } from '@contract/model/key'
import { lockReason } from '@contract/model/session'
import { de } from '../../../src-renderer/texts/de'
import { en } from '../../../src-renderer/texts/en'
import { germanErrorTexts } from '../../../src-renderer/texts/errors-de'
import { failureText, isErrorCode } from '../../../src-renderer/texts/failure-text'
import { chooseLanguage, startTexts, texts } from '../../../src-renderer/texts/texts'

type Texts = { readonly [name: string]: string | Texts }

function entries(texts: Texts, under = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${under}${name}`, value]] : entries(value, `${under}${name}.`)
  )
}

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map((match) => match[1] ?? '').sort()

describe('the catalogues', () => {
  const english = entries(en)
  const german = new Map(entries(de))

  it('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual(english.map(([key]) => key).sort())
  })

  it('fill the same blanks', () => {
    for (const [key, text] of english) expect(blanks(german.get(key) ?? ''), key).toEqual(blanks(text))
  })

  it('speak calmly', () => {
    for (const [key, text] of [...english, ...german]) {
      expect(text, key).not.toContain('!')
      expect(text, key).not.toMatch(/\b(we|our|us|OK|wir|unser)\b/)
      expect(text.trim(), key).not.toBe('')
    }
  })

  it('have a word for every status, action and lock reason of the contract', () => {
    const keys = new Set(english.map(([key]) => key))
    for (const status of keyStatus.options) expect(keys).toContain(`status.${status}`)
    for (const action of auditAction.options) expect(keys).toContain(`audit.actions.${action}`)
    for (const reason of lockReason.options) expect(keys).toContain(`lock.reason.${reason}`)
  })
})

describe('what is filled in', () => {
  it('is written as its language does within a sentence', async () => {
    await startTexts('en')
    const search = (label: string): string => texts.t('provider.scopes.search', { label })
    expect([search('Scopes'), search('DNS zones')]).toEqual(['Search scopes', 'Search DNS zones'])
    expect(texts.t('usage.quotas.percent', { percent: 22 })).toBe('22%')
    await texts.changeLanguage('de')
    expect(search('Scopes')).toBe('Scopes durchsuchen')
    expect(texts.t('usage.quotas.percent', { percent: 22 })).toBe('22\u00a0%')
  })
})

describe('error texts', () => {
  it('stand in one area each', () => {
    const areas = [vaultErrorTexts, providerErrorTexts, envErrorTexts, appErrorTexts]
    expect(areas.flatMap((area) => Object.keys(area)).sort()).toEqual([...errorCodes].sort())
  })

  it('exist in both languages for every code, with blanks that are its details', () => {
    for (const texts of [errorTexts, germanErrorTexts]) {
      expect(Object.keys(texts).sort()).toEqual([...errorCodes].sort())
      for (const code of errorCodes) {
        const known = new Set([...Object.keys(errorDetails[code].shape), 'retryAfterSeconds'])
        for (const sentence of Object.values(texts[code]) as string[])
          for (const blank of blanks(sentence)) expect(known, `${code}: ${sentence}`).toContain(blank)
      }
    }
  })

  it('fill details and turn milliseconds into seconds', () => {
    const failure = { code: 'too-many-attempts', details: { retryAfterMs: 3_200 }, id: 'x' } as const
    expect(failureText(failure, 'en').next).toBe('Wait 4 s and try again.')
    expect(failureText(failure, 'de-AT').next).toBe('4 s warten und erneut versuchen.')
  })

  it('leave out brackets whose details are not known', () => {
    const { happened } = failureText({ code: 'vault-newer', details: {}, id: '' }, 'en')
    expect(happened).toBe('This vault was written by a newer Keyquay.')
  })

  it('give the id of internal failures only', () => {
    expect(failureText({ code: 'internal', details: {}, id: 'E-1' }, 'en').id).toBe('E-1')
    expect(failureText({ code: 'disk-full', details: {}, id: 'E-1' }, 'en').id).toBe('')
  })

  it('know a code from any other text', () => {
    expect(isErrorCode('disk-full')).toBe(true)
    expect(isErrorCode('toString')).toBe(false)
  })
})

describe('the language', () => {
  it('is the chosen one, else the first of the system’s that has a catalogue, else English', () => {
    expect(chooseLanguage('de', ['en-GB'])).toBe('de')
    expect(chooseLanguage('system', ['fr-FR', 'de-CH', 'en'])).toBe('de')
    expect(chooseLanguage('system', ['fr-FR'])).toBe('en')
  })
})
