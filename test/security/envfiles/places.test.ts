import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvFile } from '@main/envfiles/read'
import { removeEnvFile, writeEnvFile, type WriteHooks, type WriteStep } from '@main/envfiles/write'
import { failureOf, sandbox, utf8, type Sandbox } from '../../fixtures/envfiles/support'

let home: Sandbox
let root: string
let outside: string
beforeEach(() => {
  home = sandbox()
  root = home.path('project')
  outside = home.path('outside')
  mkdirSync(root)
  mkdirSync(outside)
})
afterEach(() => {
  home.remove()
})

const inRoot = (...names: string[]) => home.path('project', ...names)
const inOutside = (...names: string[]) => home.path('outside', ...names)

interface Attempt {
  readonly file?: string
  readonly allowSymlink?: boolean
  readonly hooks?: WriteHooks
  readonly text?: string
}

/** Reads and writes, as the app does. */
function write({ file = inRoot('.env'), allowSymlink = false, hooks = {}, text = "A='new'\n" }: Attempt = {}) {
  const place = { file, root, allowSymlink }
  const expected = readEnvFile(place)?.identity ?? null
  return writeEnvFile({ ...place, bytes: utf8(text), expected, hooks })
}
const failure = (attempt: Attempt = {}) => failureOf(() => write(attempt))
/** Writes to a path without having read it: each refusal must hold by itself. */
const blindFailure = (file: string) =>
  failureOf(() => writeEnvFile({ file, root, allowSymlink: true, bytes: utf8('A=1'), expected: null }))
const at = (step: WriteStep, work: () => void): WriteHooks => ({
  at: (reached) => {
    if (reached === step) work()
  }
})
const content = (file: string) => readFileSync(file, 'utf8')
const modeOf = (file: string) => statSync(file).mode & 0o7777
const isRoot = process.geteuid?.() === 0

