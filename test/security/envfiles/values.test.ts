import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAssignment } from '@main/envfiles/edit'
import { renderAssignment } from '@main/envfiles/render'
import { assignmentOf, parseEnvFile } from '@main/envfiles/parse'
import { readEnvFile } from '@main/envfiles/read'
import { writeEnvFile } from '@main/envfiles/write'
import { failureOf, latin1, sandbox, textOf, utf8, type Sandbox } from '../../fixtures/envfiles/support'

let home: Sandbox
beforeEach(() => {
  home = sandbox()
})
afterEach(() => {
  home.remove()
})

const RUNS = 10_000
const PER_FILE = 20

const PRINTABLE = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
const ALLOWED = PRINTABLE.filter((one) => one !== "'" && one !== '\\')
const value = fc
  .string({ unit: fc.constantFrom(...ALLOWED, '$', '"', '`', '#', '=', ' ', '$(', '!'), maxLength: 60 })
  .filter((text) => !text.includes('${'))

/** What a reader could trip over: everything here must be byte-identical after each write. */
const AROUND = '# one\nFIRST="1 \\" $x"\nMULTI="a\nb=c\nd"\n\nKEEP=\'#\' # two\nZ="`true`"\n'

/** What bash has after each file: names and values, a NUL behind each, \x01 behind each file. One process for all. */
function readWithBash(files: string[]): Map<string, string>[] {
  const script = `
    for file; do
      ( set -a; . "$file"; for name in $(compgen -v VALUE_); do printf '%s\\0%s\\0' "$name" "\${!name}"; done )
      printf '\\1'
    done`
  const run = spawnSync('bash', ['--norc', '--noprofile', '-c', script, 'bash', ...files], {
    env: { PATH: process.env.PATH ?? '' },
    maxBuffer: 64 * 1024 * 1024
  })
  expect(run.stderr.toString()).toBe('')
  return run.stdout
    .toString()
    .split('\x01')
    .slice(0, files.length)
    .map((part) => {
      const words = part.split('\0')
      return new Map(
        Array.from({ length: words.length >> 1 }, (_, index) => [words[index * 2]!, words[index * 2 + 1]!])
      )
    })
}

