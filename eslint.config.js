import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { rooms, singleDoors } from './test/architecture/rooms.ts'

/** The import table and the single doors are data, shared with test/architecture. */
const roomRules = rooms.map((room) => ({
  files: room.files,
  rules: { 'no-restricted-imports': ['error', { patterns: room.mayNotImport }] }
}))

const doorRules = {
  files: ['src-*/**/*.ts', 'src-*/**/*.tsx'],
  rules: {
    'no-restricted-syntax': ['error', ...singleDoors.map(({ selector, message }) => ({ selector, message }))],
    'no-console': 'error'
  }
}

export default defineConfig(
  globalIgnores([
    'out/**',
    '.cache/**',
    'dist/**',
    'node_modules/**',
    'demo-out/**',
    'shots/**',
    'test/standin/fixtures/**',
    'test-results/**',
    // The build writes its configuration beside the original, as a module, and takes it away while this is read.
    'electron.vite.config.ts.*.mjs'
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.main.json',
          './tsconfig.preload.json',
          './tsconfig.renderer.json',
          './tsconfig.test.json',
          './tools/electron-standin/tsconfig.json'
        ],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Parts are closures without a `this`; their methods may be handed on.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' }
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      '@typescript-eslint/only-throw-error': 'error'
    }
  },
  {
    files: ['src-renderer/**/*.tsx', 'src-renderer/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'tools/electron-standin/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A fake answers as the real thing is typed: asynchronously, or with nothing.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/class-literal-property-style': 'off'
    }
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node } },
  ...roomRules,
  doorRules,
  // Each single door is open in the one file that is it.
  ...singleDoors.map((door) => ({
    files: door.allowedIn,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...singleDoors
          .filter((other) => other !== door && !sharesFile(other, door))
          .map(({ selector, message }) => ({ selector, message }))
      ]
    }
  }))
)

function sharesFile(one, other) {
  return one.allowedIn.some((file) => other.allowedIn.includes(file))
}
