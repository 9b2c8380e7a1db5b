import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '@contract/errors'
import { isShellFile, removeAssignment, setAssignment } from '@main/envfiles/edit'
import { parseEnvFile } from '@main/envfiles/parse'
import { corpus } from '../../fixtures/envfiles/corpus'
import { failureOf, fixtureBytes, latin1, textOf, utf8 } from '../../fixtures/envfiles/support'

const set = (text: string, name: string, value: string, file = '.env') =>
  textOf(setAssignment(utf8(text), name, value, { file }).bytes)
const remove = (text: string, name: string, file = '.env') => textOf(removeAssignment(utf8(text), name, { file }).bytes)
const refusal = (line: number, file = '.env') => ({ code: 'env-file-unreadable', file, line })

const NEW_VALUE = 'made-up/new+value=0 #"`$'

describe('a corpus of env files', () => {
  it('has more than 60', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60)
  })

  it.each(corpus)('changes the span of $name in $file and no other byte', ({ file, name, at, length, gap }) => {
    const before = fixtureBytes(file)
    const { bytes, change } = setAssignment(before, name, NEW_VALUE, { file })
    const old = latin1(before)
    expect(latin1(bytes)).toBe(`${old.slice(0, at)}${name}='${NEW_VALUE}'${gap}${old.slice(at + length)}`)
    expect(change.kind).toBe('changed')
    expect(parse(Buffer.from(bytes))).toEqual({ ...parse(Buffer.from(before)), [name]: NEW_VALUE })
  })

  it.each(corpus)('adds a line to $file and changes no byte of it', ({ file }) => {
    const before = fixtureBytes(file)
    const { bytes, change } = setAssignment(before, 'ADDED_NAME', NEW_VALUE, { file })
    const old = latin1(before)
    expect(latin1(bytes).startsWith(old)).toBe(true)
    const added = latin1(bytes).slice(old.length).trim()
    expect(added).toBe(`${file.endsWith('.envrc') ? 'export ' : ''}ADDED_NAME='${NEW_VALUE}'`)
    expect(change.kind).toBe('added')
    expect(/[\r\n]$/.test(latin1(bytes))).toBe(/[\r\n]$/.test(old))
    expect(parse(Buffer.from(bytes))).toEqual({ ...parse(Buffer.from(before)), ADDED_NAME: NEW_VALUE })
  })

  it.each(corpus)('takes out of $file what was added', ({ file }) => {
    const before = fixtureBytes(file)
    const added = setAssignment(before, 'ADDED_NAME', 'x', { file }).bytes
    expect(latin1(removeAssignment(added, 'ADDED_NAME', { file }).bytes)).toBe(latin1(before))
  })

  it.each(corpus)('writes every name of $file so that all others stay, or refuses', ({ file }) => {
    const before = fixtureBytes(file)
    for (const name of new Set(parseEnvFile(before, file).assignments.map((one) => one.name))) {
      if (!/^[A-Za-z_]\w*$/.test(name)) continue
      const { bytes } = setAssignment(before, name, NEW_VALUE, { file })
      expect(parse(Buffer.from(bytes))).toEqual({ ...parse(Buffer.from(before)), [name]: NEW_VALUE })
    }
  })
})

