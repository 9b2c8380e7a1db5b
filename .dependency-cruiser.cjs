/** What follows from paths through the graph, where the linter sees one import at a time. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'A circle has no inside and outside.', from: {}, to: { circular: true } },
    {
      name: 'unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|modulePath)$' }
    },
    {
      name: 'cli-reaches-electron',
      severity: 'error',
      comment: 'kq runs without Electron, so nothing it reaches may need it.',
      from: { path: '^src-main/cli(\\.ts$|/)' },
      to: { path: '^(electron|node_modules/electron(-store)?/|src-main/electron/)', reachable: true }
    },
    {
      name: 'core-reaches-host',
      severity: 'error',
      comment: 'The rules run anywhere.',
      from: { path: '^src-main/(core|ports|crypto|importers|connectors|envfiles)/' },
      to: { path: '^(electron$|node_modules/electron/|node_modules/better-sqlite3/|src-main/(electron|cli|node|app)/)', reachable: true }
    },
    {
      name: 'sides-apart',
      severity: 'error',
      comment: 'Main and renderer share the contract and nothing else.',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/' }
    },
    {
      name: 'main-imports-renderer',
      severity: 'error',
      comment: 'Main and renderer share the contract and nothing else.',
      from: { path: '^src-main/' },
      to: { path: '^src-renderer/' }
    },
    {
      name: 'feature-insides',
      severity: 'error',
      comment: "A feature is entered through its index; another feature's insides are its own.",
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/([^/]+)/', pathNot: ['^src-renderer/features/$1/', '/index\\.tsx?$'] }
    },
    {
      name: 'product-imports-tests',
      severity: 'error',
      comment: 'The product knows neither its tests nor its tools.',
      from: { path: '^src-' },
      to: { path: '^(test|tools|bench)/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.renderer.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] }
  }
}
