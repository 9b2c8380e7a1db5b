/**
 * What `npm test` runs, in the order in which it starts: quick answers first.
 *
 * Each stage has a `name` and one of
 * - `node`: the arguments of a program run on the pinned Node,
 * - `vitest`: the name of a project of vitest.config.ts, kept in the folder of that name in test/,
 * - `playwright`: a Playwright configuration,
 * - `task`: a function of this folder's own, `'build'` or `'runtime'`.
 *
 * `needs` names stages that must have passed; `runtime` in it also hands on the environment that selects
 * Electron or the stand-in. A stage whose `path` (or configuration) does not exist is left out.
 * `onlyOn` names the one runtime the stage is meant for: `'electron'` or `'standin'`.
 * `alone: true` keeps all places of the scheduler, for tests that measure time or use every processor.
 * `secondTry: true` gives each failed test one more try, for tests that wait on other programs; which ones needed it
 * is said at the end of the run.
 * `lastLine: true` shows the last line that a program printed beside its stage.
 * `byName: true` runs only when it is asked for by its name.
 */
export const stages = [
  { name: 'build', task: 'build' },
  { name: 'lint', node: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], path: 'eslint.config.js' },
  ...['main', 'preload', 'contract', 'renderer', 'test'].map((name) => types(name, `tsconfig.${name}.json`)),
  types('electron-standin', 'tools/electron-standin/tsconfig.json'),
  { name: 'unused', node: ['node_modules/knip/bin/knip.js'], path: 'knip.json' },
  {
    name: 'imports',
    node: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'src-main', 'src-preload', 'src-renderer'],
    path: '.dependency-cruiser.cjs'
  },
  { name: 'runtime', task: 'runtime' },
  vitest('unit'),
  vitest('contract'),
  vitest('supply'),
  vitest('architecture', { needs: ['build'] }),
  vitest('security', { needs: ['build', 'runtime'] }),
  vitest('standin', { needs: ['runtime'], onlyOn: 'standin' }),
  vitest('built', { needs: ['build'] }),
  vitest('packaged', { needs: ['build'] }),
  // By itself on all processors: most of it are programs that it starts and waits for.
  vitest('integration', { needs: ['build'], alone: true, secondTry: true }),
  // Installs servers that nobody here wrote, so it needs a package registry: `npm run test:peers`.
  vitest('peers', { byName: true }),
  // A million calls take a minute or two: `npm run test:usage`. The integration tests read 30,000 in the same way.
  vitest('usage', { byName: true, needs: ['build'], alone: true }),
  // All of it takes minutes: `npm run test:crash`. Here one point in eight, other ones at each run, without the long mixed scenario.
  {
    name: 'crash-points',
    node: ['test/crash/run.ts', '--one-in', '8', 'add', 'edit', 'delete', 'import', 'usage', 'migration', 'password change', 'data-key rotation', 'backup', 'restore'],
    path: 'test/crash/run.ts',
    alone: true,
    lastLine: true
  },
  { name: 'crash', node: ['test/crash/run.ts'], path: 'test/crash/run.ts', alone: true, byName: true },
  { name: 'e2e', playwright: 'playwright.config.ts', needs: ['build', 'runtime'], alone: true, secondTry: true }
]

function types(name, path) {
  return { name: `types:${name}`, node: ['node_modules/typescript/bin/tsc', '-p', path, '--noEmit'], path }
}

function vitest(name, more = {}) {
  return { name, vitest: name, path: `test/${name}`, ...more }
}
