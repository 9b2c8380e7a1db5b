import './cli/node-guard'
import './cli/compile-cache'

// Only what is loaded after the cache was found comes out of it.
const { main } = await import('./cli/main')
process.exitCode = await main(process.argv.slice(2))
