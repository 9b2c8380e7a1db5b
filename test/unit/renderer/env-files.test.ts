import { describe, expect, it } from 'vitest'
import type { Binding, Project, ProjectContents, ScanFind } from '@contract/model/env'
import { baseName } from '../../../src-renderer/features/env-files/parts/base-name'
import {
  adoptAction,
  adoptId,
  likelyChoice,
  toChoices
} from '../../../src-renderer/features/env-files/projects/adopt-choice'
import { countRows, groupLetter, rowKind } from '../../../src-renderer/features/env-files/projects/compare-rows'
import { driftOf } from '../../../src-renderer/features/env-files/projects/drift'
import { fileViews } from '../../../src-renderer/features/env-files/projects/file-views'
import { findSteps } from '../../../src-renderer/features/env-files/scan/find-steps'
import { knownFiles } from '../../../src-renderer/features/env-files/write/known-files'

type File = ProjectContents['files'][number]
type Name = File['names'][number]

const binding = (id: string, more: Partial<Binding> = {}): Binding =>
  ({
    id,
    keyId: 'key',
    keyName: 'ci-token',
    file: '/p/.env',
    path: '.env',
    name: 'CI_TOKEN',
    projectId: 'project',
    state: 'in-step',
    may: ['unbind'],
    ...more
  }) as Binding

const name = (index: number, text: string, more: Partial<Name> = {}): Name => ({
  index,
  name: text,
  line: index + 1,
  likelySecret: true,
  provider: null,
  preview: '••••••••',
  verdict: 'new',
  reason: null,
  keyId: null,
  keyName: null,
  bindingId: null,
  ...more
})

const file = (path: string, names: Name[], more: Partial<File> = {}): File => ({
  file: `/p/${path}`,
  path,
  kind: 'env',
  git: 'ignored',
  ignore: null,
  warnings: [],
  failure: null,
  names,
  ...more
})

const contents = (...files: File[]): ProjectContents => ({ token: 'token', files, truncated: false })
const project = { id: 'project', name: 'api', folder: '/p', bindings: 0 } as Project

describe('the files a key can be written to', () => {
  it('are those of projects and bindings, each once, projects first', () => {
    const known = knownFiles(
      [binding('1'), binding('2', { file: '/home/me/.npm-env', path: '/home/me/.npm-env', projectId: null })],
      [{ project, contents: contents(file('.env.local', []), file('.env', [])) }]
    )
    expect(known.map((entry) => [entry.project, entry.path])).toEqual([
      ['api', '.env'],
      ['api', '.env.local'],
      [null, '/home/me/.npm-env']
    ])
  })

  it('leave out examples and what cannot be read', () => {
    const failure = { code: 'env-file-not-regular' as const, details: {} }
    const known = knownFiles(
      [binding('1', { file: '/p/odd', state: 'unreadable' })],
      [{ project, contents: contents(file('.env.example', [], { kind: 'example' }), file('fifo', [], { failure })) }]
    )
    expect(known).toEqual([])
  })
})

describe('adopting', () => {
  const fresh = name(0, 'TOKEN')
  const held = name(1, 'HELD', { verdict: 'same', keyId: 'key' as Name['keyId'] })
  const other = name(2, 'OTHER', { verdict: 'changed', keyId: 'key' as Name['keyId'] })
  const port = name(3, 'PORT', { likelySecret: false, verdict: 'ignored', reason: 'not-a-secret' })
  const bound = name(4, 'BOUND', { bindingId: '1' as Name['bindingId'] })
  const found = file('.env', [fresh, held, other, port, bound])

  it('chooses what is new or known at first, and nothing that replaces a value', () => {
    expect([...likelyChoice(contents(found))]).toEqual([adoptId(found, fresh), adoptId(found, held)])
  })

  it('says of each name what it does', () => {
    expect(found.names.map((entry) => adoptAction('env', entry))).toEqual(['add', 'bind', 'replace', 'add', null])
    expect(adoptAction('example', fresh)).toBeNull()
    expect(adoptAction('env', name(5, 'EMPTY', { verdict: 'ignored', reason: 'empty' }))).toBeNull()
  })

  it('finds a chosen name again when the folder was read anew', () => {
    const chosen = new Set([adoptId(found, fresh), adoptId(found, other)])
    const again = contents(file('.env', [{ ...fresh, index: 7 }, held, { ...other, index: 9 }]))
    expect(toChoices(again, chosen)).toEqual([
      { index: 7, action: 'add' },
      { index: 9, action: 'replace' }
    ])
  })
})

