import { describe, expect, it } from 'vitest'
import {
  emptyCreate,
  forKind,
  isByHand,
  localProblems,
  nameMaxOf,
  remoteProblems,
  renamed,
  toLocal,
  toRequest
} from '../../../../src-renderer/features/provider-keys/model/create-form'
import { CONNECTION, kindOf } from './kinds.ts'

const nexus = kindOf('cloudnexus')
const casa = kindOf('cloudcasa')

describe('the form of a new key', () => {
  it('starts with the provider’s own expiry, and keeps what was typed when the kind changes', () => {
    const first = { ...forKind(emptyCreate, CONNECTION, nexus), name: 'metrics', ipRanges: '10.0.0.0/8' }
    expect(first.expiry).toBe('days:92')
    const other = forKind(first, CONNECTION, { ...casa, id: 'other' })
    expect(other).toMatchObject({ name: 'metrics', ipRanges: '', expiry: 'default', scopes: [] })
    expect(forKind(first, CONNECTION, nexus)).toBe(first)
  })

  it('names what is missing, field by field, and only where the kind has the field', () => {
    expect(remoteProblems(forKind(emptyCreate, CONNECTION, nexus), nexus)).toEqual({
      name: 'nameNeeded',
      environment: 'environmentNeeded',
      scopes: 'scopesNeeded'
    })
    expect(remoteProblems({ ...forKind(emptyCreate, CONNECTION, casa), name: 'x' }, casa)).toEqual({
      roles: 'rolesNeeded'
    })
    const long = { ...forKind(emptyCreate, CONNECTION, casa), name: 'x'.repeat(nameMaxOf(casa) + 1), roles: ['USER'] }
    expect(remoteProblems(long, casa)).toEqual({ name: 'nameTooLong' })
  })

  it('holds ranges and dates to their rules', () => {
    const values = {
      ...forKind(emptyCreate, CONNECTION, nexus),
      name: 'x',
      environment: 'dev',
      scopes: ['compute:read']
    }
    expect(remoteProblems({ ...values, ipRanges: 'office' }, nexus)).toEqual({ ipRanges: 'rangesWrong' })
    expect(remoteProblems({ ...values, expiry: 'date' }, nexus)).toEqual({ expiryDay: 'dayNeeded' })
    expect(localProblems({ ...values, envName: '1 TOKEN' })).toEqual({ envName: 'envNameRule' })
  })

  it('sends nothing that the kind has no field for', () => {
    const values = {
      ...emptyCreate,
      name: ' backups ',
      description: 'nightly',
      scopes: ['compute:read'],
      roles: ['USER'],
      ipRanges: '10.0.0.0/8',
      environment: 'dev',
      project: 'p'
    }
    expect(toRequest(values, casa)).toEqual({
      name: 'backups',
      description: 'nightly',
      scopes: [],
      roles: ['USER'],
      services: [],
      ipRanges: [],
      environment: null,
      project: null,
      expiry: { kind: 'default' }
    })
  })

  it('leaves to the provider what the vault’s part does not say', () => {
    expect(toLocal({ ...emptyCreate, envName: ' TOKEN ', keep: 'never' })).toMatchObject({
      envName: 'TOKEN',
      project: null,
      environment: null,
      keep: 'never'
    })
  })

  it('lets the env name follow the name until somebody writes their own', () => {
    const named = renamed(emptyCreate, 'ci token')
    expect(named.envName).toBe('CI_TOKEN')
    expect(renamed({ ...named, envName: 'DEPLOY' }, 'other').envName).toBe('DEPLOY')
  })

  it('works by hand where nothing is sent or the kind lacks the operation', () => {
    expect(isByHand('guided', nexus, 'create')).toBe(true)
    expect(isByHand('api', nexus, 'create')).toBe(false)
    expect(isByHand('api', { ...nexus, operations: {} }, 'revoke')).toBe(true)
  })
})
