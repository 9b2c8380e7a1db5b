import { keyFields } from '@contract/model/key'
import { describe, expect, it } from 'vitest'
import { importFormats } from '@main/importers/candidate'
import { detectFormat } from '@main/importers/detect-format'
import { readImport } from '@main/importers/read-import'
import { fixture, inputOf, make1pux, utf8, wholeFiles } from './files'

const brief = (candidates: Awaited<ReturnType<typeof readImport>>) =>
  candidates.map(({ fields, secret, origin, likelySecret }) => ({ name: fields.name, secret, origin, likelySecret }))

describe('every format', () => {
  it.each(importFormats)('%s gives candidates within the limits of the contract', async (format) => {
    const candidates = await readImport(format, inputOf((await wholeFiles())[format]))
    expect(candidates.length).toBeGreaterThan(0)
    for (const { fields } of candidates) expect(keyFields.safeParse(fields).error).toBeUndefined()
  })

  it.each(importFormats)('%s leaves the input as it was', async (format) => {
    const bytes = (await wholeFiles())[format]
    const copy = new Uint8Array(bytes)
    await readImport(format, inputOf(bytes))
    expect(bytes).toEqual(copy)
  })
})

describe('Bitwarden JSON', () => {
  it('takes passwords, hidden fields, notes that are keys and SSH keys, and no trash, cards or old passwords', async () => {
    const candidates = await readImport('bitwarden-json', inputOf(fixture('bitwarden.json')))
    expect(brief(candidates)).toEqual([
      { name: 'GitHub', origin: 'GitHub', secret: 'canary0000-github-password', likelySecret: true },
      {
        name: 'GitHub GITHUB_TOKEN',
        origin: 'GitHub GITHUB_TOKEN',
        secret: 'ghp_canary0000aBcDeFgHiJkLmNoPqRsTuVwXyZ',
        likelySecret: true
      },
      {
        name: 'Stripe secret key',
        origin: 'Stripe secret key',
        secret: 'sk_live_canary0000aBcDeFgHiJkLmNoPq',
        likelySecret: true
      },
      {
        name: 'Deploy key',
        origin: 'Deploy key',
        secret: '-----BEGIN OPENSSH PRIVATE KEY-----\ncanary0000b3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----\n',
        likelySecret: true
      }
    ])
    expect(candidates[0]!.fields).toMatchObject({
      provider: 'github',
      description: 'octo\nhttps://github.com/login',
      notes: 'for the build',
      tags: ['Work/Cloud'],
      favourite: true,
      createdAt: '2023-05-06T07:08:09.100Z'
    })
    expect(candidates[1]!.fields.envName).toBe('GITHUB_TOKEN')
    expect(candidates[2]!.fields).toMatchObject({ provider: 'stripe', notes: '' })
    expect(candidates[3]!.fields.remoteId).toBe('SHA256:abc')
  })

  it('refuses an encrypted export by its code', async () => {
    await expect(
      readImport('bitwarden-json', inputOf(fixture('bitwarden-encrypted.json'), 'b.json'))
    ).rejects.toMatchObject({ code: 'import-encrypted', details: { file: 'b.json' } })
  })
})

describe('1Password 1PUX', () => {
  it('takes credentials and concealed fields with their vault, tags and dates', async () => {
    const candidates = await readImport('onepassword-1pux', inputOf(make1pux()))
    expect(brief(candidates)).toEqual([
      { name: 'GitLab build', origin: 'GitLab build', secret: 'glpat-canary0000aBcDeFgHiJ', likelySecret: true },
      {
        name: 'GitLab build WEBHOOK_SECRET',
        origin: 'GitLab build WEBHOOK_SECRET',
        secret: 'canary0000-webhook',
        likelySecret: true
      },
      { name: 'npm', origin: 'npm', secret: 'canary0000-npm-login', likelySecret: true }
    ])
    expect(candidates[0]!.fields).toMatchObject({
      provider: 'gitlab',
      description: 'svc-build',
      notes: 'rotates in spring',
      tags: ['Infra', 'ci'],
      favourite: true,
      createdAt: '2023-07-22T04:26:40.000Z',
      expiresAt: '2026-09-21T14:13:20.000Z'
    })
    expect(candidates[2]!.fields).toMatchObject({ provider: 'npm', tags: ['Infra', 'archived'] })
  })
})