describe('check 60: A symlinked file, a symlinked parent leaving the root, a hard link, a FIFO, a device and a directory are each refused or need consent as specified.', () => {
  it('a link needs consent, and then its file is replaced, not the link', () => {
    writeFileSync(inRoot('shared'), 'A=old\n', { mode: 0o600 })
    symlinkSync('shared', inRoot('.env'))
    expect(failure()).toEqual({ code: 'env-file-symlink', file: inRoot('.env'), target: inRoot('shared') })
    expect(content(inRoot('shared'))).toBe('A=old\n')
    expect(write({ allowSymlink: true }).file).toBe(inRoot('shared'))
    expect([readlinkSync(inRoot('.env')), content(inRoot('shared'))]).toEqual(['shared', "A='new'\n"])
  })

  it('a link out of the root is refused even with consent', () => {
    writeFileSync(inOutside('shared'), 'A=old\n')
    symlinkSync(inOutside('shared'), inRoot('.env'))
    for (const allowSymlink of [false, true]) {
      const expected = { code: 'env-file-outside', file: inOutside('shared'), folder: root }
      expect(failure({ allowSymlink })).toEqual(expected)
    }
    expect(content(inOutside('shared'))).toBe('A=old\n')
  })

  it('a link to nothing is refused and creates nothing', () => {
    symlinkSync('nothing', inRoot('.env'))
    symlinkSync(inOutside('nothing'), inRoot('.env.out'))
    symlinkSync('.env.ring', inRoot('.env.ring'))
    expect(failure({ allowSymlink: true })).toEqual({ code: 'env-file-missing', file: inRoot('nothing') })
    expect(failure({ file: inRoot('.env.out'), allowSymlink: true })).toMatchObject({ code: 'env-file-outside' })
    expect(failure({ file: inRoot('.env.ring'), allowSymlink: true })).toMatchObject({ code: 'env-file-missing' })
    expect([existsSync(inRoot('nothing')), existsSync(inOutside('nothing'))]).toEqual([false, false])
  })

  it('a folder that leads out of the root is refused, one that stays inside is followed', () => {
    mkdirSync(inRoot('real'))
    symlinkSync(inOutside(), inRoot('out'))
    symlinkSync('real', inRoot('in'))
    expect(failure({ file: inRoot('out', '.env') })).toMatchObject({ code: 'env-file-outside', folder: root })
    expect(failure({ file: inRoot('..', 'outside', '.env') })).toMatchObject({ code: 'env-file-outside' })
    expect(failure({ file: root })).toMatchObject({ code: 'env-file-outside' })
    expect(failure({ file: home.path('project-2', '.env') })).toMatchObject({ code: 'env-file-missing' })
    expect(readdirSync(outside)).toEqual([])
    expect(write({ file: inRoot('in', '.env') }).file).toBe(inRoot('real', '.env'))
  })

  it('a folder whose name begins as the root does is not inside it', () => {
    mkdirSync(home.path('project-2'))
    expect(failure({ file: home.path('project-2', '.env') })).toMatchObject({ code: 'env-file-outside' })
    mkdirSync(inRoot('..dots'))
    expect(write({ file: inRoot('..dots', '.env') }).file).toBe(inRoot('..dots', '.env'))
  })

  it('a hard link is refused', () => {
    writeFileSync(inOutside('other'), 'A=old\n')
    linkSync(inOutside('other'), inRoot('.env'))
    expect(failure()).toEqual({ code: 'env-file-hard-linked', file: inRoot('.env') })
    expect(content(inOutside('other'))).toBe('A=old\n')
  })

  it('a FIFO is refused and never waited for', () => {
    execFileSync('mkfifo', [inRoot('.env')])
    const refused = { code: 'env-file-not-regular', file: inRoot('.env') }
    expect([failure(), blindFailure(inRoot('.env'))]).toEqual([refused, refused])
    symlinkSync('.env', inRoot('.env.link'))
    expect(failure({ file: inRoot('.env.link'), allowSymlink: true })).toEqual(refused)
  })

  it('a directory and a socket are refused', async () => {
    mkdirSync(inRoot('.env'))
    expect([failure(), blindFailure(inRoot('.env'))]).toMatchObject([
      { code: 'env-file-not-regular' },
      { code: 'env-file-not-regular' }
    ])
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(inRoot('.socket'), resolve))
    expect(failure({ file: inRoot('.socket') })).toMatchObject({ code: 'env-file-not-regular' })
    await new Promise((resolve) => server.close(resolve))
  })

  it.skipIf(!isRoot)('a device is refused (needs root for mknod)', () => {
    execFileSync('mknod', [inRoot('.env'), 'c', '1', '3'])
    expect(failure()).toEqual({ code: 'env-file-not-regular', file: inRoot('.env') })
    expect(lstatSync(inRoot('.env')).isCharacterDevice()).toBe(true)
  })

  it.skipIf(!isRoot)("another user's file is refused (needs root for chown)", () => {
    writeFileSync(inRoot('.env'), 'A=old\n')
    chownSync(inRoot('.env'), 12_345, 12_345)
    expect(failure()).toEqual({ code: 'env-file-foreign', file: inRoot('.env') })
  })

  it('a file over 1 MiB, one with NUL bytes and one that is write-protected are refused', () => {
    writeFileSync(inRoot('.env'), 'A'.repeat(1024 * 1024 + 1))
    expect(failure()).toEqual({ code: 'input-too-large', limitBytes: 1024 * 1024 })
    writeFileSync(inRoot('.env'), 'A=1\0')
    expect(failure()).toEqual({ code: 'env-file-unreadable', file: inRoot('.env'), line: 1 })
    writeFileSync(inRoot('.env'), 'A=1')
    chmodSync(inRoot('.env'), 0o400)
    expect(failure()).toEqual({ code: 'env-file-unwritable', file: inRoot('.env') })
    expect(failure({ file: inRoot('.env.new'), text: 'x'.repeat(1024 * 1024 + 1) })).toMatchObject({
      code: 'input-too-large'
    })
  })
})

