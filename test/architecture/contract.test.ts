import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorCodes, errorDetails } from '@contract/errors'
import { describeError, errorTexts } from '@contract/error-texts'
import { contract } from '@contract/ipc'
import { callNames, eventNames } from '@contract/names'

const specs = Object.entries(contract)
const namesOf = (kind: string): string[] => specs.filter(([, spec]) => spec.kind === kind).map(([name]) => name)

describe('the contract', () => {
  it('has exactly the names the preload exposes', () => {
    expect([...callNames].sort()).toEqual(namesOf('call').sort())
    expect([...eventNames].sort()).toEqual(namesOf('event').sort())
  })

  it('lists the methods through which a secret passes', () => {
    const carriers = specs.flatMap(([name, spec]) =>
      spec.kind === 'call' && spec.secret !== 'none' ? [`${name}: ${spec.secret}`] : []
    )
    expect(carriers.sort()).toMatchSnapshot()
  })

  it('lists the methods that answer while the vault is locked', () => {
    const open = specs.flatMap(([name, spec]) => (spec.kind === 'call' && spec.requires === 'nothing' ? [name] : []))
    expect(open.sort()).toMatchSnapshot()
  })

  it('gives each error code a text whose every blank is one of its details', () => {
    for (const code of errorCodes) {
      const { happened, kept, next } = errorTexts[code]
      const fields = new Set([...Object.keys(errorDetails[code].shape), 'retryAfterSeconds'])
      for (const sentence of [happened, kept, next]) {
        expect(sentence, code).toMatch(/[.”)]$/)
        for (const blank of sentence.matchAll(/\{\{(\w+)\}\}/g))
          expect(fields, `${code}: ${sentence}`).toContain(blank[1])
      }
    }
  })

  it('fills the details into the sentence', () => {
    expect(describeError('too-many-attempts', { retryAfterMs: 3200 })).toContain('Wait 4 s')
  })
})

describe('processes', () => {
  const compilerOptions = (file: string): Record<string, unknown> =>
    (JSON.parse(readFileSync(file, 'utf8')) as { compilerOptions: Record<string, unknown> }).compilerOptions

  it('main is compiled without the DOM', () => {
    expect(compilerOptions('tsconfig.main.json').lib).toEqual(['ES2024'])
  })

  it('the renderer is compiled without Node', () => {
    expect(compilerOptions('tsconfig.renderer.json').types).toEqual(['vite/client'])
  })

  it('the entries stay short', () => {
    for (const entry of ['src-main/index.ts', 'src-main/cli.ts']) {
      expect(readFileSync(entry, 'utf8').split('\n').length, entry).toBeLessThan(60)
    }
  })
})
