/**
 * Every task by name. `anyNode`: runs on the Node at hand and starts the pinned one itself.
 * `stdout: 'child'`: progress goes to stderr, because stdout belongs to the program it starts.
 * A task's module answers `{ code, signal? }`.
 */
export const tasks = {
  install: { load: () => import('./install-only.mjs') },
  build: { load: () => import('./build.mjs') },
  start: { load: () => import('./start.mjs') },
  test: { load: () => import('./test.mjs') },
  'e2e-electron': { load: () => import('./e2e-electron.mjs') },
  dev: { load: () => import('./dev.mjs') },
  sandbox: { load: () => import('./sandbox.mjs'), stdout: 'child' },
  demo: { load: () => import('./demo.mjs') },
  shots: { load: () => import('./shots.mjs') },
  bench: { load: () => import('./bench.mjs') },
  doctor: { load: () => import('./doctor.mjs') },
  package: { load: () => import('./package.mjs') },
  kq: { load: () => import('./kq.mjs'), anyNode: true, stdout: 'child' }
}