describe('check 61: A planted temp name or a target swapped between check and rename never makes the app write elsewhere.', () => {
  const victim = () => inOutside('victim')
  beforeEach(() => {
    writeFileSync(inRoot('.env'), 'A=old\n', { mode: 0o600 })
    writeFileSync(victim(), 'untouched')
  })
  const unharmed = () => {
    expect(content(victim())).toBe('untouched')
    expect(readdirSync(outside)).toEqual(['victim'])
  }

  it('planted as a link, as a file, again and again', () => {
    for (const plant of [
      (path: string) => symlinkSync(victim(), path),
      (path: string) => symlinkSync(inOutside('created'), path),
      (path: string) => linkSync(victim(), path)
    ]) {
      const names = ['one', 'two', 'free']
      plant(inRoot('one'))
      plant(inRoot('two'))
      write({ hooks: { temporaryName: () => names.shift()! } })
      unharmed()
      expect(content(inRoot('.env'))).toBe("A='new'\n")
      execFileSync('rm', [inRoot('one'), inRoot('two')])
    }
    symlinkSync(victim(), inRoot('one'))
    expect(failure({ hooks: { temporaryName: () => 'one' }, text: 'B=2' })).toMatchObject({ code: 'env-file-changed' })
    unharmed()
    expect(readdirSync(root).sort()).toEqual(['.env', 'one'])
  })

  it('temporary names cannot be foretold', () => {
    const seen = new Set<string>()
    for (let time = 0; time < 20; time += 1) {
      write({ hooks: at('temp-created', () => readdirSync(root).forEach((name) => seen.add(name))) })
    }
    const names = [...seen].filter((name) => name !== '.env')
    expect(names).toHaveLength(20)
    for (const name of names) expect(name).toMatch(/^\.env\.keyquay-\d+-[0-9a-f]{24}\.tmp$/)
  })

  it.each<WriteStep>(['temp-created', 'temp-written', 'temp-synced'])(
    'the temporary file swapped for a link after %s',
    (step) => {
      const swap = () => {
        const temporary = readdirSync(root).find((name) => name.endsWith('.tmp'))!
        renameSync(inRoot(temporary), inRoot('stolen'))
        symlinkSync(victim(), inRoot(temporary))
      }
      expect(failure({ hooks: at(step, swap) })).toMatchObject({ code: 'env-file-changed' })
      unharmed()
      expect(content(inRoot('.env'))).toBe('A=old\n')
    }
  )

  it.each<WriteStep>(['temp-created', 'temp-synced'])('the target swapped for a link after %s', (step) => {
    const swap = () => {
      renameSync(inRoot('.env'), inRoot('moved'))
      symlinkSync(victim(), inRoot('.env'))
    }
    expect(failure({ hooks: at(step, swap) })).toMatchObject({ code: 'env-file-not-regular' })
    unharmed()
    expect([readlinkSync(inRoot('.env')), content(inRoot('moved'))]).toEqual([victim(), 'A=old\n'])
  })

  it('the target swapped for a link after the last check: the link is replaced, not followed', () => {
    const swap = () => {
      renameSync(inRoot('.env'), inRoot('moved'))
      symlinkSync(victim(), inRoot('.env'))
    }
    write({ hooks: at('checked', swap) })
    unharmed()
    expect(lstatSync(inRoot('.env')).isFile()).toBe(true)
  })

  it('a link or a file put where a new file goes, after the last check', () => {
    for (const plant of [(path: string) => symlinkSync(victim(), path), (path: string) => writeFileSync(path, 'B=2')]) {
      const file = inRoot('.env.new')
      expect(failure({ file, hooks: at('checked', () => plant(file)) })).toEqual({ code: 'env-file-changed', file })
      unharmed()
      expect(readdirSync(root).sort()).toEqual(['.env', '.env.new'])
      execFileSync('rm', [file])
    }
  })

  it.each<WriteStep>(['temp-created', 'temp-synced', 'checked'])('the folder swapped for a link after %s', (step) => {
    mkdirSync(inRoot('sub'))
    writeFileSync(inRoot('sub', '.env'), 'A=old\n', { mode: 0o600 })
    const swap = () => {
      renameSync(inRoot('sub'), inRoot('sub-moved'))
      symlinkSync(outside, inRoot('sub'))
    }
    const seen = failure({ file: inRoot('sub', '.env'), hooks: at(step, swap) })
    unharmed()
    // Behind the last check the file is written where the folder went, which is inside.
    if (step === 'checked') expect(content(inRoot('sub-moved', '.env'))).toBe("A='new'\n")
    else expect(seen).toMatchObject({ code: 'env-file-changed' })
    expect(readdirSync(inRoot('sub-moved'))).toEqual(['.env'])
  })

  it('the folder swapped between reading and writing', () => {
    mkdirSync(inRoot('sub'))
    const place = { file: inRoot('sub', '.env'), root, allowSymlink: false }
    renameSync(inRoot('sub'), inRoot('sub-moved'))
    symlinkSync(outside, inRoot('sub'))
    expect(failureOf(() => writeEnvFile({ ...place, bytes: utf8('A=1'), expected: null }))).toMatchObject({
      code: 'env-file-outside'
    })
    unharmed()
  })
})

