import { mkdirSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '@contract/ipc'
import { openEnv, type EnvTest } from './open-env'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
const PLAIN = 'correct-horse-4711'
const GITHUB = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')
let test: EnvTest

beforeEach(async () => {
  test = await openEnv()
})
afterEach(async () => {
  await test.close()
})

const told = ({ finds }: OutputOf<'scan.run'>): string[] =>
  finds.map(({ path, line, of, keyName, what }) => `${path}:${String(line)} ${of} ${keyName ?? what}`)

async function scan(staged = false): Promise<OutputOf<'scan.run'>> {
  return test.kq('scan.run', { folder: test.work.folder, staged })
}

describe('a scan', () => {
  it('finds the vault’s own values however they are written', async () => {
    const { work } = test
    await test.addKey('ci-token', SECRET)
    await test.addKey('db', PLAIN)
    await test.addKey('phrase', 'a pass phrase of words')
    await test.addKey('pem', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIIsomething\n-----END EC PRIVATE KEY-----\n')
    work.write('a.ts', `const a = 1\nconst token = "${SECRET}";\nfetch(url, { headers: { key: '${PLAIN}' } })\n`)
    work.write('b.yaml', `a: 1\npassword: ${PLAIN}\nurl: postgres://app:${PLAIN}@db.internal:5432/x\n`)
    work.write(
      'c.sh',
      `export A=${SECRET}; run --token=${SECRET}\n# says a pass phrase of words\nP="a pass phrase of words"\n`
    )
    work.write(
      'd.json',
      `{"k":"${SECRET}","deep":{"pem":"-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIIsomething\\n-----END EC PRIVATE KEY-----\\n"}}`
    )
    work.write('e.txt', `curl https://x.test/?key=${SECRET}&b=1\nuse ${PLAIN}.\n`)
    work.write('f.pem', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIIsomething\n-----END EC PRIVATE KEY-----\n')
    work.write('g.bin', `\0${SECRET}`)
    work.write('node_modules/x/index.js', SECRET)
    work.write('.git/config', SECRET)
    mkdirSync(work.at('links'))
    symlinkSync('/etc', work.at('links/etc'))
    const result = await scan()
    expect(told(result).filter((line) => line.includes(' vault '))).toEqual([
      'a.ts:2 vault ci-token',
      'a.ts:3 vault db',
      'b.yaml:2 vault db',
      'b.yaml:3 vault db',
      'c.sh:1 vault ci-token',
      'c.sh:3 vault phrase',
      'd.json:1 vault ci-token',
      'd.json:1 vault pem',
      'e.txt:1 vault ci-token',
      'e.txt:2 vault db',
      'f.pem:1 vault pem'
    ])
    expect(result).toMatchObject({ files: 6, skipped: 1, truncated: false })
    expect(JSON.stringify(result)).not.toMatch(/correct-horse|8xK9mP2v|MHcCAQ/)
  })

  it('finds what looks like an issuer’s key, once, and not what only begins like one', async () => {
    const { work } = test
    work.write(
      'a.ts',
      `const t = '${GITHUB}'\nconst x = 'clo_${'kR7wN3tJ6yH1cZ4bA0eD'.repeat(2)}'\nimport { re_export_of_everything } from 'x'\n`
    )
    work.write('b.ts', 'const sk = "sk-a-name-of-a-css-class-that-is-long"\n')
    const result = await scan()
    expect(told(result)).toEqual(['a.ts:1 pattern GitHub', 'a.ts:2 pattern Cloodot'])
    expect(JSON.stringify(result)).not.toContain('wWPw5k4aXc')
  })

  it('needs no vault for patterns alone, from the command line', async () => {
    const { work, app, kq } = test
    work.write('a.ts', `const t = '${GITHUB}'\n`)
    await app.call('session.lock', {})
    expect(await test.kqFailure('scan.run', { folder: work.folder })).toBe('vault-locked')
    expect(told(await kq('scan.run', { folder: work.folder, ownValues: false }))).toEqual(['a.ts:1 pattern GitHub'])
  })

  it('tells a value where it belongs from one that lies around', async () => {
    const { work } = test
    const id = await test.addKey('ci-token', SECRET)
    work.git('init', '-q')
    work.write('.gitignore', '.env\n')
    await test.writeTo(id, '.env')
    work.write('.env.production', `TOKEN=${SECRET}\n`)
    const { finds } = await scan()
    expect(finds).toMatchObject([
      { path: '.env.production', name: 'TOKEN', expected: false, may: ['bind', 'ignore'] },
      { path: '.env', name: 'CI_TOKEN', expected: true, may: [] }
    ])
    const [binding] = (await test.kq('env.bindings', {})).items
    expect(finds[1]!.bindingId).toBe(binding!.id)
    work.write('.gitignore', '')
    expect((await scan()).finds.every(({ expected }) => !expected)).toBe(true)
  })

  it('knows values that were replaced, those that are not kept, and the vault’s own credentials', async () => {
    const { work, app, kq } = test
    const id = await test.addKey('ci-token', 'the-first-value-of-it')
    await app.call('keys.replaceSecret', { id, secret: 'the-second-value-of-it' })
    await test.addKey('unkept', 'an-unkept-value-1', { keep: 'never' })
    await kq('connections.add', {
      connectorId: 'cloudnexus',
      fields: { name: 'management', baseUrl: 'https://127.0.0.1:1/v2' },
      credentials: { apiKey: 'management-credential-1' }
    })
    work.write('a.txt', 'the-first-value-of-it\nan-unkept-value-1\nmanagement-credential-1\n')
    const { finds } = await scan()
    expect(finds).toMatchObject([
      { line: 1, keyName: 'ci-token', former: true },
      { line: 2, keyName: 'unkept', former: false },
      { line: 3, keyName: 'management', keyId: null }
    ])
  })

  it('looks at what the next commit holds, as it stands in the index', async () => {
    const { work } = test
    await test.addKey('ci-token', SECRET)
    work.git('init', '-q')
    work.write('old.ts', 'const a = 1\n')
    work.write('first.ts', `const first = '${SECRET}'\n`)
    work.git('add', '-A')
    expect(told(await scan(true))).toEqual(['first.ts:1 vault ci-token'])
    work.git('commit', '-qm', 'first')
    expect(told(await scan(true))).toEqual([])
    work.write('old.ts', `const a = '${SECRET}'\n`)
    work.write('sub/new file.ts', `\n\n${SECRET}\n`)
    work.write('not-staged.ts', SECRET)
    work.git('add', 'old.ts', 'sub')
    work.write('old.ts', 'const a = 1\n')
    expect(told(await scan(true))).toEqual(['old.ts:1 vault ci-token', 'sub/new file.ts:3 vault ci-token'])
    expect((await test.kq('scan.run', { folder: work.at('sub'), staged: true })).finds).toHaveLength(2)
  })

  it('check 63: runs nothing that a repository names while it reads what is staged', async () => {
    const { work } = test
    await test.addKey('ci-token', SECRET)
    work.git('init', '-q')
    work.write('a.ts', `'${SECRET}'\n`)
    work.git('add', '-A')
    const trap = work.write('trap.sh', `#!/bin/sh\ntouch '${work.at('sprung')}'\ncat\n`, 0o755)
    for (const setting of [
      'core.fsmonitor',
      'diff.external',
      'core.pager',
      'diff.x.textconv',
      'filter.x.smudge',
      'filter.x.clean',
      'core.sshCommand'
    ])
      work.git('config', setting, trap)
    work.git('config', 'core.hooksPath', work.folder)
    work.write('.git/info/attributes', '* diff=x filter=x\n')
    expect(told(await scan(true))).toEqual(['a.ts:1 vault ci-token'])
    expect(work.git('-c', 'core.fsmonitor=false', 'ls-files', '-o')).not.toContain('sprung')
  })

  it('says where there is no repository', async () => {
    expect(await test.kqFailure('scan.run', { folder: test.work.folder, staged: true })).toBe('repository-missing')
    expect(await test.kqFailure('scan.run', { folder: test.work.at('nowhere') })).toBe('env-file-missing')
  })

  it('tells how far it is, and ends when it is asked to or the vault locks', async () => {
    const { work, app, kq } = test
    for (let number = 0; number < 200; number += 1) work.write(`f${String(number)}.txt`, 'some words of text\n')
    for (const end of [() => kq('scan.cancel', {}), () => app.call('session.lock', {})]) {
      const ended: Promise<unknown>[] = []
      const stop = app.app.onEvent((event) => {
        if (event.name === 'scan.progress' && event.payload.running !== null && ended.length === 0) ended.push(end())
      })
      expect(['cancelled', 'vault-locked']).toContain(await test.kqFailure('scan.run', { folder: work.folder }))
      await Promise.all(ended)
      stop()
    }
    expect(app.events.filter(({ name }) => name === 'scan.progress').at(-1)).toMatchObject({
      payload: { running: null }
    })
  })

  it('takes a megabyte of anything in its stride', async () => {
    const { work } = test
    await test.addKey('ci-token', SECRET)
    const megabyte = 1024 * 1024
    const odd = ['a', '=', '"', "'", '=a', '-----BEGIN X-----', '\\"', ' ', '\n', 'ab:', 'x\t']
    odd.forEach((text, index) => {
      work.write(`${String(index)}.txt`, text.repeat(Math.floor((megabyte - 60) / text.length)) + `\n${SECRET}\n`)
    })
    const began = performance.now()
    expect((await scan()).finds).toHaveLength(odd.length)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