describe('the files of a project', () => {
  it('keep a row for a bound name that went missing, and for a file that is gone', () => {
    const views = fileViews(
      [file('.env', [name(0, 'CI_TOKEN', { bindingId: '1' as Name['bindingId'] })])],
      [
        binding('1'),
        binding('2', { name: 'LOST', state: 'missing' }),
        binding('3', { file: '/p/old/.env', path: 'old/.env', state: 'file-gone' })
      ]
    )
    expect(views.map(({ path, names }) => [path, names.map((entry) => entry.name)])).toEqual([
      ['.env', ['CI_TOKEN', 'LOST']],
      ['old/.env', ['CI_TOKEN']]
    ])
    expect(views[0]?.names[0]?.binding?.id).toBe('1')
    expect(views[1]?.found).toBeNull()
  })
})

describe('drift', () => {
  it('counts, names what is most urgent, and writes only where nothing is lost', () => {
    const drift = driftOf([
      binding('1'),
      binding('2', { state: 'vault-moved', may: ['write', 'unbind'] }),
      binding('3', { state: 'file-moved', may: ['write', 'take', 'unbind'] }),
      binding('4', { state: 'file-gone', may: ['unbind'] })
    ])
    expect(drift).toMatchObject({ all: 4, out: 3, worst: 'file-moved' })
    expect(drift.writable.map(({ id }) => id)).toEqual(['2'])
    expect(driftOf([binding('1')]).worst).toBe('in-step')
  })
})

describe('comparing environments', () => {
  const value = (group: number) => ({ is: 'value' as const, group })
  const rows = [
    { name: 'A', cells: [value(1), value(1)] },
    { name: 'B', cells: [value(1), value(2)] },
    { name: 'C', cells: [value(1), { is: 'absent' as const, group: null }] },
    { name: 'D', cells: [value(1), { is: 'empty' as const, group: null }] }
  ]

  it('tells what is missing from what differs', () => {
    expect(rows.map(rowKind)).toEqual(['equal', 'differs', 'missing', 'missing'])
    expect(countRows(rows)).toEqual({ equal: 1, differs: 1, missing: 2 })
  })

  it('gives each group a letter', () => {
    expect([1, 2, 26, 27, 53].map(groupLetter)).toEqual(['A', 'B', 'Z', 'AA', 'BA'])
  })
})

describe('what to do about a find', () => {
  const find = (more: Partial<ScanFind>): ScanFind =>
    ({ of: 'vault', former: false, expected: false, name: null, may: [], ...more }) as ScanFind

  it('is to rotate first and to mend the file then', () => {
    expect(findSteps(find({ may: ['rotate'] }))).toEqual(['rotate', 'mend'])
    expect(findSteps(find({ may: ['rotate', 'bind', 'ignore'] }))).toEqual(['rotate', 'bind', 'ignore'])
  })

  it('is to replace at the issuer what cannot be rotated from here', () => {
    expect(findSteps(find({ of: 'pattern' }))).toEqual(['replace', 'mend'])
    expect(findSteps(find({ of: 'vault', may: ['bind'] }))).toEqual(['replace', 'bind'])
  })

  it('is nothing where it belongs, and only the file for a value that was replaced already', () => {
    expect(findSteps(find({ expected: true, may: ['rotate'] }))).toEqual([])
    expect(findSteps(find({ former: true }))).toEqual(['mend'])
  })
})

it('the last part of a path is its name on either system', () => {
  expect([baseName('/home/dev/api/.env'), baseName('C:\\dev\\api\\.env'), baseName('.env')]).toEqual(
    Array(3).fill('.env')
  )
})