describe('values', () => {
  it('check 56: For 10,000 random allowed values, dotenv, Node parseEnv and bash read back exactly the value written, and all other variables stay byte-identical.', () => {
    const values = fc.sample(value, RUNS)
    const files: { file: string; expected: Map<string, string> }[] = []
    for (let at = 0; at < RUNS; at += PER_FILE) {
      const expected = new Map(values.slice(at, at + PER_FILE).map((text, index) => [`VALUE_${String(index)}`, text]))
      // Every second value replaces an old one in the middle of the file.
      const old = [...expected.keys()].filter((_, index) => index % 2 === 0).map((name) => `${name}="old ' ${name}"\n`)
      let bytes = utf8(AROUND + old.join('') + AROUND)
      for (const [name, text] of expected) {
        const before = latin1(bytes)
        bytes = setAssignment(bytes, name, text, { file: '.env' }).bytes
        const was = before.includes(`${name}="`) ? `${name}="old ' ${name}"` : ''
        const written = `${name}='${text}'`
        expect(latin1(bytes)).toBe(was === '' ? `${before}${written}\n` : before.split(`${was}\n`).join(`${written}\n`))
      }
      const file = home.path(`${String(at)}.env`)
      writeFileSync(file, bytes)
      files.push({ file, expected })
      const wanted = { ...parse(AROUND), ...Object.fromEntries(expected) }
      expect(parse(Buffer.from(bytes))).toEqual(wanted)
      expect({ ...parseEnv(textOf(bytes)) }).toEqual({ ...parseEnv(AROUND), ...Object.fromEntries(expected) })
    }
    const seen = readWithBash(files.map(({ file }) => file))
    for (const [index, { expected }] of files.entries()) {
      expect([...seen[index]!].sort()).toEqual([...expected].sort())
    }
  })

  it('check 57: Values with quote, backslash, newline, CR, NUL, `${` or non-printables and names outside `[A-Za-z_][A-Za-z0-9_]*` are refused with no write.', () => {
    const file = home.path('.env')
    writeFileSync(file, 'A=1\n')
    const place = { file, root: home.folder, allowSymlink: false }
    const attempt = (name: string, text: string) =>
      failureOf(() => {
        const { bytes, identity } = readEnvFile(place)!
        writeEnvFile({ ...place, expected: identity, bytes: setAssignment(bytes, name, text, { file }).bytes })
      })
    const stateOf = () => {
      const { ino, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
      return { ino, mtimeNs, ctimeNs }
    }
    const before = stateOf()
    const bad = ["'", '\\', '\n', '\r', '\0', '${', '\t', '\x1b', '\x7f', 'é', '\u00a0', '🔑', '\u2028', '\ud800']
    for (const one of bad) {
      for (const text of [one, `x${one}`, `${one}x`, `x${one}{y}`]) {
        expect(attempt('A', text), JSON.stringify(text)).toEqual({ code: 'secret-not-for-env', name: 'A' })
      }
    }
    const names = ['', '1A', 'A-B', 'A.B', 'A B', 'A=B', 'é', 'A\n', '$A', '-', 'A\0', 'x;y', 'A'.repeat(129)]
    for (const name of names) {
      expect(attempt(name, 'x'), name).toMatchObject({ code: 'env-name-invalid' })
    }
    expect(attempt('A\nB=2', 'x')).toEqual({ code: 'env-name-invalid', name: 'A B=2' })
    expect(readFileSync(file, 'utf8')).toBe('A=1\n')
    expect(stateOf()).toEqual(before)
  })

  it('refuses every value that the rule does not name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
        const allowed = Array.from(text).every((one) => ALLOWED.includes(one)) && !text.includes('${')
        expect(failureOf(() => renderAssignment('A', text)) === 'nothing').toBe(allowed)
      }),
      { numRuns: 3_000 }
    )
  })

  it('check 58: Comments, order, blank lines, BOM, CRLF, `export` and a missing final newline survive an update.', () => {
    const piece = fc.constantFrom(
      '# comment = 1 \' "',
      '',
      '  ',
      'OTHER=1',
      'export E="x y"',
      "M='a",
      "b' # c",
      '\t# é'
    )
    const lines = fc
      .array(piece, { maxLength: 8 })
      .map((all) => all.filter((one, at) => one !== "b' # c" || all[at - 1] === "M='a"))
    const whole = (all: string[]) => all.filter((one, at) => one !== "M='a" || all[at + 1] === "b' # c")
    fc.assert(
      fc.property(
        lines.map(whole),
        lines.map(whole),
        fc.constantFrom('', 'export ', '  export  '),
        fc.constantFrom('', ' # why', '\t#'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        (above, below, exported, comment, end, bom, final) => {
          const file = (middle: string) =>
            `${bom ? '\ufeff' : ''}${[...above, exported + middle + comment, ...below].join(end)}${final ? end : ''}`
          const after = setAssignment(utf8(file('KEY="old"')), 'KEY', 'new value', { file: '.env' }).bytes
          expect(textOf(after)).toBe(file("KEY='new value'"))
        }
      ),
      { numRuns: 3_000 }
    )
  })

  it('check 59: With duplicate names only the last assignment changes and the user is told.', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('KEY', 'OTHER'), { minLength: 2, maxLength: 9 }), (names) => {
        const lines = names.map((name, index) => `${name}=v${String(index)}`)
        const last = names.lastIndexOf('KEY')
        const { bytes, change } = setAssignment(utf8(lines.join('\n')), 'KEY', 'new', { file: '.env' })
        const expected = last === -1 ? [...lines, "KEY='new'"] : lines.with(last, "KEY='new'")
        expect(textOf(bytes)).toBe(expected.join('\n'))
        const told = names.flatMap((name, index) => (name === 'KEY' && index !== last ? [index + 1] : []))
        expect(change.duplicates).toEqual(told)
        expect(change.line).toBe(last === -1 ? names.length + 1 : last + 1)
        expect(assignmentOf(parseEnvFile(bytes, '.env'), 'KEY')?.value).toBe('new')
      })
    )
  })

  it('writes nothing that is not there yet when a name is refused', () => {
    expect(failureOf(() => setAssignment(utf8(''), '1', 'x', { file: '.env' }))).not.toBe('nothing')
    expect(existsSync(home.path('.env'))).toBe(false)
  })
})