describe('check 62: New files are 0600, existing modes never become wider, and group/world-readable files raise a warning.', () => {
  const masked = <Value>(mask: number, work: () => Value): Value => {
    const before = process.umask(mask)
    try {
      return work()
    } finally {
      process.umask(before)
    }
  }

  it('a new file is 0600 whatever the umask', () => {
    for (const mask of [0, 0o022, 0o077, 0o777]) {
      const file = inRoot(`${String(mask)}.env`)
      expect(masked(mask, () => write({ file })).warnings).toEqual([])
      expect(modeOf(file)).toBe(0o600)
    }
  })

  it('an existing file keeps its mode, and the temporary one is 0600 until all is checked', () => {
    for (const mode of [0o600, 0o640, 0o644, 0o660, 0o666, 0o700, 0o604, 0o200]) {
      writeFileSync(inRoot('.env'), 'A=old\n')
      chmodSync(inRoot('.env'), mode)
      const seen: number[] = []
      const look = (step: WriteStep) => {
        const temporary = readdirSync(root).find((name) => name.endsWith('.tmp'))
        if (temporary !== undefined && step !== 'moved') {
          seen.push(modeOf(inRoot(temporary)))
        }
      }
      if (mode === 0o200 && !isRoot) continue
      masked(0, () => write({ hooks: { at: look } }))
      expect(modeOf(inRoot('.env')), mode.toString(8)).toBe(mode)
      expect(new Set(seen)).toEqual(new Set([0o600]))
    }
  })

  it('set-user and sticky bits are not carried over', () => {
    writeFileSync(inRoot('.env'), 'A=old\n')
    chmodSync(inRoot('.env'), 0o6640)
    write()
    expect(modeOf(inRoot('.env'))).toBe(0o640)
  })

  it('a file that others can read, or replace, raises a warning on reading and on writing', () => {
    writeFileSync(inRoot('.env'), 'A=old\n')
    const warnings = (mode: number, folderMode: number) => {
      chmodSync(inRoot('.env'), mode)
      chmodSync(root, folderMode)
      const read = readEnvFile({ file: inRoot('.env'), root, allowSymlink: false })!.warnings
      expect(write().warnings).toEqual(read)
      return read
    }
    expect(warnings(0o600, 0o755)).toEqual([])
    expect(warnings(0o640, 0o755)).toEqual(['group-readable'])
    expect(warnings(0o644, 0o755)).toEqual(['group-readable', 'world-readable'])
    expect(warnings(0o604, 0o1777)).toEqual(['world-readable'])
    expect(warnings(0o600, 0o777)).toEqual(['folder-writable-by-all'])
  })

  it.skipIf(!isRoot)('the group is kept (needs root for chown)', () => {
    writeFileSync(inRoot('.env'), 'A=old\n')
    chownSync(inRoot('.env'), 0, 4_321)
    chmodSync(inRoot('.env'), 0o640)
    write()
    expect([statSync(inRoot('.env')).gid, modeOf(inRoot('.env'))]).toEqual([4_321, 0o640])
  })
})

