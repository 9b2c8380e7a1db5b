import { afterAll, describe, expect, it } from 'vitest'
import { runKq, temporaryHome } from './run-kq'

const { home, remove } = temporaryHome()
afterAll(remove)

const commands = [
  ...['list', 'show', 'check', 'folder', 'schema'].map((name) => ['connector', name]),
  ...['list', 'add', 'edit', 'test', 'keys', 'adopt', 'rm'].map((name) => ['connection', name]),
  ...['list', 'look', 'settle'].map((name) => ['unfinished', name]),
  ...[
    'create',
    'show',
    'edit',
    'scopes',
    'renew',
    'enable',
    'disable',
    'verify',
    'rotate',
    'policy',
    'revoke',
    'untie'
  ].map((name) => [name])
]

describe('help of what kq does at providers', () => {
  it.each(commands)('%s %s has an example that begins as it is typed', async (...command) => {
    const { code, stdout, stderr } = await runKq(home, [...command, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout
      .slice(stdout.search(/Examples?:\n/))
      .split('\n')
      .slice(1)
    expect(
      lines.some((line) => line.includes(`kq ${command.join(' ')}`) || line.includes(`kq ${command[0] ?? ''}`))
    ).toBe(true)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(140)
  })

  it.each([['--value'], ['--token'], ['--password']])('no command takes %s', async (option) => {
    expect(await runKq(home, ['create', '--at', 'x', '--name', 'x', option, 'secret'])).toMatchObject({ code: 2 })
  })
})
