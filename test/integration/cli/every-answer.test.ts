import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorkspace, type Workspace } from '../env/open-env'
import { answers, failureAnswer, WITHOUT_ANSWER } from './answers'
import { everyCommand } from './command-tree'
import { startBench, type Bench, type Json } from './provider-bench'
import { runKq, temporaryHome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
let bench: Bench
let work: Workspace
/** What was answered, by the words of the command. */
const answered = new Map<string, Json[]>()

interface Step {
  readonly words: string
  readonly args?: readonly string[]
  readonly input?: string
  /** What it ends with; 0 where nothing is said. */
  readonly code?: number
}

/** Runs a command that must answer, and keeps the answer. */
async function run({ words, args = [], input = '', code = 0 }: Step): Promise<Json> {
  const outcome = await bench.kq([...words.split(' '), ...args, '--json'], input)
  expect(outcome.code, `${words}: ${outcome.stderr}`).toBe(code)
  const answer = JSON.parse(outcome.stdout) as Json
  answered.set(words, [...(answered.get(words) ?? []), answer])
  return answer
}

beforeAll(async () => {
  bench = await startBench(['cloudnexus'])
  work = makeWorkspace()
  work.git('init', '-q')
}, 60_000)
afterAll(async () => {
  work.remove()
  await bench.close()
})

describe('what kq answers with --json', () => {
  it('is of the documented shape: keys and env files', { timeout: 240_000 }, async () => {
    const env = work.at('.env')
    await run({
      words: 'add',
      args: ['ci', '--env-name', 'CI', '--value-fd', '0'],
      input: 'cap_live_Zq4Lw8Tn1Vx6Rb3Yd9Gm2'
    })
    await run({ words: 'list' })
    await run({ words: 'search', args: ['ci'] })
    await run({ words: 'show', args: ['ci'] })
    await run({ words: 'edit', args: ['ci', '--expires', '3d'] })
    await run({ words: 'due', args: ['--within', '9d'], code: 3 })
    await run({ words: 'env write', args: ['ci', '--file', env, '--yes'] })
    await run({ words: 'env write', args: ['ci', 'OTHER=ci', '--file', env, '--yes', '--no-bind'] })
    await run({ words: 'env diff', args: ['ci', '--file', work.at('b.env')], code: 1 })
    await run({ words: 'env ignore', args: [env] })
    await run({ words: 'env example', args: [env, '--yes'] })
    work.write('.env', 'CI=taken-from-the-file-1234\n')
    await run({ words: 'env status', code: 1 })
    await run({ words: 'env take', args: ['ci', '--file', env] })
    work.write('.env', 'CI=another\nOTHER_TOKEN=cap_live_1n2b3v4c5x6z7l8k9j0h\n')
    await run({ words: 'env sync' })
    await run({ words: 'env unbind', args: ['ci'] })
    await run({ words: 'env bind', args: ['ci', '--file', env] })
    await run({ words: 'env undo', args: ['--list'] })
    await run({ words: 'env undo' })
    const { name } = await run({ words: 'env project add', args: [work.folder] })
    await run({ words: 'env project list' })
    await run({ words: 'env project show', args: [String(name)] })
    await run({ words: 'env project adopt', args: [String(name), '--only', 'OTHER_TOKEN'] })
    await run({ words: 'env compare', args: [String(name)] })
    await run({ words: 'env project rename', args: [String(name), 'renamed'] })
    await run({ words: 'env project rm', args: ['renamed'] })
    await run({ words: 'scan', args: [work.folder] })
    await run({ words: 'rm', args: ['ci'] })
  })

  it('is of the documented shape: a provider', { timeout: 240_000 }, async () => {
    await run({ words: 'connector list' })
    await run({ words: 'connector show', args: ['cloudnexus'] })
    await run({ words: 'connector folder' })
    await run({ words: 'connector schema' })
    await run({ words: 'connector check', args: ['resources/connectors/cloudapi.json'] })
    const { baseUrl, credentials } = bench.sandbox.providers.cloudnexus
    const [[id, value] = ['', '']] = Object.entries<string>({ ...credentials })
    const add = ['cloudnexus', '--name', 'nexus', '--base-url', baseUrl, '--credential', `${id}=fd:0`]
    await run({ words: 'connection add', args: add, input: value })
    await run({ words: 'connection list' })
    await run({ words: 'connection edit', args: ['nexus', '--name', 'nexus'] })
    await run({ words: 'connection test', args: ['nexus'] })
    const { keys } = (await run({ words: 'connection keys', args: ['nexus'] })) as {
      keys: { key: { remoteId: string } }[]
    }
    await run({ words: 'connection adopt', args: ['nexus', keys[0]?.key.remoteId ?? ''] })
    await run({
      words: 'create',
      args: ['--at', 'nexus', '--name', 'made', '--scope', 'compute:read', '--env', 'dev', '--expires', '90d']
    })
    await run({ words: 'scopes', args: ['made'] })
    await run({ words: 'renew', args: ['made', '--expires', '91d'] })
    await run({ words: 'disable', args: ['made'] })
    await run({ words: 'enable', args: ['made'] })
    await run({ words: 'verify', args: ['made'] })
    await run({ words: 'policy', args: ['made', '--remind', '30d'] })
    await run({ words: 'rotate', args: ['made'] })
    await run({ words: 'rotate', args: ['--status'] })
    await run({ words: 'rotate', args: ['made', '--finish'] })
    await run({ words: 'unfinished list' })
    await run({ words: 'unfinished look' })
    await run({ words: 'usage sync' })
    await run({ words: 'usage list' })
    await run({ words: 'usage quotas' })
    await run({ words: 'usage findings' })
    await run({ words: 'usage export', args: [join(bench.home, 'calls.csv')] })
    await run({ words: 'revoke', args: ['made', '--yes', 'made'] })
    await run({ words: 'untie', args: ['made'] })
    await run({ words: 'connection rm', args: ['nexus', '--keep-keys'] })
  })

  it('is of the documented shape: the vault itself', { timeout: 240_000 }, async () => {
    const file = join(bench.home, 'keys.csv')
    writeFileSync(file, 'name,value\nfrom-a-file,cap_live_9q8w7e6r5t4y3u2i1o\n')
    await run({ words: 'import', args: [file, '--dry-run'] })
    await run({ words: 'import', args: [file] })
    await run({ words: 'export', args: [join(bench.home, 'out.json')] })
    const backup = await run({ words: 'backup' })
    await run({ words: 'backup', args: ['--list'] })
    await run({ words: 'restore', args: [String(backup.file), '--check'] })
    await run({ words: 'audit list' })
    await run({ words: 'audit verify' })
    await run({ words: 'audit export', args: [join(bench.home, 'trail.json')] })
    await run({ words: 'status' })
    await run({ words: 'lock' })
    const doctor = await bench.kq(['doctor', '--json'])
    answered.set('doctor', [JSON.parse(doctor.stdout) as Json])
    await run({ words: 'completion', args: ['bash'] })
    await run({ words: 'passwd', args: ['--new-password-fd', '0'], input: 'another horse battery staple\n' })
    const { home, remove } = temporaryHome()
    const made = await runKq(join(home, 'new'), ['init', '--password-fd', '0', '--json'], `${PASSWORD}\n`)
    answered.set('init', [JSON.parse(made.stdout) as Json])
    await run({ words: 'vault open', args: [join(home, 'new')] })
    await run({ words: 'vault list' })
    await run({ words: 'vault allow', args: ['--yes'] })
    await run({ words: 'vault open', args: ['--own'] })
    await run({ words: 'vault forget', args: [join(home, 'new', 'vault')] })
    remove()
  })

  it('fits its schema in every field, for every command', async () => {
    for (const [words, given] of answered) {
      const shape = answers[words as keyof typeof answers]
      for (const answer of given) {
        const { error } = shape.safeParse(answer)
        expect(error?.issues, `${words}: ${JSON.stringify(answer).slice(0, 500)}`).toBeUndefined()
      }
    }
    // Both need somebody: a grant is given in a terminal or a window, a clipboard to a desktop, an outcome is lost by chance.
    const elsewhere = ['unlock', 'copy', 'unfinished settle']
    const all = (await everyCommand()).map(({ words }) => words)
    expect(all.filter((words) => !answered.has(words) && ![...WITHOUT_ANSWER, ...elsewhere].includes(words))).toEqual(
      []
    )
  })
})

/** Enough for each command to begin: what is asked of the command line comes before the vault. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  create: ['--at', 'x', '--name', 'x'],
  renew: ['--expires', '30d'],
  'env write': ['--file', '.env', '--yes'],
  'env diff': ['--file', '.env'],
  'env bind': ['--file', '.env'],
  run: ['--', 'true'],
  reveal: ['--out-fd', '1'],
  passwd: ['--new-password-fd', '0'],
  add: ['--value-fd', '0'],
  scan: []
}
/** Those that need no vault. */
const NEED_NONE = [
  ...['init', 'status', 'lock', 'doctor', 'completion', 'restore', 'connector'],
  ...['vault list', 'vault open', 'vault forget']
]

describe('a command line that is wrong', () => {
  it.each([
    ['an option there is not', ['list', '--colour', 'red', '--json'], '--colour'],
    ['a command there is not', ['lits', '--json'], 'lits'],
    ['an argument that is missing', ['show', '--json'], 'name'],
    ['a value that is none', ['due', '--within', 'soon', '--json'], 'soon']
  ])('%s: ends with 2 and a failure of the documented shape', async (_, args, named) => {
    const { code, stdout, stderr } = await runKq('/nonexistent', args)
    expect([code, stdout]).toEqual([2, ''])
    const { error } = failureAnswer.parse(JSON.parse(stderr))
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining(named) as string })
  })

  it('says it in a sentence to a person', async () => {
    const { stderr } = await runKq('/nonexistent', ['list', '--colour'])
    expect(stderr).toBe("kq: unknown option '--colour'\nRun `kq list --help` for what it takes.\n")
  })
})

