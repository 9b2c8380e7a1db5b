/** The oldest Node that loads the vault's database: on 20 the native module ends the process without a word. */
const OLDEST_MAJOR = 22

const major = Number.parseInt(process.versions.node, 10)
if (major < OLDEST_MAJOR) {
  process.stderr.write(
    `kq needs Node ${String(OLDEST_MAJOR)} or newer and this is Node ${process.versions.node}; nothing was opened. ` +
      'Start it with `npm run -s kq --`, which brings its own Node.\n'
  )
  process.exit(1)
}