describe('AWS credentials', () => {
  it('takes the secret access key as the secret, its id as the remote id, and the session token on its own', async () => {
    const candidates = await readImport('aws-credentials', inputOf(fixture('aws-credentials.ini')))
    expect(
      candidates.map(({ fields, secret, origin }) => [fields.name, fields.project, fields.remoteId, secret, origin])
    ).toEqual([
      ['AWS default', 'default', 'AKIAIOSFODNN7EXAMPLE', 'canary0000/K7MDENG/bPxRfiCYEXAMPLEKEY', '[default] line 2'],
      [
        'AWS ci.deploy',
        'ci.deploy',
        'ASIAIOSFODNN7EXAMPLE',
        'canary0000/Abcdefghijklmnopqrstuvwxy1',
        '[ci.deploy] line 6'
      ],
      [
        'AWS ci.deploy session token',
        'ci.deploy',
        'ASIAIOSFODNN7EXAMPLE',
        'canary0000//////////wEaDExample0Token0That0Is0Long0Enough12',
        '[ci.deploy] line 6'
      ]
    ])
    expect(candidates[2]!.fields).toMatchObject({ envName: 'AWS_SESSION_TOKEN', expiresAt: '2027-01-02T03:04:05.000Z' })
    expect(candidates.every(({ likelySecret }) => likelySecret)).toBe(true)
  })

  it.each([
    ['a = 1\n', 1],
    ['[p]\n\nnonsense\n', 3],
    ['[p]\n[q\n', 2]
  ])('names the line of %j', async (text, line) => {
    await expect(readImport('aws-credentials', inputOf(text))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { line }
    })
  })
})

describe('.npmrc', () => {
  it('takes the tokens of each host and leaves references alone', async () => {
    const candidates = await readImport('npmrc', inputOf(fixture('packages.npmrc')))
    expect(brief(candidates)).toEqual([
      {
        name: 'npm packages.example.test',
        origin: '//packages.example.test/:_authToken',
        secret: 'npm_canary0000aBcDeFgHiJkLmNoPqRsTuVwX',
        likelySecret: true
      },
      {
        name: 'npm packages.example.test:8443/team',
        origin: '//packages.example.test:8443/team/:_password',
        secret: 'Y2FuYXJ5MDAwMC1wYXNz',
        likelySecret: true
      },
      {
        name: 'npm other.example.test',
        origin: '//other.example.test/:_authToken',
        secret: '${NPM_TOKEN}',
        likelySecret: false
      }
    ])
    expect(candidates[1]!.fields.description).toBe('octo\nhttps://packages.example.test:8443/team/')
  })
})

describe('.netrc', () => {
  it('reads machines, quotes and the default, and skips macros', async () => {
    const candidates = await readImport('netrc', inputOf(fixture('machines.netrc')))
    expect(candidates.map(({ fields, secret, origin }) => [fields.name, secret, origin])).toEqual([
      ['api.github.com', 'ghp_canary0000aBcDeFgHiJkLmNoPqRsTuVwXyZ', 'line 2'],
      ['git.example.test', 'canary0000 "quoted" #1', 'line 3'],
      ['default', 'guest@example.test', 'line 9']
    ])
    expect(candidates[0]!.fields.provider).toBe('github')
  })

  it.each([
    ['login x\n', 1],
    ['machine a\npassword\n', 2],
    ['machine a password b\n\nsurprise', 3]
  ])('names the line of %j', async (text, line) => {
    await expect(readImport('netrc', inputOf(text))).rejects.toMatchObject({ details: { line } })
  })
})

describe('Keyquay JSON', () => {
  it('takes the fields exactly and keys without a secret as empty', async () => {
    const candidates = await readImport('keyquay', inputOf(fixture('keyquay.json')))
    expect(candidates[0]!.fields).toMatchObject({ name: 'OpenAI production', provider: 'openai', tags: ['prod'] })
    expect(candidates[1]).toMatchObject({ secret: '', likelySecret: false, fields: { keep: 'never' } })
  })

  it.each([
    '{"format":"keyquay-keys","version":2,"keys":[]}',
    '{"format":"other","version":1,"keys":[]}',
    '[]',
    'null'
  ])('refuses %s', async (text) => {
    await expect(readImport('keyquay', inputOf(text))).rejects.toMatchObject({ code: 'import-unreadable' })
  })
})

describe('telling formats apart', () => {
  it.each(importFormats)('knows %s by its content alone', async (format) => {
    const bytes = (await wholeFiles())[format]
    expect(detectFormat('download', bytes)).toBe(format)
  })

  it.each([
    ['/home/octo/.env.production', 'env'],
    ['C:\\octo\\.npmrc', 'npmrc'],
    ['_netrc', 'netrc'],
    ['.aws/credentials', 'aws-credentials'],
    ['keys.CSV', 'csv']
  ])('knows %s by its name', (fileName, format) => {
    expect(detectFormat(fileName, utf8('?'))).toBe(format)
  })

  it.each(['', 'Dear all,\n', '{}', '\0\0\0'])('does not guess at %j', (text) => {
    expect(detectFormat('file', utf8(text))).toBeNull()
  })
})
