import { describe, expect, it } from 'vitest'
import { isReference, parseReference } from '@main/core/run/references'

const ID = '01J9ZK3V6Q8W2M4N5P7R9S1T3V'

describe('references to keys', () => {
  it.each([
    [`keyquay://key/${ID}`, { by: 'id', id: ID }],
    ['keyquay://CloudAPI/ci-token', { by: 'name', provider: 'CloudAPI', name: 'ci-token' }],
    ['keyquay://Cloud%20API/ci%2Ftoken', { by: 'name', provider: 'Cloud API', name: 'ci/token' }],
    ['keyquay://CloudAPI/ci token', { by: 'name', provider: 'CloudAPI', name: 'ci token' }]
  ])('reads %s', (text, parsed) => {
    expect(parseReference(text)).toEqual(parsed)
  })

  it.each([
    'keyquay://',
    'keyquay://key',
    'keyquay://key/',
    'keyquay:///name',
    'keyquay://key/short',
    `keyquay://key/${ID}/more`,
    `keyquay://key/${ID.toLowerCase()}`,
    'keyquay://CloudAPI/%E0%A4%A',
    'KEYQUAY://'
  ])('takes %s for a reference that names nothing', (text) => {
    expect(isReference(text)).toBe(true)
    expect(parseReference(text)).toBeNull()
  })

  it.each(['', 'plain', 'https://keyquay://key', ` keyquay://key/${ID}`, 'keyquay:/key'])(
    'takes %j for a value',
    (text) => {
      expect(isReference(text)).toBe(false)
    }
  )
})