describe('setting a name', () => {
  it('changes the last of several and tells the lines of the others', () => {
    const edit = setAssignment(utf8('A=1\nB=2\nA=3\n'), 'A', 'x', { file: '.env' })
    expect(textOf(edit.bytes)).toBe("A=1\nB=2\nA='x'\n")
    expect(edit.change).toEqual({ kind: 'changed', line: 3, duplicates: [1] })
  })

  it('tells the line of what it adds', () => {
    expect(setAssignment(utf8('# one\r\nA=1'), 'B', 'x', { file: '.env' }).change).toEqual({
      kind: 'added',
      line: 3,
      duplicates: []
    })
  })

  it.each([
    ['', "B='x'\n"],
    ['\ufeff', "\ufeffB='x'\n"],
    ['A=1', "A=1\nB='x'"],
    ['A=1\n', "A=1\nB='x'\n"],
    ['A=1\r\n', "A=1\r\nB='x'\r\n"],
    ['A=1\r\nC=2', "A=1\r\nC=2\r\nB='x'"],
    ['A=1\n\n', "A=1\n\nB='x'\n"],
    ['# B=1', "# B=1\nB='x'"],
    ['# ends in a backslash \\\n', "# ends in a backslash \\\nB='x'\n"]
  ])('adds to %j in its style', (before, after) => {
    expect(set(before, 'B', 'x')).toBe(after)
  })

  it('leaves a value that is there already, unless readers differ on it', () => {
    for (const text of ['A=x-1\n', 'A="x-1"\n', "A='x-1' # why\n", "export A='x-1'\n"]) {
      const edit = setAssignment(utf8(text), 'A', 'x-1', { file: '.env' })
      expect([textOf(edit.bytes), edit.change.kind]).toEqual([text, 'same'])
    }
    expect(set('A: x\n', 'A', 'x')).toBe("A='x'\n")
    expect(set('A=x#y\n', 'A', 'x')).toBe("A='x' #y\n")
    expect(set('A = x\n', 'A', 'x')).toBe("A='x'\n")
  })

  it('exports what it adds to a file that a shell runs', () => {
    expect(set('dotenv\n', 'A', 'x', '/p/.envrc')).toBe("dotenv\nexport A='x'\n")
    expect(set('', 'A', 'x', '.envrc.local')).toBe("export A='x'\n")
    expect(textOf(setAssignment(utf8(''), 'A', 'x', { file: 'a.env', exportStyle: true }).bytes)).toBe("export A='x'\n")
    expect([isShellFile('/a/.envrc'), isShellFile('.env'), isShellFile('.envrcx')]).toEqual([true, false, false])
  })

  it.each([
    ['a quote that nothing closes before it', 'A="x\nB=1\n', 1],
    ['its value on the next line', "B=\n'v'\n", 1],
    ['its name in a line of YAML', 'services:\n  B: 1\n', 1],
    ['a second assignment on an exported line', 'A=1\nexport B=1 C=2\n', 2],
    ['a command behind an exported value', 'export B=1; rm x\n', 1],
    ['an exported value glued to a #', 'export B=1#2\n', 1]
  ])('refuses %s', (_, text, line) => {
    // A name of YAML is the one dotenv sees.
    const name = text.startsWith('services') ? 'services' : 'B'
    expect(failureOf(() => set(text, name, 'x'))).toEqual(refusal(line))
  })

  it.each([
    ['an open quote above', 'A="x\nB=1\n', 1],
    ["an open ' that the new line would close", "C=1\nA='x\n", 2],
    ['a line joined to the next', 'A=1\nC=2\\\n', 2]
  ])('adds nothing behind %s', (_, text, line) => {
    expect(failureOf(() => set(text, 'NEW', 'x'))).toEqual(refusal(line))
  })

  it.each([
    ['a here-document', 'cat <<EOF\nexport A=1\nEOF\nexport B=2\n', 'A', 1],
    ['an indented here-document', "cat <<-'EOF'\n\tA=1\n\tEOF\nexport B=2\n", 'A', 1],
    ['quoted text', 'echo "\nA=1\n"\n', 'A', 1],
    ['a joined line', 'foo \\\nA=1\n', 'A', 1],
    ['two commands', 'export A=1 && export B=2\n', 'A', 1],
    ['a word apart from its name', 'A= x\n', 'A', 1],
    ['a name set again where only a shell looks', 'export A=1\n# A=3\nexport B=1 A=2\n', 'A', 3],
    ['an unclosed quote above', "echo 'x\n", 'NEW', 1],
    ['an unclosed here-document above', 'cat <<EOF\nA=1\n', 'NEW', 1]
  ])('does not touch %s in a shell program', (_, text, name, line) => {
    expect(failureOf(() => set(text, name, 'x', '.envrc'))).toEqual(refusal(line, '.envrc'))
  })

  it('edits behind here-documents, quotes and substitutions of a shell program', () => {
    const head = 'cat <<A >x\n# \' "\nA\nx="$(a "b" c)"\n[[ $x == "y" ]] && (( 1 << 2 ))\n: <<< word\n'
    expect(set(`${head}export B="$(c "d")" # e\n`, 'B', 'x', '.envrc')).toBe(`${head}export B='x' # e\n`)
    expect(set("export B='it'\\''s'\n", 'B', 'x', '.envrc')).toBe("export B='x'\n")
  })

  it('never changes another name, whatever the file', () => {
    const piece = fc.constantFrom(
      ...['A=', 'B=', 'C: ', 'export A=', "'", '"', '`', '\\', '#', ' ', '\n', '\r\n', 'x', 'é', '$(', ')', '\u2028']
    )
    const text = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(''))
    let written = 0
    fc.assert(
      fc.property(text, fc.constantFrom('A', 'NEW'), fc.boolean(), (before, name, shell) => {
        const file = shell ? '.envrc' : '.env'
        const old = parse(Buffer.from(utf8(before)))
        try {
          const after = set(before, name, 'v', file)
          written += 1
          expect(parse(after)).toEqual({ ...old, [name]: 'v' })
        } catch (error) {
          if (!isAppError(error, 'env-file-unreadable')) throw error
        }
      }),
      { numRuns: 5_000 }
    )
    expect(written).toBeGreaterThan(1_500)
  })
})

