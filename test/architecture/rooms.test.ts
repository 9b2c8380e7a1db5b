import { globSync, readFileSync } from 'node:fs'
import { Linter, type Linter as LinterTypes } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { rooms, singleDoors } from './rooms.ts'

const linter = new Linter()

function lint(code: string, filename: string, rules: LinterTypes.RulesRecord): string[] {
  const config: LinterTypes.Config = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules
  }
  return linter
    .verify(code, config, { filename })
    .filter(({ ruleId }) => ruleId === null || ruleId in rules)
    .map(({ message }) => message)
}

const importRule = (room: (typeof rooms)[number]): LinterTypes.RulesRecord => ({
  'no-restricted-imports': ['error', { patterns: room.mayNotImport }]
})

/** One import that each row of the table must stop. */
const trespasses: Record<string, string[]> = {
  'src-preload/contract': ['electron', 'node:fs', 'react'],
  'src-preload/index.ts': ['zod', './contract/ipc', '../src-main/core/keys'],
  'src-main/app': ['electron', '../electron/open', '../cli/main', 'better-sqlite3'],
  'src-main/core': [
    'electron',
    'node:fs',
    'node:net',
    'node:http',
    'node:timers',
    'better-sqlite3',
    '../electron/clipboard'
  ],
  'src-main/crypto': ['node:fs', 'zod', '../store/client'],
  'src-main/store': ['electron', '../core/keys', '../connectors/engine'],
  'src-main/store/migrations': ['zod', '../store', 'node:fs'],
  'src-main/importers': ['electron', 'node:fs', 'node:net', '../store/client', '../core/keys', 'better-sqlite3'],
  'src-main/connectors': ['electron', '../store/client', 'better-sqlite3'],
  'src-main/envfiles': ['electron', '../store/client', '../connectors/engine'],
  'src-main/ports': ['electron', 'node:fs', '../core/keys'],
  'src-main/node': ['electron', '../core/keys'],
  'src-main/electron': ['../cli/main', 'better-sqlite3'],
  'src-main/cli': ['electron', 'electron-store', '../electron/open'],
  'src-renderer/client': ['react'],
  'src-renderer/stores': ['react-dom', '../features/keys/list', '../ui/button'],
  'src-renderer/ui': ['../stores/session', '../client/api', '../features/keys/list']
}

describe('the import table', () => {
  it('has a tried trespass for each row', () => {
    expect(Object.keys(trespasses).sort()).toEqual(rooms.map(({ name }) => name).sort())
  })

  for (const room of rooms) {
    it(`holds in ${room.name}`, () => {
      for (const file of globSync(room.files)) {
        expect(lint(readFileSync(file, 'utf8'), file, importRule(room)), file).toEqual([])
      }
    })

    it(`stops every trespass out of ${room.name}`, () => {
      for (const target of trespasses[room.name] ?? []) {
        const found = lint(`import '${target}'\n`, `${room.name.replace(/\.ts$/, '')}/trespass.ts`, importRule(room))
        expect(found, target).toHaveLength(1)
      }
    })
  }
})

describe('what has one door', () => {
  for (const door of singleDoors) {
    it(door.message, () => {
      const rules: LinterTypes.RulesRecord = {
        'no-restricted-syntax': ['error', { selector: door.selector, message: door.message }]
      }
      const trespassers = globSync(['src-*/**/*.ts', 'src-*/**/*.tsx'])
        .filter((file) => !door.allowedIn.includes(file))
        .filter((file) => lint(readFileSync(file, 'utf8'), file, rules).length > 0)
      expect(trespassers).toEqual([])
    })
  }
})