describe('check 64: A concurrent edit between read and write is detected and nothing is overwritten.', () => {
  const file = () => inRoot('.env')
  const place = () => ({ file: file(), root, allowSymlink: false })
  beforeEach(() => {
    writeFileSync(file(), 'A=old\n', { mode: 0o600 })
  })

  const edits: [string, () => void][] = [
    ['in place', () => writeFileSync(file(), 'A=theirs\n')],
    ['of the same length', () => writeFileSync(file(), 'A=0ld\n')],
    [
      'by a rename, as editors do',
      () => {
        writeFileSync(inRoot('swap'), 'A=theirs\n')
        renameSync(inRoot('swap'), file())
      }
    ],
    [
      'that keeps length and time',
      () => {
        const { atime, mtime } = statSync(file())
        writeFileSync(file(), 'A=0ld\n')
        execFileSync('touch', ['-d', mtime.toISOString(), '-a', '-d', atime.toISOString(), file()])
      }
    ],
    ['that removes it', () => execFileSync('rm', [file()])],
    ['of its mode', () => chmodSync(file(), 0o644)]
  ]

  it.each(edits)('an edit %s, after reading', (_, edit) => {
    const { identity } = readEnvFile(place())!
    edit()
    const after = existsSync(file()) ? content(file()) : null
    const seen = failureOf(() => writeEnvFile({ ...place(), bytes: utf8('A=mine'), expected: identity }))
    expect(seen).toEqual({ code: 'env-file-changed', file: file() })
    expect(existsSync(file()) ? content(file()) : null).toBe(after)
  })

  for (const step of ['temp-created', 'temp-half-written', 'temp-written', 'temp-synced'] as const) {
    it.each(edits)(`an edit %s, while writing (${step})`, (_, edit) => {
      expect(failure({ hooks: at(step, edit) })).toEqual({ code: 'env-file-changed', file: file() })
      if (existsSync(file())) expect(content(file())).not.toContain('new')
      expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([])
    })
  }

  it('a file that appears where none was', () => {
    expect(readEnvFile({ ...place(), file: inRoot('.env.new') })).toBe(null)
    writeFileSync(inRoot('.env.new'), 'B=2')
    const options = { ...place(), file: inRoot('.env.new'), bytes: utf8('A=1'), expected: null }
    expect(failureOf(() => writeEnvFile(options))).toMatchObject({ code: 'env-file-changed' })
    expect(content(inRoot('.env.new'))).toBe('B=2')
  })

  it('another file read for this one', () => {
    writeFileSync(inRoot('.env.other'), 'A=old\n', { mode: 0o600 })
    const { identity } = readEnvFile({ ...place(), file: inRoot('.env.other') })!
    expect(failureOf(() => writeEnvFile({ ...place(), bytes: utf8('x'), expected: identity }))).toMatchObject({
      code: 'env-file-changed'
    })
  })

  it('one write after another goes by the identity the first gave', () => {
    const first = write({ text: 'A=1\n' })
    const second = writeEnvFile({ ...place(), bytes: utf8('A=2\n'), expected: first.identity })
    expect(readEnvFile(place())!.identity).toEqual(second.identity)
    expect(failureOf(() => writeEnvFile({ ...place(), bytes: utf8('A=3'), expected: first.identity }))).toMatchObject({
      code: 'env-file-changed'
    })
  })

  it('undoing a creation deletes that very file only', () => {
    const made = write({ file: inRoot('.env.new'), text: 'A=1\n' })
    const options = { ...place(), file: inRoot('.env.new'), expected: made.identity }
    writeFileSync(inRoot('.env.new'), 'A=2\n')
    expect(
      failureOf(() => {
        removeEnvFile(options)
      })
    ).toMatchObject({ code: 'env-file-changed' })
    const read = readEnvFile({ ...place(), file: inRoot('.env.new') })!
    removeEnvFile({ ...options, expected: read.identity })
    expect(existsSync(inRoot('.env.new'))).toBe(false)
  })
})