describe('any bytes', () => {
  it('are kept around the one span that changes', () => {
    const word = fc.constantFrom('A=', 'B=1', "'", '"', '\n', '\r\n', '#', ' ').map(utf8)
    const file = fc.array(fc.oneof(word, fc.uint8Array({ min: 1, maxLength: 6 })), { maxLength: 12 })
    fc.assert(
      fc.property(file, (parts) => {
        const before = new Uint8Array(Buffer.concat(parts))
        const failure = failureOf(() => {
          const target = parseEnvFile(before, '.env').assignments.findLast(({ name }) => name === 'A')
          const { start, end } = target?.span ?? { start: before.length, end: before.length }
          const { bytes, change } = setAssignment(before, 'A', 'v', { file: '.env' })
          if (change.kind === 'same') return
          const old = latin1(before)
          expect(latin1(bytes).startsWith(old.slice(0, start))).toBe(true)
          expect(latin1(bytes).endsWith(old.slice(end))).toBe(true)
          expect(
            latin1(bytes)
              .slice(start, bytes.length - (old.length - end))
              .trim()
          ).toBe("A='v'")
        })
        if (failure !== 'nothing') expect(failure).toMatchObject({ code: 'env-file-unreadable' })
      }),
      { numRuns: 5_000 }
    )
  })
})

describe('removing a name', () => {
  it.each([
    ['A=1\nB=2\nC=3\n', 'A=1\nC=3\n'],
    ['B=1\nA=1\nexport B=2 # why\n', 'A=1\n'],
    ['A=1\r\nB=2', 'A=1'],
    ['B=2', ''],
    ['B="1\n2"\nA=1', 'A=1'],
    ['\ufeffB=1\nA=1\n', '\ufeffA=1\n'],
    ['A=1\n', 'A=1\n']
  ])('takes its lines out of %j', (before, after) => {
    expect(remove(before, 'B')).toBe(after)
  })

  it('tells where it was, and refuses what it cannot tell apart', () => {
    expect(removeAssignment(utf8('B=1\nA=2\nB=3'), 'B', { file: '.env' }).lines).toEqual([1, 3])
    expect(failureOf(() => remove('export B=1 C=2\n', 'B'))).toEqual(refusal(1))
  })
})
