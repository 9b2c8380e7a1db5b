import './cli/node-guard'
import './cli/compile-cache'
import './cli/node-options'

// Until it ends otherwise: a question that nobody is left to answer ends it as well.
process.exitCode = 1
// Only what is loaded after the cache was found comes out of it.
void import('./cli/main').then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2))
})
