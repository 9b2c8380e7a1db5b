import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAppError } from '@contract/errors'
import { setAssignment } from '@main/envfiles/edit'
import { sandbox, utf8, type Sandbox } from '../../fixtures/envfiles/support'

let home: Sandbox
beforeEach(() => {
  home = sandbox()
})
afterEach(() => {
  home.remove()
})

const NAMES = ['A', 'B', 'C', 'D', 'NEW']

/** The variables bash has after each file, as one line; null where it stumbles. One process for all. */
function runWithBash(files: string[]): (string | null)[] {
  const script = `
    for file; do
      ( . "$file" >/dev/null 2>&1 || exit; for name in ${NAMES.join(' ')}; do printf '%s=%q;' "$name" "\${!name-unset}"; done )
      echo
    done`
  const run = spawnSync('bash', ['--norc', '--noprofile', '-c', script, 'bash', ...files], {
    env: { PATH: process.env.PATH ?? '' },
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024
  })
  return run.stdout
    .split('\n')
    .slice(0, files.length)
    .map((line) => (line === '' ? null : line))
}

/** What people write in `.envrc`, and what could mislead an editor that takes it for assignments only. */
const line = fc.constantFrom(
  ...['export A=1', 'export A="x y" # why', "A='q'", 'export A=', 'export A=a#b', "export A=it\\'s", 'A=$B-x'],
  ...['export A=1 B=2', 'export B=1 A=2', 'export A=1; export B=2', 'export A=1 && export C=2', 'A=1 B=3 :'],
  ...[
    ': <<EOF\nA=5\nEOF',
    ": <<'END X'\nexport A=5\nEND X",
    ': <<-EOT\n\tA=5\n\tEOT',
    ': "\nA=7\n"',
    ": '\nexport A=7\n'"
  ],
  ...[
    ': \\\nA=8',
    'export A="$(printf "%s" "z")"',
    'export C="$(printf "%s" "A=9")"',
    'export C=`printf x`',
    'D=(1 2)'
  ],
  ...[
    'if true; then\n  export A=3\nfi',
    '# it\'s a comment with " and `',
    '',
    ': <<< word',
    '((D = 1 << 2))',
    '  export B="\nA=1\n"'
  ],
  ...["export C=$'it\\'s'", "export B='it'\\''s A=1'", 'export D="a\\"b"', 'export C="${B#x}"', 'A+=more', 'C=x\\\ny']
)

describe('shell programs', () => {
  it('mean the same to bash after an edit but for the name, or are refused', () => {
    const programs = fc.sample(fc.array(line, { maxLength: 6 }), 600)
    const edited: string[] = []
    for (const [index, lines] of programs.entries()) {
      const before = lines.join('\n')
      const name = index % 3 === 0 ? 'NEW' : 'A'
      try {
        const { bytes } = setAssignment(utf8(before), name, 'v w$', { file: '.envrc' })
        const path = home.path(`${String(edited.length)}-${name}`)
        writeFileSync(`${path}-before`, `${before}\n`)
        writeFileSync(`${path}-after`, bytes)
        edited.push(path)
      } catch (error) {
        if (!isAppError(error, 'env-file-unreadable')) throw error
      }
    }
    expect(edited.length).toBeGreaterThan(150)
    const seen = runWithBash(edited.flatMap((path) => [`${path}-before`, `${path}-after`]))
    for (const [index, path] of edited.entries()) {
      const [before, after] = [seen[index * 2] ?? null, seen[index * 2 + 1] ?? null]
      if (before === null) continue
      const name = path.endsWith('NEW') ? 'NEW' : 'A'
      const expected = before.replace(new RegExp(`(^|;)${name}=.*?;(?=[A-Z]+=|$)`), `$1${name}=v\\ w\\$;`)
      // What is made of A may follow it.
      expect(after, path).toBe(expected)
    }
  })
})
