import { describe, expect, it } from 'vitest'
import { accountOperation, keyOperation } from '@contract/model/connector'
import type { ListedRemoteKey } from '@contract/model/connection'
import { firstFailure, hasCredentials, verdictOf } from '../../../src-renderer/features/connections/connection-facts'
import {
  adoptable,
  byKind,
  markOf,
  searchListed
} from '../../../src-renderer/features/connections/details/remote-choice'
import { endpointsOf, isPath } from '../../../src-renderer/features/connections/endpoints'
import { inOrder, searchProviders } from '../../../src-renderer/features/connections/provider-order'
import { addressOf, hostOf, marksOf } from '../../../src-renderer/stores/account-marks'
import { en } from '../../../src-renderer/texts/en'
import { sampleConnections, sampleRemoteKeys } from '../../fakes/window/sample-connections'
import { sampleConnectors } from '../../fakes/window/sample-connectors'
import { sampleId } from '../../fakes/window/sample-keys'

const connections = sampleConnections(0)

describe('how an account stands', () => {
  it('is told by its last test, unless it is kept by hand or its manifest is gone', () => {
    expect(connections.map(verdictOf)).toEqual(['works', 'works', 'failed', 'untested', 'by-hand', 'unusable'])
  })

  it('names the first thing that failed', () => {
    expect(firstFailure(connections[2]!.lastTest)?.code).toBe('provider-credential-refused')
    expect(firstFailure(connections[0]!.lastTest)).toBeNull()
  })

  it('knows its host from the account, else from the manifest', () => {
    const hosts = connections.slice(0, 4).map((one) => {
      const connector = sampleConnectors.find(({ id }) => id === one.connectorId)
      return hostOf(addressOf(one, connector))
    })
    expect(hosts).toEqual(['api.cloudcasa.io', 'api.cloudnexus.io', 'api.cloudapi.dev', 'panel.cloudoora.com'])
    expect(hostOf('https://{region}.example.com')).toBe('{region}.example.com')
  })

  it('lacks a credential only when a required one is missing', () => {
    const api = sampleConnectors.find(({ id }) => id === 'cloudapi')
    expect(hasCredentials(connections[2]!, api)).toBe(true)
    expect(hasCredentials({ ...connections[2]!, credentials: [] }, api)).toBe(false)
  })
})

describe('accounts of one name', () => {
  const first = connections[1]!
  const twin = (number: number, change: Partial<typeof first>): typeof first => ({
    ...first,
    id: sampleId(9_100 + number) as string as typeof first.id,
    ...change
  })
  const marks = (...twins: readonly (typeof first)[]): (string | undefined)[] => {
    const all = [...connections, ...twins]
    const found = marksOf(all, { items: [...sampleConnectors], broken: [], folder: '' }, (at) => `added ${at}`)
    return [first, ...twins].map(({ id }) => found.get(id))
  }

  it('are told apart by what differs, and by no more than is needed', () => {
    expect(marks()).toEqual([undefined])
    expect(marks(twin(1, { connectorId: 'cloudapi' }))).toEqual([undefined, undefined])
    expect(marks(twin(1, { baseUrl: 'https://eu.cloudnexus.io/v2' }))).toEqual([
      'api.cloudnexus.io',
      'eu.cloudnexus.io'
    ])
    const [own] = first.credentials
    const shown = (preview: string): Partial<typeof first> => ({ credentials: [{ ...own!, preview }] })
    expect(marks(twin(1, shown('cnx_prod_••••YwpP')), twin(2, shown('cnx_prod_••••1f2e')))).toEqual([
      `added ${first.createdAt}`,
      'cnx_prod_••••YwpP',
      'cnx_prod_••••1f2e'
    ])
  })

  it('are told apart by their time where nothing else differs', () => {
    const createdAt = '2026-01-01T00:00:00.000Z'
    expect(marks(twin(1, { createdAt }))).toEqual([`added ${first.createdAt}`, `added ${createdAt}`])
  })
})

describe('endpoints', () => {
  it('go by the names overrides have', () => {
    const names = endpointsOf(sampleConnectors[1]!).map(({ name }) => name)
    expect(names).toContain('account.test.path')
    expect(names).toContain('token.operations.create.path')
    expect(names).toContain('key.operations.revoke.path')
  })

  it.each(['/keys', '/keys/{id}/revoke', '/a%20b', '/'])('may have the path %j', (path) => {
    expect(isPath(path)).toBe(true)
  })

  it.each(['keys', '/keys?x=1', '/keys#x', '//host', '/../admin', '/%2e%2e/x', '/a b', 'https://x'])(
    'may not have the path %j',
    (path) => {
      expect(isPath(path)).toBe(false)
    }
  )

  it('have a word for every operation of the contract', () => {
    expect(Object.keys(en.connections.operations).sort()).toEqual(
      [...accountOperation.options, ...keyOperation.options].sort()
    )
  })
})

describe('providers', () => {
  it('come with the five first and a person’s own last', () => {
    const shuffled = [...sampleConnectors].reverse()
    expect(inOrder(shuffled).map(({ name }) => name)).toEqual([
      'Cloudoora',
      'CloudAPI',
      'CloudNexus',
      'CloudCasa',
      'Cloodot',
      'Harbour CI'
    ])
  })

  it('are found by every word that is typed', () => {
    expect(searchProviders(sampleConnectors, 'keys hosting').map(({ id }) => id)).toEqual(['cloudoora'])
    expect(searchProviders(sampleConnectors, 'nothing like it')).toEqual([])
  })
})

describe('keys at a provider', () => {
  const listed: ListedRemoteKey[] = sampleRemoteKeys(0).map((key, at) => ({
    kind: at < 2 ? 'token' : 'key',
    key: at === 3 ? { ...key, status: 'revoked' } : key,
    keyId: at === 0 ? sampleId(1) : null
  }))

  it('can be adopted unless they are followed already or revoked', () => {
    expect(adoptable(listed).map(({ key }) => key.name)).not.toContain('Backup reports')
    expect(adoptable(listed).map(({ key }) => key.name)).not.toContain('Inventory')
    expect(adoptable(listed)).toHaveLength(5)
  })

  it('are adopted kind by kind, and never one that may not be', () => {
    const chosen = new Set(listed.map(markOf))
    const kinds = byKind(listed, chosen)
    expect([...kinds].map(([kind, ids]) => [kind, ids.length])).toEqual([
      ['token', 1],
      ['key', 4]
    ])
    expect(byKind(listed, new Set()).size).toBe(0)
  })

  it('are found by name, scope, role and preview', () => {
    expect(searchListed(listed, 'terra').map(({ key }) => key.name)).toEqual(['Terraform'])
    expect(searchListed(listed, 'e88a')).toHaveLength(1)
    expect(searchListed(listed, ' ')).toBe(listed)
  })
})
