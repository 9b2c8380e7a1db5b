import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnvFile } from '@main/envfiles/read'
import { isTemporaryName } from '@main/envfiles/temporary'
import { writeEnvFile, type WriteStep } from '@main/envfiles/write'
import { failureOf, sandbox, utf8, type Sandbox } from '../../fixtures/envfiles/support'
import { bundle } from '../../fixtures/vaults/build-worker'

const STEPS = [
  'temp-created',
  'temp-half-written',
  'temp-written',
  'temp-synced',
  'checked',
  'moved',
  'folder-synced'
] as const
const OLD = 'A=old\n'
const NEW = `A='new'\n# ${'x'.repeat(40_000)}\n`

let program: string
let home: Sandbox
beforeAll(async () => {
  const source = fileURLToPath(new URL('./crash-program.ts', import.meta.url))
  program = await bundle(source.slice(process.cwd().length + 1), 'env-crash-program')
})
beforeEach(() => {
  home = sandbox()
})
afterEach(() => {
  home.remove()
})

const file = () => home.path('.env')
const content = () => (existsSync(file()) ? readFileSync(file(), 'utf8') : null)
const temporaries = () => readdirSync(home.folder).filter(isTemporaryName)
const write = (text: string) => {
  const place = { file: file(), root: home.folder, allowSymlink: false }
  return writeEnvFile({ ...place, bytes: utf8(text), expected: readEnvFile(place)?.identity ?? null })
}

describe('a crash at every write', () => {
  for (const before of [OLD, null]) {
    const steps: readonly WriteStep[] = before === null ? [...STEPS, 'linked'] : STEPS
    it.each(steps)(
      `${before === null ? 'creating' : 'replacing'} a file, killed at %s: the old or the new, and the next write cleans up`,
      (step) => {
        if (before !== null) writeFileSync(file(), before, { mode: 0o644 })
        const run = spawnSync(process.execPath, [program, 'write', home.folder, step])
        expect(run.signal).toBe('SIGKILL')
        const isNew = ['moved', 'folder-synced', 'linked'].includes(step)
        expect(content()).toBe(isNew ? NEW : before)
        const left = temporaries()
        expect(left).toHaveLength(['moved', 'folder-synced'].includes(step) ? 0 : 1)
        for (const name of left) expect(statSync(home.path(name)).mode & 0o777).toBe(0o600)
        write('A=next\n')
        expect([content(), temporaries()]).toEqual(['A=next\n', []])
      }
    )
  }

  it('leaves the temporary file of a running process alone, until it is an hour old', () => {
    const theirs = home.path(`.env.keyquay-1-${'0'.repeat(24)}.tmp`)
    writeFileSync(theirs, 'x')
    write('A=1\n')
    expect(temporaries()).toEqual([basename(theirs)])
    utimesSync(theirs, new Date(), new Date(Date.now() - 3_700_000))
    write('A=2\n')
    expect(temporaries()).toEqual([])
  })

  it('never takes for its own what only looks like it', () => {
    const dead = spawnSync('true').pid
    const names = [`.env.other.keyquay-${String(dead)}-${'0'.repeat(24)}.tmp`, '.env.keyquay-1.tmp', '.env.keyquay-x']
    for (const name of names) writeFileSync(home.path(name), 'x')
    mkdirSync(home.path(`.env.keyquay-${String(dead)}-${'1'.repeat(24)}.tmp`))
    write('A=1\n')
    expect(readdirSync(home.folder)).toHaveLength(names.length + 2)
  })
})

describe('a failure at every write', () => {
  const place = () => ({ file: file(), root: home.folder, allowSymlink: false })
  const failing = (step: WriteStep, code: string) => {
    const expected = readEnvFile(place())?.identity ?? null
    const at = (reached: WriteStep) => {
      if (reached === step) throw Object.assign(new Error(code), { code })
    }
    return failureOf(() => writeEnvFile({ ...place(), bytes: utf8(NEW), expected, hooks: { at } }))
  }

  it.each(STEPS)('at %s: the code says which, and no temporary file is left', (step) => {
    for (const [code, expected] of [
      ['ENOSPC', 'disk-full'],
      ['EDQUOT', 'disk-full'],
      ['EACCES', 'env-file-unwritable'],
      ['EROFS', 'env-file-unwritable'],
      ['EIO', 'disk-failed']
    ] as const) {
      writeFileSync(file(), OLD)
      expect(failing(step, code)).toMatchObject({ code: expected })
      expect(content()).toBe(['moved', 'folder-synced'].includes(step) ? NEW : OLD)
      expect(temporaries()).toEqual([])
    }
  })

  it('leaves no descriptor open', () => {
    const open = () => readdirSync('/proc/self/fd').length
    writeFileSync(file(), OLD)
    failing('temp-written', 'EIO')
    const before = open()
    for (let time = 0; time < 20; time += 1) failing(STEPS[time % 5]!, 'EIO')
    for (let time = 0; time < 20; time += 1) write(`A=${String(time)}\n`)
    expect(open()).toBe(before)
  })
})

const cannotMount = spawnSync('unshare', ['-m', 'true']).status !== 0

describe.skipIf(cannotMount)('a real disk (needs root for unshare -m)', () => {
  const inNamespace = (mounting: string, what: string) => {
    const script = `${mounting} && "$0" "$1" ${what} ${home.folder}; ls -A ${home.folder}; cat ${home.folder}/.env`
    const run = spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, program], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    return run.stdout
  }

  it('that is full: said so, the old file whole, no temporary file', () => {
    const mounting = `mount -t tmpfs -o size=64k small ${home.folder} && printf 'A=old\\n' > ${home.folder}/.env`
    expect(inNamespace(mounting, 'full')).toBe('disk-full.env\nballast\nA=old\n')
  })

  it('that is read-only: said so, and nothing changed', () => {
    writeFileSync(file(), OLD)
    const mounting = `mount --bind ${home.folder} ${home.folder} && mount -o remount,bind,ro ${home.folder}`
    expect(inNamespace(mounting, 'write')).toBe('env-file-unwritable.env\nA=old\n')
  })
})