describe('a home without a vault', () => {
  it(
    'is told of by every command that needs one, as a failure of the documented shape',
    { timeout: 240_000 },
    async () => {
      const { home, remove } = temporaryHome()
      const absent = join(home, 'absent')
      const commands = (await everyCommand()).filter(({ words }) => !NEED_NONE.some((none) => words.startsWith(none)))
      const tell = async ({ words, command }: (typeof commands)[number]): Promise<string> => {
        const names = command.registeredArguments.filter(({ required }) => required && words !== 'run').map(() => 'x')
        const args = [...words.split(' '), ...names, ...(ARGUMENTS[words] ?? [])]
        const at = args.indexOf('--')
        const options = ['--json', '--password-fd', '3']
        const all = at === -1 ? [...args, ...options] : [...args.slice(0, at), ...options, ...args.slice(at)]
        const { code, stdout, stderr } = await runKq(absent, all, { 3: PASSWORD })
        expect(stdout, words).toBe('')
        const { error } = failureAnswer.parse(JSON.parse(stderr))
        return `${words}: ${error.code} ${String(code)}`
      }
      const told: string[] = []
      const left = [...commands]
      const work = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) told.push(await tell(next))
      }
      await Promise.all([work(), work(), work()])
      const others = told.filter((line) => !line.endsWith(': vault-absent 6')).sort()
      expect(others).toMatchInlineSnapshot(`
        [
          "connection add: connector-not-found 5",
          "edit: usage 2",
          "rotate: usage 2",
          "unfinished settle: usage 2",
        ]
      `)
      expect(existsSync(join(absent, 'vault'))).toBe(false)
      remove()
    }
  )
})
