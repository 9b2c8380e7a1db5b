import { describe, expect, it } from 'vitest'
import type { ConnectorDescription } from '@contract/model/connector'
import {
  connectionFormOf,
  isFine,
  movesAway,
  newConnectionForm,
  problemsIn,
  toFields,
  type ConnectionFormValues
} from '../../../src-renderer/features/connections/form/connection-form'
import { sampleConnections } from '../../fakes/window/sample-connections'
import { sampleConnectors } from '../../fakes/window/sample-connectors'

const connector = (id: string): ConnectorDescription => sampleConnectors.find((one) => one.id === id)!
const nexus = connector('cloudnexus')
const typed = (change: Partial<ConnectionFormValues>, description = nexus): ConnectionFormValues => ({
  ...newConnectionForm(description),
  ...change
})

describe('a new connection', () => {
  it('is called as its provider, numbered when that is taken', () => {
    expect(newConnectionForm(nexus).name).toBe('CloudNexus')
    expect(newConnectionForm(nexus, ['CloudNexus', 'CloudNexus 2']).name).toBe('CloudNexus 3')
  })

  it('starts with the manifest’s address and defaults', () => {
    expect(newConnectionForm(nexus).baseUrl).toBe('https://api.cloudnexus.io/v2')
    expect(newConnectionForm(connector('harbour-ci')).variables).toEqual({ workspace: '', region: 'eu' })
  })
})

describe('what is wrong with a connection', () => {
  it('is nothing when the manifest’s own values stand', () => {
    expect(isFine(problemsIn(typed({}), nexus))).toBe(true)
  })

  it.each([
    ['', 'urlNeeded'],
    ['api.example.com', 'urlInvalid'],
    ['https://user:pass@api.example.com', 'urlInvalid'],
    ['https://api.example.com/?a=1', 'urlInvalid'],
    ['ftp://api.example.com', 'urlInvalid'],
    ['http://api.example.com', 'urlNotHttps'],
    ['http://10.0.0.5', 'urlNotHttps'],
    ['http://127.0.0.1.example.com', 'urlNotHttps']
  ] as const)('is said of the address %j', (baseUrl, problem) => {
    expect(problemsIn(typed({ baseUrl }), nexus).baseUrl).toBe(problem)
  })

  it.each([
    'http://127.0.0.1:41000/api/v1',
    'http://localhost:8080',
    'http://[::1]:8080',
    'https://{region}.example.com'
  ])('is nothing for the address %j', (baseUrl) => {
    expect(problemsIn(typed({ baseUrl }), nexus).baseUrl).toBeUndefined()
  })

  it('names the variables and paths that are meant', () => {
    const ci = connector('harbour-ci')
    const values = typed({ baseUrl: 'https://ci.example.com', overrides: { 'token.operations.create.path': 'x' } }, ci)
    expect(problemsIn(values, ci)).toMatchObject({
      variables: ['workspace'],
      overrides: ['token.operations.create.path']
    })
  })

  it('asks for a whole certificate', () => {
    expect(problemsIn(typed({ ca: 'MIIB' }), nexus).ca).toBe('caInvalid')
    const ca = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
    expect(problemsIn(typed({ ca }), nexus).ca).toBeUndefined()
  })

  it('asks for nothing but a name when keys are managed by hand', () => {
    const dot = connector('cloodot')
    expect(isFine(problemsIn(typed({ mode: 'guided', baseUrl: '' }, dot), dot))).toBe(true)
    expect(problemsIn(typed({ mode: 'guided', name: ' ' }, dot), dot).name).toBe('nameNeeded')
  })
})

describe('what is sent of a connection', () => {
  it('leaves to the manifest what the manifest says', () => {
    const overrides = { 'key.operations.list.path': '/keys', 'key.operations.get.path': ' /api-keys/{id} ' }
    expect(toFields(typed({ name: ' Production ', overrides }), nexus)).toEqual({
      name: 'Production',
      mode: 'api',
      baseUrl: null,
      variables: {},
      overrides: { 'key.operations.get.path': '/api-keys/{id}' },
      allowPrivate: false,
      ca: null
    })
  })

  it('is what was saved when nothing is changed', () => {
    const [, , , hosting] = sampleConnections(0)
    const oora = connector('cloudoora')
    const { name, baseUrl, overrides } = hosting!
    expect(toFields(connectionFormOf(hosting!, oora), oora)).toMatchObject({ name, baseUrl, overrides })
  })
})

describe('credentials', () => {
  it('are asked for again when the address leads to another origin, and not for another path', () => {
    const [, production] = sampleConnections(0)
    const moved = (baseUrl: string): boolean =>
      movesAway({ ...connectionFormOf(production!, nexus), baseUrl }, production!, nexus)
    expect(moved('https://elsewhere.example.com')).toBe(true)
    expect(moved('https://api.cloudnexus.io/v2')).toBe(false)
  })
})
